import type { Day, Instant } from '../calendar';
import { clientsById, type People, reach } from '../clients/client';
import { derivedId } from '../identity';
import { blankRow } from '../schema/table';
import type { Client, Letter, Occasion } from '../workbook';
import { letters as lettersTable } from '../workbook';
import { isFor, nextPeriodFrom, periodOf } from './occasion';

/** The id of the one letter that a client gets for an occasion and period. */
export function letterId(clientId: string, occasionId: string, period: string): string {
  return derivedId('L', clientId, occasionId, period);
}

/** The letters that are due on a day and not there yet, as rows to be drafted. */
export function dueLetters(
  people: People,
  occasions: Occasion[],
  letters: Pick<Letter, 'id'>[],
  today: Day,
  now: Instant,
): Letter[] {
  const there = new Set(letters.map((letter) => letter.id));
  const due: Letter[] = [];
  for (const client of clientsById(people).values()) {
    if (client.id === '' || reach(client).letters === 'none') continue;
    for (const occasion of occasions) {
      const { period, from } = periodOf(occasion, today);
      const id = letterId(client.id, occasion.id, period);
      if (today < from || there.has(id) || !isFor(occasion, client)) continue;
      due.push({
        ...blankRow(lettersTable),
        id,
        clientId: client.id,
        occasionId: occasion.id,
        period,
        channel: 'email',
        status: 'drafting',
        created: now,
      });
    }
  }
  return due;
}

/** The day of a client's next letter, or blank where none will come. */
export function nextLetterDay(
  client: Client,
  occasions: Occasion[],
  letterIds: Set<string>,
  today: Day,
): Day | '' {
  if (reach(client).letters === 'none') return '';
  const days = occasions
    .filter((occasion) => isFor(occasion, client))
    .map((occasion) => {
      const { period, from } = periodOf(occasion, today);
      const isThere = letterIds.has(letterId(client.id, occasion.id, period));
      if (isThere) return nextPeriodFrom(occasion, today);
      return from > today ? from : today;
    });
  return days.sort()[0] ?? '';
}
