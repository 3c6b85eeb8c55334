import { groupedBy } from '../../group';
import { blankRow } from '../../schema/table';
import { type Commission, commissions, type Fact } from '../../workbook';
import { salesOf } from './sale';

/** The facts that some rows of the ledger come from, under whatever numbers they were told. */
export function factsBehind(rows: Commission[], facts: Fact[]): Fact[] {
  const ids = new Set(rows.map(({ id }) => id));
  const networks = new Set(rows.map(({ network }) => network.toLowerCase()));
  const told = facts.filter(({ network }) => networks.has(network.toLowerCase()));
  return [...groupedBy(told, ({ network }) => network.toLowerCase())].flatMap(([network, own]) => {
    const numbers = new Set(
      salesOf(own)
        .map(({ externalId, formerIds }) => [externalId, ...formerIds])
        .filter((all) => all.some((externalId) => ids.has(idOf(network, externalId))))
        .flat(),
    );
    const customers = new Set(
      own.filter(({ externalId }) => numbers.has(externalId)).map(({ customer }) => customer),
    );
    return own.filter(
      ({ externalId, customer }) =>
        numbers.has(externalId) || (customer !== '' && customers.has(customer)),
    );
  });
}

function idOf(network: string, externalId: string): string {
  return commissions.derive({ ...blankRow(commissions), network, externalId });
}
