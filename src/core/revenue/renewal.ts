import type { Commission } from '../workbook';

type Found = Pick<Commission, 'clientId' | 'productId' | 'letterId' | 'matchedBy' | 'chance'>;

/** Finds the first sale behind a renewal, by the network's mark for the customer or subscription. */
export function renewalFinder(ledger: Commission[]): {
  of: (row: Commission) => Found | undefined;
  /** Lets what was found lead to further renewals. */
  note: (row: Commission) => void;
} {
  const first = new Map<string, Commission>();
  const note = (row: Commission): void => {
    if (row.customer === '' || row.clientId === '') return;
    const key = keyOf(row);
    const known = first.get(key);
    if (known === undefined || (row.at ?? 0) < (known.at ?? 0)) first.set(key, row);
  };
  ledger.forEach(note);
  return {
    note,
    of: (row) => {
      const found = row.customer === '' ? undefined : first.get(keyOf(row));
      if (found === undefined || found.id === row.id) return undefined;
      const { clientId, letterId, chance, externalId } = found;
      const productId = row.productId || found.productId;
      return { clientId, productId, letterId, matchedBy: `renewal of ${externalId}`, chance };
    },
  };
}

function keyOf({ network, customer }: Commission): string {
  return JSON.stringify([network.toLowerCase(), customer]);
}
