import type { Contents } from './contents';
import type { Mapping, Role } from './mapping';
import {
  AT_NAMES,
  COMMISSION_NAME,
  MARK_NAME,
  NO_AMOUNT_NAME,
  NUMBER_NAME,
  PROGRAMME_NAME,
  SALE_NAME,
  STATUS_NAME,
} from './role-names';

/** A column chosen for a role, and why; blank where none is. */
export interface Choice {
  column: string;
  why: string;
  /** What a person must settle first: money and identity are never guessed. */
  doubt: string;
}

export interface Proposal {
  mapping: Mapping;
  choices: Record<Role, Choice>;
  /** What stands in the way of booking. */
  doubts: string[];
}

/** What a person has settled so far. */
export interface Settled {
  network?: string | undefined;
  kind?: Mapping['kind'] | undefined;
  columns?: Readonly<Record<string, string>> | undefined;
}

/** How an unknown report could be read, by its columns' names and contents, with the reasons. */
export function proposeMapping(
  columns: readonly Contents[],
  hints: { network: string; isPaid: boolean },
  settled: Settled,
): Proposal {
  const found: Record<Role, Choice> = {
    number: numberOf(columns),
    at: atOf(columns),
    commission: commissionOf(columns),
    sale: saleOf(columns),
    currency: first(columns, ({ areCurrencies }) => areCurrencies, 'it holds currencies alone'),
    status: statusOf(columns),
    subId: markOf(columns),
    programme: first(
      columns,
      ({ bare, areAmounts }) => PROGRAMME_NAME.test(bare) && !areAmounts,
      'of its name',
    ),
  };
  const choices = withSettled(found, settled.columns ?? {});
  const network = (settled.network ?? hints.network).trim();
  const kind = settled.kind ?? (hints.isPaid ? 'paid' : '');
  const isOpenKind = choices.status.column === '' && kind === '';
  const doubts = [
    ...(network === '' ? ['It does not say which network or shop pays.'] : []),
    ...(isOpenKind ? ['It does not say whether its rows are pending, approved or paid.'] : []),
    ...Object.values(choices).flatMap(({ doubt }) => (doubt === '' ? [] : [doubt])),
  ];
  const columnOf = (role: Role): string => choices[role].column;
  return {
    mapping: {
      network,
      kind,
      columns: {
        number: columnOf('number'),
        at: columnOf('at'),
        commission: columnOf('commission'),
        sale: columnOf('sale'),
        currency: columnOf('currency'),
        status: columnOf('status'),
        subId: columnOf('subId'),
        programme: columnOf('programme'),
      },
    },
    choices,
    doubts,
  };
}

function commissionOf(columns: readonly Contents[]): Choice {
  const amounts = columns.filter(({ areAmounts }) => areAmounts);
  const named = amounts.filter(
    ({ bare }) => COMMISSION_NAME.test(bare) && !NO_AMOUNT_NAME.test(bare),
  );
  const [only] = named;
  if (only !== undefined && named.length === 1) return chosen(only, 'of its name and its amounts');
  const candidates = named.length > 1 ? named : amounts;
  const titles = candidates.map(({ title }) => `“${title}”`).join(', ');
  return open(
    candidates.length === 0
      ? 'No column holds amounts.'
      : `What you get could be ${titles}: an amount is never guessed.`,
  );
}

function saleOf(columns: readonly Contents[]): Choice {
  const named = columns.filter(({ areAmounts, bare }) => areAmounts && SALE_NAME.test(bare));
  const [only] = named;
  if (only !== undefined && named.length === 1) return chosen(only, 'of its name and its amounts');
  if (named.length === 0) return none('no column is surely the price');
  return none(`several could be it: ${named.map(({ title }) => title).join(', ')}`);
}

function numberOf(columns: readonly Contents[]): Choice {
  const named = columns.filter(({ bare }) => NUMBER_NAME.test(bare));
  const unique = named.filter(({ isUnique }) => isUnique);
  const [only] = unique;
  if (only !== undefined && unique.length === 1) {
    return chosen(only, 'of its name, and no two rows share one');
  }
  if (unique.length > 1) {
    const titles = unique.map(({ title }) => `“${title}”`).join(', ');
    return open(`A row’s own number could be ${titles}.`);
  }
  const [repeated] = named;
  return open(
    repeated === undefined
      ? 'No column is surely a row’s own number, by which it would be known again.'
      : `“${repeated.title}” is blank or the same in several rows, so that it is no row’s own number.`,
  );
}

function atOf(columns: readonly Contents[]): Choice {
  const dates = columns.filter(({ areDates, filled, rows }) => areDates && filled === rows);
  const [only] = dates;
  if (only !== undefined && dates.length === 1) return chosen(only, 'it alone holds dates');
  for (const name of AT_NAMES) {
    const [named, ...others] = dates.filter(({ bare }) => name.test(bare));
    if (named !== undefined && others.length === 0) return chosen(named, 'of its name and dates');
  }
  const titles = dates.map(({ title }) => `“${title}”`).join(', ');
  return open(
    dates.length === 0 ? 'No column holds a date in each row.' : `The day could be ${titles}.`,
  );
}

function statusOf(columns: readonly Contents[]): Choice {
  const named = columns.filter(({ bare }) => STATUS_NAME.test(bare));
  const states = columns.filter(({ areStates }) => areStates);
  const best = named.find((column) => states.includes(column)) ?? states[0] ?? named[0];
  if (best === undefined) return none('no column tells it');
  return chosen(best, states.includes(best) ? 'it holds states that are known' : 'of its name');
}

function markOf(columns: readonly Contents[]): Choice {
  const ours = columns.find(({ hasMarks, bare }) => hasMarks && !NUMBER_NAME.test(bare));
  if (ours !== undefined) return chosen(ours, 'marks of ours came back in it');
  return first(columns, ({ bare }) => MARK_NAME.test(bare), 'of its name');
}

function first(
  columns: readonly Contents[],
  is: (column: Contents) => boolean,
  why: string,
): Choice {
  const found = columns.find(is);
  return found === undefined ? none('no column tells it') : chosen(found, why);
}

const chosen = ({ title }: Contents, why: string): Choice => ({ column: title, why, doubt: '' });
const none = (why: string): Choice => ({ column: '', why, doubt: '' });
const open = (doubt: string): Choice => ({ column: '', why: 'you should say it', doubt });

/** What a person chose stands; only the money and the day cannot be left out. */
function withSettled(
  found: Record<Role, Choice>,
  settled: Readonly<Record<string, string>>,
): Record<Role, Choice> {
  const entries = Object.entries(found).map(([role, choice]): [string, Choice] => {
    const column = settled[role];
    if (column === undefined) return [role, choice];
    const isNeeded = (role === 'commission' || role === 'at') && column === '';
    return [role, { column, why: 'you chose it', doubt: isNeeded ? choice.doubt : '' }];
  });
  return Object.fromEntries(entries) as Record<Role, Choice>;
}
