import { type Day, dayOf } from '../calendar';
import { type Reached, reachedStages, type Started, startedOccasions } from '../clients/stage';
import type { Click, Client, Commission, Letter, StageRow } from '../workbook';

/** The columns of a letter that deciding on others needs. */
export const PAST_COLUMNS = [
  'id',
  'clientId',
  'occasionId',
  'period',
  'status',
  'sent',
  'outcome',
  'answered',
] as const;
export type PastLetter = Pick<Letter, (typeof PAST_COLUMNS)[number]>;

/** What happened with one client so far, as occasions need it. */
export interface Life {
  client: Client;
  /** When Perennial first saw them; blank where that is not noted yet. */
  firstSeen: Day | '';
  reached: Reached[];
  /** Occasions that were begun for them from outside. */
  started: Started[];
  letters: (PastLetter & { sentOn: Day | ''; answeredOn: Day | '' })[];
  /** Visits in which they went on to a product. */
  taps: { letterId: string; productId: string; day: Day }[];
  /** Commissions that stand, oldest first. */
  sales: { productId: string; day: Day }[];
}

/** The rows that lives are gathered from. */
export interface Records {
  letters: PastLetter[];
  clicks: Pick<Click, 'clientId' | 'letterId' | 'productId' | 'at' | 'counted'>[];
  commissions: Pick<Commission, 'clientId' | 'productId' | 'at' | 'status'>[];
  stages: StageRow[];
}

/** What tells the life of each client; each is gathered when it is asked for. */
export function livesFrom(records: Records, zone: string): (client: Client) => Life {
  const letters = byClient(records.letters);
  const clicks = byClient(records.clicks);
  const commissions = byClient(records.commissions);
  const stages = byClient(records.stages);
  const onDay = (at: number | null): Day | '' => (at === null ? '' : dayOf(at, zone));
  return (client) => {
    const [seen] = stages.get(client.id) ?? [];
    const taps = (clicks.get(client.id) ?? []).filter(({ counted, at }) => counted && at !== null);
    const sales = (commissions.get(client.id) ?? []).filter(
      ({ status, at }) => status !== 'reversed' && at !== null,
    );
    return {
      client,
      firstSeen: seen?.first ?? '',
      reached: seen === undefined ? [] : reachedStages(seen),
      started: seen === undefined ? [] : startedOccasions(seen),
      letters: (letters.get(client.id) ?? []).map((letter) => ({
        ...letter,
        sentOn: onDay(letter.sent),
        answeredOn: onDay(letter.answered),
      })),
      taps: taps.map(({ letterId, productId, at }) => ({ letterId, productId, day: onDay(at) })),
      sales: sales
        .map(({ productId, at }) => ({ productId, day: onDay(at) }))
        .sort((a, b) => a.day.localeCompare(b.day)),
    };
  };
}

function byClient<R extends { clientId: string }>(rows: R[]): Map<string, R[]> {
  const groups = new Map<string, R[]>();
  for (const row of rows) {
    const group = groups.get(row.clientId);
    if (group === undefined) groups.set(row.clientId, [row]);
    else group.push(row);
  }
  return groups;
}
