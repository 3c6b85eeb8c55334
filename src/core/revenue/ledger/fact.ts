import type { Instant } from '../../calendar';
import { derivedId } from '../../identity';
import { currencyCode, type Money, parseAmount } from '../../money';
import { Problem } from '../../problem';
import { blankRow } from '../../schema/table';
import type { Patch } from '../../schema/writing';
import { type Commission, COMMISSION_STATUSES, type Fact, reported } from '../../workbook';
import { BY_POSTBACK, type Statement } from '../commission';

/** Where statements come from: a report or an API, a postback, or a hook. */
export interface Origin {
  kind: Exclude<Fact['kind'], ''>;
  /** As the Source column names it. */
  source: string;
}

/** What a source says, as it is kept; the same again, whenever it is said, has the same id. */
export function factOf(statement: Statement, { kind, source }: Origin, now: Instant): Fact {
  const { network, externalId, at, status, sale, commission, subId } = statement;
  const { numbers = '', corrects = '', order = '', customer = '', programme = '' } = statement;
  const texts = { numbers, corrects, order, customer, programme, subId };
  const amounts = [sale?.minor ?? '', commission.minor, commission.currency].map(String);
  return {
    ...blankRow(reported),
    ...texts,
    id: derivedId(
      'F',
      ...[network.toLowerCase(), kind, externalId, status, String(at)],
      ...Object.values(texts),
      ...amounts,
    ),
    network,
    externalId,
    kind,
    at,
    status,
    sale,
    commission,
    currency: commission.currency,
    asOf: statement.asOf ?? at,
    source,
    firstSeen: now,
    exact: Object.entries(statement.exact ?? {})
      .flatMap(([name, decimal]) => (decimal === '' ? [] : [`${name} ${decimal}`]))
      .join('; '),
  };
}

/**
 * What was known and what is said now, together: each fact once, with the latest instant up to which
 * it was said. Merging is the same in any order and any number of times.
 */
export function mergeFacts(
  known: Fact[],
  said: Fact[],
): { all: Fact[]; added: Fact[]; changed: Patch<typeof reported.columns>[] } {
  const before = new Map(known.map((fact) => [fact.id, fact]));
  const all = new Map(before);
  for (const fact of said) {
    const found = all.get(fact.id);
    if (found === undefined) all.set(fact.id, fact);
    else if (upTo(fact) > upTo(found)) all.set(fact.id, { ...found, asOf: fact.asOf });
  }
  const merged = [...all.values()];
  return {
    all: merged,
    added: merged.filter(({ id }) => !before.has(id)),
    changed: merged.flatMap((fact) => {
      const found = before.get(fact.id);
      const isSame = found === undefined || found.asOf === fact.asOf;
      return isSame ? [] : [{ id: fact.id, set: { asOf: fact.asOf } }];
    }),
  };
}

/** Until when a source said it. */
export function upTo({ asOf, at }: Fact): number {
  return asOf ?? at ?? 0;
}

/** The fact behind a row that was booked before facts were kept, from its own As reported. */
export function factBehind(row: Commission): Fact | undefined {
  const said = /^(\w+); sale (.+?); commission (.+?); sub-id (.*?)(; at \S+)?$/.exec(row.reported);
  const status = COMMISSION_STATUSES.find((known) => known === said?.[1]);
  const commission = amountIn(said?.[3] ?? '');
  if (said === null || status === undefined || commission === null || row.at === null) {
    return undefined;
  }
  const sale = amountIn(said[2] ?? '');
  const { network, externalId, at, source } = row;
  return factOf(
    { network, externalId, at, status, sale, commission, subId: said[4] ?? '' },
    { kind: source === BY_POSTBACK ? 'postback' : 'report', source },
    row.firstSeen ?? at,
  );
}

/** `12.5 USD` as an amount; null for `unknown`. */
function amountIn(said: string): Money | null {
  const [amount = '', currency = ''] = said.split(' ');
  try {
    return parseAmount(amount, currencyCode(currency));
  } catch (error) {
    if (error instanceof Problem) return null;
    throw error;
  }
}
