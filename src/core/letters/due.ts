import type { Day, Instant } from '../calendar';
import { reach } from '../clients/client';
import { derivedId } from '../identity';
import { blankRow } from '../schema/table';
import type { Client, Letter } from '../workbook';
import { letters as lettersTable } from '../workbook';
import type { Life } from './life';
import { type Followed, isAllRecommendation, isFor } from './occasion';
import { whyOver } from './stop';
import type { Moment } from './whens/when';

/** The id of the one letter that a client gets for an occasion and period. */
export function letterId(clientId: string, occasionId: string, period: string): string {
  return derivedId('L', clientId, occasionId, period);
}

/** The letters that are due on a day and not there yet, as rows to be drafted. */
export function dueLetters(
  lives: Iterable<Life>,
  followed: Followed[],
  letters: Pick<Letter, 'id'>[],
  today: Day,
  now: Instant,
): Letter[] {
  const there = new Set(letters.map((letter) => letter.id));
  const due: Letter[] = [];
  for (const life of lives) {
    const { client } = life;
    if (client.id === '' || reach(client).letters === 'none') continue;
    for (const { occasion, moments } of followed) {
      if (!mayGet(client, occasion)) continue;
      for (const moment of moments(life)) {
        const id = letterId(client.id, occasion.id, moment.period);
        if (there.has(id) || !isOpen(moment, today) || whyOver(moment, life)) continue;
        there.add(id);
        due.push({
          ...blankRow(lettersTable),
          id,
          clientId: client.id,
          occasionId: occasion.id,
          period: moment.period,
          channel: 'email',
          status: 'drafting',
          created: now,
        });
      }
    }
  }
  return due;
}

/** The day of a client's next letter, or blank where none is known to come. */
export function nextLetterDay(life: Life, followed: Followed[], today: Day): Day | '' {
  const { client } = life;
  if (reach(client).letters === 'none') return '';
  const there = new Set(life.letters.map(({ id }) => id));
  const days = followed
    .filter(({ occasion }) => mayGet(client, occasion))
    .flatMap(({ occasion, moments }) =>
      moments(life)
        .filter(({ period }) => !there.has(letterId(client.id, occasion.id, period)))
        .filter((moment) => moment.until >= today && !whyOver(moment, life))
        .map(({ from }) => (from > today ? from : today)),
    );
  return days.sort()[0] ?? '';
}

function isOpen({ from, until }: Moment, today: Day): boolean {
  return from <= today && today <= until;
}

/** Whether an occasion is for this client, and leaves something to write once consent is obeyed. */
function mayGet(client: Client, occasion: Followed['occasion']): boolean {
  const isEmpty = reach(client).letters === 'report only' && isAllRecommendation(occasion);
  return isFor(occasion, client) && !isEmpty;
}
