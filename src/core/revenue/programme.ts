import { groupedBy } from '../group';
import type { Commission, Product } from '../workbook';

/**
 * Which product a row without a link is about: the one whose name the network's words hold, else the
 * network's only one where it says nothing; blank where that is not clear.
 */
export function productFinder(products: Product[]): (row: Commission) => string {
  const named = products.map(({ id, name, network }) => ({ id, name: plain(name), network }));
  const byNetwork = groupedBy(named, ({ network }) => network.trim().toLowerCase());
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
