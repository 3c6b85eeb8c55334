import {
  addDays,
  addMonths,
  type Day,
  monthOf,
  monthStart,
  type Quarter,
  quarterOf,
  quarterPlus,
  quarterStart,
} from '../calendar';
import { cut, type ProblemDetails } from '../problem';
import { SEGMENT_KINDS, segmentsOf, type SegmentKind } from '../revenue/value/segment-worth';
import { type Client, DASHBOARD } from '../workbook';
import { capital } from '../words/capital';

export const PERIODS = ['this quarter', 'last quarter', 'last 12 months', 'all'] as const;
export type Period = (typeof PERIODS)[number];
export const ALL_CLIENTS = 'all clients';

/** What the Dashboard's dropdowns say, as it stands in their cells. */
export interface Choices {
  period: string;
  kind: string;
  segment: string;
}

/** The cells that choose, in the order in which they stand, with what they say at first. */
export const CHOICES: readonly { name: keyof Choices; title: string; usual: string }[] = [
  { name: 'period', title: 'Period', usual: 'last 12 months' },
  { name: 'kind', title: 'Kind of client', usual: 'industry' },
  { name: 'segment', title: 'Clients', usual: ALL_CLIENTS },
];

/** What the dashboard shows: days from `from` (blank: ever) to `to`, and which clients. */
export interface View {
  period: Period;
  from: Day | '';
  to: Day;
  kind: SegmentKind;
  /** Such as `industry: bakery`. */
  segment: string;
}

/** What was chosen; an empty cell is the usual choice, and one that cannot be is told of and is, too. */
export function readView(
  said: Choices,
  segments: readonly string[],
  today: Day,
): { view: View; problems: ProblemDetails[] } {
  const problems: ProblemDetails[] = [];
  const read = <T extends string>(at: 0 | 1 | 2, choices: readonly T[]): T => {
    const { name, title, usual } = CHOICES[at] ?? { name: 'period', title: '', usual: '' };
    const typed = said[name].trim();
    const found = choices.find((choice) => choice.toLowerCase() === typed.toLowerCase());
    if (found === undefined && typed !== '') problems.push(wrong(title, typed, usual));
    return found ?? (usual as T);
  };
  const period = read(0, PERIODS);
  const kind = read(1, SEGMENT_KINDS);
  const segment = read(2, [ALL_CLIENTS, ...segments]);
  return { view: { period, kind, segment, ...daysOf(period, today) }, problems };
}

/** All segments of these clients, by kind and name. */
export function segmentsIn(clients: readonly Client[]): string[] {
  const found = new Set(
    clients.flatMap((client) => segmentsOf(client).map(([kind, name]) => `${kind}: ${name}`)),
  );
  const rank = (segment: string): number =>
    SEGMENT_KINDS.findIndex((kind) => segment.startsWith(`${kind}: `));
  return [...found].sort((a, b) => rank(a) - rank(b) || a.localeCompare(b, 'en'));
}

/** Whether a client is among those that are shown. */
export function isShown(client: Client, { segment }: View): boolean {
  if (segment === ALL_CLIENTS) return true;
  return segmentsOf(client).some(([kind, name]) => `${kind}: ${name}` === segment);
}

/** The view in words, such as `Last 12 months, all clients`. */
export function describeView({ period, segment }: View): string {
  return `${capital(period === 'all' ? 'since the beginning' : period)}, ${segment}`;
}

/** Up to the end of the month or quarter: networks in other zones date some sales tomorrow. */
function daysOf(period: Period, today: Day): Pick<View, 'from' | 'to'> {
  const quarter = quarterOf(today);
  const month = monthStart(monthOf(today));
  const endOfMonth = addDays(addMonths(month, 1), -1);
  switch (period) {
    case 'this quarter':
      return daysOfQuarter(quarter);
    case 'last quarter':
      return daysOfQuarter(quarterPlus(quarter, -1));
    case 'last 12 months':
      return { from: addMonths(month, -11), to: endOfMonth };
    case 'all':
      return { from: '', to: endOfMonth };
  }
}

function daysOfQuarter(quarter: Quarter): Pick<View, 'from' | 'to'> {
  return { from: quarterStart(quarter), to: addDays(quarterStart(quarterPlus(quarter, 1)), -1) };
}

function wrong(title: string, typed: string, usual: string): ProblemDetails {
  return {
    code: 'choice-unknown',
    tab: DASHBOARD,
    column: title,
    value: typed,
    sentence: `“${cut(typed)}” is not there to choose, so “${usual}” is shown.`,
    remedy: 'Pick one from the list in the cell.',
  };
}
