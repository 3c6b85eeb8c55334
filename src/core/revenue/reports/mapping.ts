import * as v from 'valibot';
import { fingerprint } from '../../identity';
import { COMMISSION_STATUSES } from '../../workbook';
import type { Heading } from './heading';
import type { Report } from './report';
import { STATUS_WORDS } from './status-words';

/** What a column of a report may be to us. */
export const ROLES = [
  'number',
  'at',
  'commission',
  'sale',
  'currency',
  'status',
  'subId',
  'programme',
] as const;
export type Role = (typeof ROLES)[number];

export const ROLE_TITLES: Readonly<Record<Role, string>> = {
  number: 'Its own number',
  at: 'When it was sold',
  commission: 'What you get',
  sale: 'What the customer paid',
  currency: 'Currency',
  status: 'State',
  subId: 'Sub-id',
  programme: 'Programme',
};

export const MappingSchema = v.object({
  network: v.string(),
  /** What rows are that name no state; blank while nobody said it. */
  kind: v.picklist(['', ...COMMISSION_STATUSES]),
  /** The title of each role's column; blank where there is none. */
  columns: v.object({
    number: v.string(),
    at: v.string(),
    commission: v.string(),
    sale: v.string(),
    currency: v.string(),
    status: v.string(),
    subId: v.string(),
    programme: v.string(),
  } satisfies Record<Role, unknown>),
});

/** How a report that nobody knew is to be read, as a person agreed to. */
export type Mapping = v.InferOutput<typeof MappingSchema>;

/** Stands for a report's columns, in whatever order and case. */
export function headerPrint(header: readonly Heading[]): string {
  const names = header.map(({ name }) => name).filter((name) => name !== '');
  return fingerprint([...names].sort().join('\n')).slice(0, 32);
}

/** A mapping as the tab keeps it; undefined for what is none. */
export function parseMapping(kept: string): Mapping | undefined {
  try {
    const parsed = v.safeParse(MappingSchema, JSON.parse(kept));
    return parsed.success ? parsed.output : undefined;
  } catch {
    return undefined;
  }
}

/** The report that a mapping makes of a file; without a number, rows are told apart by all else. */
export function reportOf({ network, kind, columns }: Mapping, print: string): Report {
  const { number, at, commission, sale, currency, status, subId, programme } = columns;
  const present = (column: string): string | undefined => (column === '' ? undefined : column);
  const others = [at, programme, subId, commission, sale, currency];
  return {
    id: `mapped-${print}`,
    network,
    title: 'report',
    known: [at, commission],
    ...optional('number', present(number)),
    sharesNumber: true,
    ...(number === '' ? { key: others.filter((column) => column !== '') } : {}),
    at: { date: at },
    commission,
    ...optional('sale', present(sale)),
    ...optional('currency', present(currency)),
    status: status === '' ? kind || 'pending' : { column: status, means: STATUS_WORDS },
    marks: subId === '' ? [] : [subId],
    ...optional('programme', present(programme)),
    source: 'a person’s mapping',
  };
}

function optional<K extends keyof Report>(
  name: K,
  value: Report[K] | undefined,
): Partial<Pick<Report, K>> {
  return value === undefined ? {} : ({ [name]: value } as Partial<Pick<Report, K>>);
}
