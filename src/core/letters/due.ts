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
        due.push(letterRow(id, client, occasion, moment.period, now));
      }
    }
  }
  return due;
}

/**
 * The report that a client gets in the present quarter or month, brought forward, as a row to be
 * drafted, also where it is being drafted already; or why there is none, as a clause. Only occasions
 * that recommend something count.
 */
export function earlyLetter(
  life: Life,
  followed: Followed[],
  today: Day,
  now: Instant,
): Letter | string {
  const { client } = life;
  const may = reach(client);
  if (may.letters !== 'with recommendations') {
    return may.letters === 'none' ? may.why : 'gets reports without recommendations';
  }
  const there = new Map(life.letters.map(({ id, status }) => [id, status]));
  let why = 'has no occasion that follows the calendar and recommends something';
  for (const { occasion, kind, moments } of followed) {
    if (kind.urgency !== 'report' || occasion.products === 0 || !isFor(occasion, client)) continue;
    const moment = moments(life).find(({ until }) => until >= today);
    if (moment === undefined) continue;
    const id = letterId(client.id, occasion.id, moment.period);
    if ((there.get(id) ?? 'drafting') === 'drafting')
      return letterRow(id, client, occasion, moment.period, now);
    why = `has a letter for ${moment.period} already`;
  }
  return why;
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

function letterRow(
  id: string,
  client: Client,
  occasion: Followed['occasion'],
  period: string,
  now: Instant,
): Letter {
  return {
    ...blankRow(lettersTable),
    id,
    clientId: client.id,
    occasionId: occasion.id,
    period,
    channel: 'email',
    status: 'drafting',
    created: now,
  };
}

function isOpen({ from, until }: Moment, today: Day): boolean {
  return from <= today && today <= until;
}

/** Whether an occasion is for this client, and leaves something to write once consent is obeyed. */
function mayGet(client: Client, occasion: Followed['occasion']): boolean {
  const isEmpty = reach(client).letters === 'report only' && isAllRecommendation(occasion);
  return isFor(occasion, client) && !isEmpty;
}
