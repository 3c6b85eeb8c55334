import { type Day, dayOf, monthOf, monthsUpTo, quarterOf } from '../calendar';
import { type Money, nothing, sum } from '../money';
import { visitsIn } from '../referrals/click';
import { readSubId } from '../referrals/sub-id';
import type { Click, Client, Commission, Letter, Link } from '../workbook';

/** An amount and how many rows stand behind it. */
export interface Tally {
  amount: Money;
  cases: number;
}

/** What a client or a link brought. */
export interface Share {
  letters: number;
  taps: number;
  earned: Money;
}

/** The whole business in figures, in the home currency. Earned means approved or paid. */
export interface Rollup {
  earned: { quarter: Tally; year: Tally; all: Tally };
  pending: Tally;
  paid: Tally;
  /** The last twelve months, oldest first. */
  months: { month: string; earned: Money; pending: Money }[];
  /** Rows whose worth at home is not known, so that no sum holds them. */
  withoutRate: number;
  /** Rows that no client could be found for. */
  withoutClient: number;
  byClient: Map<string, Share>;
  byLink: Map<string, Share>;
}

export interface RollupInput {
  letters: Pick<Letter, 'clientId' | 'status'>[];
  links: Link[];
  clicks: Click[];
  commissions: Commission[];
  clients: Client[];
}

/** Sums letters, clicks and commissions up to a day. Taps count visits in which a person went on. */
export function rollUp(input: RollupInput, today: Day, zone: string, home: string): Rollup {
  const standing = standingRows(input.commissions, zone, home);
  const earned = standing.filter(({ status }) => status === 'approved' || status === 'paid');
  const pending = standing.filter(({ status }) => status === 'pending');
  const tally = (rows: typeof standing): Tally => ({
    amount: sum(
      rows.map(({ homeAmount }) => homeAmount),
      home,
    ),
    cases: rows.length,
  });
  const sent = input.letters.filter(({ status }) => status === 'sent');
  const taps = input.clicks.filter(({ counted }) => counted);
  const isLive = ({ status }: Commission): boolean => status !== 'reversed';
  return {
    earned: {
      quarter: tally(earned.filter(({ day }) => quarterOf(day) === quarterOf(today))),
      year: tally(earned.filter(({ day }) => day.slice(0, 4) === today.slice(0, 4))),
      all: tally(earned),
    },
    pending: tally(pending),
    paid: tally(standing.filter(({ status }) => status === 'paid')),
    months: monthsUpTo(today, 12).map((month) => {
      const within = (rows: typeof standing): Money =>
        tally(rows.filter(({ day }) => monthOf(day) === month)).amount;
      return { month, earned: within(earned), pending: within(pending) };
    }),
    withoutRate: input.commissions.filter((row) => isLive(row) && row.homeAmount?.currency !== home)
      .length,
    withoutClient: input.commissions.filter((row) => isLive(row) && row.clientId === '').length,
    byClient: shares(
      input.clients.map(({ id }) => id),
      {
        letters: sent.map(({ clientId }) => clientId),
        taps: taps.map((tap) => [tap.clientId, visitsIn([tap])]),
        earned: earned.map(({ clientId, homeAmount }) => [clientId, homeAmount]),
      },
      home,
    ),
    byLink: shares(
      input.links.map(({ code }) => code),
      {
        letters: [],
        taps: taps.map((tap) => [tap.code, visitsIn([tap])]),
        earned: earned.map(({ subId, homeAmount }) => [readSubId(subId)?.code ?? '', homeAmount]),
      },
      home,
    ),
  };
}

/** A commission that counts: it stands, and its day and its worth at home are known. */
export interface StandingRow extends Commission {
  homeAmount: Money;
  day: Day;
}

export function standingRows(
  rows: readonly Commission[],
  zone: string,
  home: string,
): StandingRow[] {
  return rows.flatMap((row) =>
    row.status === 'reversed' || row.homeAmount?.currency !== home || row.at === null
      ? []
      : [{ ...row, homeAmount: row.homeAmount, day: dayOf(row.at, zone) }],
  );
}

function shares(
  ids: string[],
  rows: { letters: string[]; taps: [string, number][]; earned: [string, Money][] },
  home: string,
): Map<string, Share> {
  const found = new Map<string, Share>(
    ids.map((id) => [id, { letters: 0, taps: 0, earned: nothing(home) }]),
  );
  for (const id of rows.letters) {
    const share = found.get(id);
    if (share !== undefined) share.letters++;
  }
  for (const [id, visits] of rows.taps) {
    const share = found.get(id);
    if (share !== undefined) share.taps += visits;
  }
  for (const [id, amount] of rows.earned) {
    const share = found.get(id);
    if (share !== undefined) share.earned = sum([share.earned, amount], home);
  }
  return found;
}
