import { readOwnAddresses } from '../../../src/core/referrals/own-address';
import {
  gateRoutes,
  linkable,
  markedDestination,
  withRoutes,
} from '../../../src/core/referrals/route';
import { aProduct, NO_DESTINATIONS, WAY } from '../../support/rows';

const way = (productId: string) => ({ ...WAY, productId });

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
    expect(gateRoutes(known, [aProduct()], NO_DESTINATIONS)).toMatchObject([
      { product: 'Rankly', to: 'https://rankly.sjv.io/c/11/22/33?subId1={subid}', state: 'live' },
    ]);
  });

  it.each([
    ['inactive', [aProduct({ active: false })]],
    ['gone', []],
    ['unsafe', [aProduct({ destination: 'javascript:alert(1)' })]],
  ])('rests where the product is %s', (_, products) => {
    expect(gateRoutes(known, products, NO_DESTINATIONS)).toMatchObject([
      { to: '', state: 'paused' },
    ]);
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

describe('markedDestination', () => {
  it('leaves a deal of one’s own as it is', () => {
    const product = aProduct({ network: 'Direct', destination: 'https://shop.example/?ref=mira' });
    expect(markedDestination(product, WAY, NO_DESTINATIONS)).toBe('https://shop.example/?ref=mira');
  });

  it('leads a client to their own address, and everybody else to everybody’s', () => {
    const product = aProduct({
      network: 'Rewardful',
      destination: 'https://app.example/?via=mira',
    });
    const row = { id: '', clientId: 'C-lin', productId: product.id };
    const { own } = readOwnAddresses(
      [{ ...row, address: 'https://app.example/?via=mira-7' }],
      [product],
    );
    const lead = (clientId: string): string =>
      markedDestination(product, { ...WAY, clientId }, { utm: '', own });
    expect(lead('C-lin')).toBe('https://app.example/?via=mira-7');
    expect(lead('')).toBe('https://app.example/?via=mira');
  });

  it('gives the shop its UTM parameters, by occasion', () => {
    const product = aProduct({ network: 'Direct', destination: 'https://shop.example/' });
    const utm = 'utm_source=letter&utm_campaign={occasion}&utm_content={product}';
    expect(markedDestination(product, WAY, { ...NO_DESTINATIONS, utm })).toBe(
      'https://shop.example/?utm_source=letter&utm_campaign=quarterly-report&utm_content=rankly',
    );
  });
});

it('makes no links where the network is closed, and says where to look', () => {
  const { products, problems } = linkable([
    aProduct({
      network: 'ShareASale',
      destination: 'https://www.shareasale.com/r.cfm?b=1&u=2&m=3',
    }),
  ]);
  expect(products).toEqual([]);
  expect(problems[0]?.sentence).toContain('ShareASale closed in October 2025');
  expect(problems[0]?.remedy).toContain('Awin');
});

it('an own address must lead to its product', () => {
  const { own, problems } = readOwnAddresses(
    [{ id: '', clientId: 'C-lin', productId: 'P-rank', address: 'https://evil.example/' }],
    [aProduct()],
  );
  expect(own.size).toBe(0);
  expect(problems).toMatchObject([{ tab: 'Addresses', value: 'https://evil.example/' }]);
});
