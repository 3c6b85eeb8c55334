import type { ProductForm } from '../../src/panel/protocol';

/** A product of the year, as its network knows it. Not one of them exists. */
export interface Good {
  name: string;
  network: 'Awin' | 'CJ' | 'Rakuten' | 'Dub';
  currency: 'EUR' | 'USD';
  destination: string;
  pays: 'once' | 'monthly' | 'yearly' | 'percent';
  /** What one payment of each of its plans brings, in minor units; where it pays a share, the percentage. */
  plans: readonly [number, ...number[]];
}

const slugOf = (name: string): string => name.toLowerCase().replace(/\W/g, '');

const awin = (name: string, nth: number, rest: Pick<Good, 'pays' | 'plans'>): Good => ({
  ...rest,
  name,
  network: 'Awin',
  currency: 'EUR',
  destination: `https://www.awin1.com/cread.php?awinmid=${9900500 + nth}&awinaffid=9900001&ued=https%3A%2F%2Fwww.${slugOf(name)}.example%2F`,
});
const cj = (name: string, nth: number, rest: Pick<Good, 'pays' | 'plans'>): Good => ({
  ...rest,
  name,
  network: 'CJ',
  currency: 'USD',
  destination: `https://www.dpbolvw.net/click-9900001-${99000500 + nth}`,
});
const rakuten = (name: string, nth: number, rest: Pick<Good, 'pays' | 'plans'>): Good => ({
  ...rest,
  name,
  network: 'Rakuten',
  currency: 'USD',
  destination: `https://click.linksynergy.com/fs-bin/click?id=Zz9Zz9Zz9Zz&offerid=${990500 + nth}.1&type=3`,
});

/** Over four networks; Dub's report names no product, so only one is paid through it. */
export const GOODS: readonly Good[] = [
  awin('Gartenzaun Hosting', 1, { pays: 'monthly', plans: [437, 1290] }),
  awin('Zettelwirt', 2, { pays: 'once', plans: [2500, 4005] }),
  awin('Kassenspatz', 3, { pays: 'yearly', plans: [6000] }),
  awin('Bilderbogen Shop', 4, { pays: 'percent', plans: [7] }),
  cj('Lanternmail', 1, { pays: 'monthly', plans: [900] }),
  cj('Quiet Invoices', 2, { pays: 'once', plans: [3000] }),
  cj('Paperboat Forms', 3, { pays: 'once', plans: [1250, 5000] }),
  cj('Oddment Store', 4, { pays: 'percent', plans: [9] }),
  rakuten('Thimble Booking', 1, { pays: 'monthly', plans: [1111] }),
  rakuten('Saltmarsh Backup', 2, { pays: 'yearly', plans: [4800, 9600] }),
  rakuten('Fernleaf Prints', 3, { pays: 'percent', plans: [5] }),
  rakuten('Kettle Courses', 4, { pays: 'once', plans: [4200] }),
  {
    name: 'Moonlit Reviews',
    network: 'Dub',
    currency: 'USD',
    destination: 'https://refer.moonlitreviews.example/mira?via=mira',
    pays: 'monthly',
    plans: [870, 2610],
  },
];

/** The products as the sidebar's form saves them. */
export function goodForms(): ProductForm[] {
  return GOODS.map(({ name, network, currency, destination, pays, plans: [first] }) => ({
    id: '',
    name,
    network,
    category: '',
    page: `https://www.${slugOf(name)}.example/`,
    destination,
    pays,
    amount: pays === 'percent' ? String(first) : (first / 100).toFixed(2),
    currency,
    months: '',
    goodFor: '',
    facts: `${name} is made up.`,
    active: true,
  }));
}
