import { attribute, convert, currenciesWithoutRate } from '../../../src/core/revenue/attribution';
import type { Commission } from '../../../src/core/workbook';
import { aClick, aCommission, aLink, aProduct, NOW } from '../../support/rows';

describe('attribute', () => {
  const traces = { links: [aLink()], clicks: [], products: [aProduct()], own: new Map() };
  const attributed = (ledger: Commission[]) => attribute(ledger, traces);

  it('finds client, product and letter by the mark of the link', () => {
    expect(attributed([aCommission({ subId: 'ABCDEFGHVVVVV' })])).toEqual([
      {
        id: 'M-one',
        set: { clientId: 'C-lin', productId: 'P-rank', letterId: 'L-one', matchedBy: 'sub-id' },
      },
    ]);
  });

  it('leaves what no link explains', () => {
    expect(attributed([aCommission({ subId: 'newsletter' })])).toEqual([]);
  });

  it('does it once, and never over a person', () => {
    expect(attributed([aCommission({ matchedBy: 'sub-id' })])).toEqual([]);
    expect(attributed([aCommission({ clientId: 'C-wu' })])).toEqual([
      { id: 'M-one', set: { matchedBy: 'hand' } },
    ]);
  });
});

describe('attribute, where no mark comes back', () => {
  const DAY = 24 * 3600 * 1000;
  const gumroad = aProduct({ id: 'P-gum', network: 'Gumroad' });
  const tap = (clientId: string, daysAgo: number, counted = true) =>
    aClick({
      id: `${clientId}${daysAgo}`,
      clientId,
      productId: 'P-gum',
      letterId: `L-${clientId}`,
      at: NOW - daysAgo * DAY,
      counted,
    });
  const sale = (given: Partial<Commission> = {}) =>
    aCommission({ network: 'Gumroad', subId: '', productId: 'P-gum', at: NOW, ...given });
  const guess = (taps: ReturnType<typeof tap>[], ledger = [sale()]) =>
    attribute(ledger, { links: [], clicks: taps, products: [gumroad], own: new Map() })[0]?.set;

  it('takes the only tap within the programme’s days, and calls it a guess', () => {
    expect(guess([tap('C-lin', 3), tap('C-wu', 9)])).toEqual({
      clientId: 'C-lin',
      letterId: 'L-C-lin',
      matchedBy: 'guess: only one who tapped within 7 days',
    });
  });

  it('says among how many it chose', () => {
    expect(guess([tap('C-wu', 1), tap('C-lin', 3)])).toMatchObject({
      clientId: 'C-wu',
      matchedBy: 'guess: last of 2 who tapped within 7 days',
    });
  });

  it('guesses nothing from what is no tap, comes after the sale, or where a mark would come back', () => {
    expect(guess([tap('C-lin', 3, false), tap('C-wu', -1)])).toBeUndefined();
    expect(guess([tap('C-lin', 3)], [sale({ network: 'Impact' })])).toBeUndefined();
  });

  it('knows a client by their own address', () => {
    const product = aProduct({ network: 'Rewardful' });
    const own = new Map([
      ['x', { clientId: 'C-lin', productId: product.id, address: '', token: 'mira-7' }],
    ]);
    const ledger = [sale({ network: 'Rewardful', productId: '', subId: 'Mira-7' })];
    expect(attribute(ledger, { links: [], clicks: [], products: [product], own })[0]?.set).toEqual({
      clientId: 'C-lin',
      productId: product.id,
      matchedBy: 'own address',
    });
  });
});

describe('convert', () => {
  const usd = aCommission({ commission: { minor: 1200, currency: 'USD' }, homeAmount: null });

  it('takes the rate of the day, and nothing where there is none', () => {
    expect(convert([usd], new Map([['USD', 31.5]]), 'TWD')).toEqual([
      { id: 'M-one', set: { homeAmount: { minor: 37_800, currency: 'TWD' } } },
    ]);
    expect(convert([usd], new Map(), 'TWD')).toEqual([]);
    expect(currenciesWithoutRate([usd], new Map(), 'TWD')).toEqual(['USD']);
  });

  it('needs no rate at home, and leaves what is converted', () => {
    const home = aCommission({ homeAmount: null });
    expect(convert([home], new Map(), 'TWD')[0]?.set.homeAmount?.minor).toBe(10_000);
    expect(convert([aCommission()], new Map([['TWD', 9]]), 'TWD')).toEqual([]);
    expect(currenciesWithoutRate([home], new Map(), 'TWD')).toEqual([]);
  });
});
