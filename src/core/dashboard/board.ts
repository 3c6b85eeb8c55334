import { type Day, dayOf, type Instant, quarterOf } from '../calendar';
import { type Funnel, funnelOf } from '../revenue/funnel';
import { type Rollup, standingRows, type StandingRow } from '../revenue/rollup';
import { segmentWorths, type SegmentWorth } from '../revenue/value/segment-worth';
import { trialsOf } from '../revenue/value/trial';
import type { Worth, WorthInput } from '../revenue/worth';
import type { Settings } from '../settings';
import type { Click, Letter, Product } from '../workbook';
import { ALL_CLIENTS, isShown, type View } from './view';

/** All that figures and charts are made from. */
export interface Board {
  /** The whole business. */
  rollup: Rollup;
  worth: Worth;
  products: readonly Product[];
  settings: Settings;
  today: Day;
  view: View;
  /** What the chosen clients did and brought; `sold` in the chosen period alone, `ledger` ever. */
  ledger: StandingRow[];
  sold: StandingRow[];
  /** The letters that were sent to them in a quarter. */
  quarterLetters: (quarter: string) => ShownLetter[];
  funnel: Funnel;
  segments: SegmentWorth[];
}

type ShownLetter = Pick<Letter, 'id' | 'clientId' | 'status' | 'products' | 'sent' | 'channel'>;

export interface BoardInput extends Pick<
  WorthInput,
  'clients' | 'products' | 'letters' | 'commissions'
> {
  clicks: readonly Pick<Click, 'letterId' | 'level' | 'counted' | 'why' | 'visits'>[];
  rollup: Rollup;
  worth: Worth;
  settings: Settings;
  now: Instant;
  zone: string;
}

/** Gathers what the view shows. Taps and sales are those of the letters that were sent in its period. */
export function boardOf(input: BoardInput, view: View): Board {
  const { clients, settings, zone, now } = input;
  const shown = clients.filter((client) => isShown(client, view));
  const known = new Set(shown.map(({ id }) => id));
  // Where all are shown, so is what is of nobody.
  const isTheirs = ({ clientId }: { clientId: string }): boolean =>
    view.segment === ALL_CLIENTS || known.has(clientId);
  const isWithin = (day: Day): boolean => day >= view.from && day <= view.to;
  const theirs = input.letters.filter(isTheirs);
  const sentWithin = (has: (day: Day) => boolean): ShownLetter[] =>
    theirs.filter(
      ({ status, sent }) => status === 'sent' && sent !== null && has(dayOf(sent, zone)),
    );
  const letters = sentWithin(isWithin);
  const ids = new Set(letters.map(({ id }) => id));
  const ofLetters = (row: { letterId: string }): boolean => ids.has(row.letterId);
  const commissions = input.commissions.filter(isTheirs);
  const ledger = standingRows(commissions, zone, settings.homeCurrency);
  const trials = trialsOf(theirs, commissions, now).filter(({ letterId }) => ids.has(letterId));
  return {
    rollup: input.rollup,
    worth: input.worth,
    products: input.products,
    settings,
    today: dayOf(now, zone),
    view,
    ledger,
    sold: ledger.filter(({ day }) => isWithin(day)),
    quarterLetters: (quarter) => sentWithin((day) => quarterOf(day) === quarter),
    funnel: funnelOf({
      letters,
      clicks: input.clicks.filter(ofLetters),
      commissions: commissions.filter(ofLetters),
    }),
    segments: segmentWorths(shown, trials, []),
  };
}
