import { readdirSync } from 'node:fs';
import path from 'node:path';
import { NETWORKS, networkOf } from '../../../src/core/referrals/networks';
import {
  checkProduct,
  gateRoutes,
  linkable,
  markedDestination,
  withRoutes,
} from '../../../src/core/referrals/route';
import { aProduct } from '../../support/rows';

const way = (productId: string) => ({
  productId,
  occasionId: 'quarterly-report',
  channel: 'email' as const,
});

describe('withRoutes', () => {
  it('names a way once, and the same way the same', () => {
    const first = withRoutes([], [way('P1'), way('P2'), way('P1')]);
    expect(first).toHaveLength(2);
    expect(withRoutes(first, [way('P2')])).toEqual(first);
    expect(withRoutes([], [way('P1')])[0]).toEqual(first[0]);
  });

  it('never gives one name to two ways', () => {
    const ways = Array.from({ length: 600 }, (_, i) => way(`P${i}`));
    const names = withRoutes([], ways).map(({ route }) => route);
    expect(new Set(names).size).toBe(600);
    expect(names.every((name) => name.length === 3)).toBe(true);
  });
});

describe('gateRoutes', () => {
  const known = withRoutes([], [way('P-rank')]);

  it('leads to the marked address of an active product', () => {
    expect(gateRoutes(known, [aProduct()])).toMatchObject([
      { product: 'Rankly', to: 'https://rankly.sjv.io/c/11/22/33?subId1={subid}', state: 'live' },
    ]);
  });

  it.each([
    ['inactive', [aProduct({ active: false })]],
    ['gone', []],
    ['unsafe', [aProduct({ destination: 'javascript:alert(1)' })]],
  ])('rests where the product is %s', (_, products) => {
    expect(gateRoutes(known, products)).toMatchObject([{ to: '', state: 'paused' }]);
  });
});

describe('networks', () => {
  it.each([
    ['Impact', 'https://rankly.sjv.io/c/1/2/3', 'https://rankly.sjv.io/c/1/2/3?subId1={subid}'],
    [
      'PartnerStack',
      'https://hosty.partnerlinks.io/mira',
      'https://hosty.partnerlinks.io/mira?sid={subid}',
    ],
    [
      'Awin',
      'https://www.awin1.com/cread.php?awinmid=1&awinaffid=2&ued=https%3A%2F%2Fshop.example',
      'https://www.awin1.com/cread.php?awinmid=1&awinaffid=2&ued=https%3A%2F%2Fshop.example&clickref={subid}',
    ],
  ])(
    '%s is recognised by its address and marks it in its own place',
    (network, destination, marked) => {
      expect(networkOf(destination)?.title).toBe(network);
      expect(markedDestination(aProduct({ network, destination }))).toBe(marked);
    },
  );

  it('Direct is left as it is', () => {
    const product = aProduct({ network: 'Direct', destination: 'https://shop.example/?ref=mira' });
    expect(markedDestination(product)).toBe('https://shop.example/?ref=mira');
  });

  it('each have a file, a source and a date', () => {
    const folder = path.join(__dirname, '../../../src/core/referrals/networks');
    const files = readdirSync(folder).filter((file) => file !== 'index.ts');
    expect(NETWORKS.map(({ title }) => `${title.toLowerCase()}.ts`).sort()).toEqual(files.sort());
    for (const { source, checked } of NETWORKS) {
      expect(source).not.toBe('');
      expect(checked).toMatch(/^\d{4}-\d\d-\d\d$/);
    }
  });
});

describe('checkProduct', () => {
  it('says in words what will work', () => {
    expect(checkProduct(aProduct())).toContain('Sub Id 1');
  });

  it('notices an address of another network', () => {
    expect(checkProduct(aProduct({ network: 'Awin' }))).toContain(
      'looks like an address of Impact',
    );
  });

  it.each(['http://rankly.example', 'javascript:alert(1)', 'rankly', 'https://x.example/{subid}'])(
    'refuses to lead anybody to “%s”',
    (destination) => {
      expect(() => checkProduct(aProduct({ destination }))).toThrow(
        'not an address that a client can be led to',
      );
    },
  );

  it('refuses a network that is not known', () => {
    expect(() => checkProduct(aProduct({ network: 'Nowhere' }))).toThrow(
      'Pick one of: Impact, PartnerStack, Awin, Direct',
    );
  });
});

it('recommends only what links can be made for, and says what cannot', () => {
  const { products, problems } = linkable([
    aProduct(),
    aProduct({ id: 'x', name: 'Odd', destination: 'odd' }),
    aProduct({ id: 'y', active: false }),
  ]);
  expect(products.map(({ id }) => id)).toEqual(['P-rank']);
  expect(problems).toMatchObject([{ tab: 'Products', column: 'Destination', value: 'odd' }]);
});
