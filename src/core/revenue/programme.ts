import type { Commission, Product } from '../workbook';

/**
 * Which product a row without a link is about: the one whose name the network's words hold, else the
 * network's only one where it says nothing; blank where that is not clear.
 */
export function productFinder(products: Product[]): (row: Commission) => string {
  const byNetwork = new Map<string, { id: string; name: string }[]>();
  for (const { id, name, network } of products) {
    const key = network.trim().toLowerCase();
    const known = byNetwork.get(key) ?? [];
    if (known.length === 0) byNetwork.set(key, known);
    known.push({ id, name: plain(name) });
  }
  return ({ network, programme, subId }) => {
    const known = byNetwork.get(network.trim().toLowerCase()) ?? [];
    const said = plain(programme);
    // A mark that is not ours is of another link, to who knows what.
    if (said === '' && subId !== '') return '';
    const fitting = known.filter(
      ({ name }) => said === '' || (name !== '' && (said.includes(name) || name.includes(said))),
    );
    const same = fitting.filter(({ name }) => name === said);
    const [found, ...others] = same.length > 0 ? same : fitting;
    return found === undefined || others.length > 0 ? '' : found.id;
  };
}

function plain(name: string): string {
  return name.toLowerCase().replace(/[\s.,_®™-]+/g, '');
}
