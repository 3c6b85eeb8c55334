import { attribute, convert, currenciesWithoutRate } from '../../../src/core/revenue/attribution';
import { aCommission, aLink } from '../../support/rows';

describe('attribute', () => {
  const links = [aLink()];

  it('finds client, product and letter by the mark of the link', () => {
    expect(attribute([aCommission({ subId: 'ABCDEFGHVVVVV' })], links)).toEqual([
      {
        id: 'M-one',
        set: { clientId: 'C-lin', productId: 'P-rank', letterId: 'L-one', matchedBy: 'sub-id' },
      },
    ]);
  });

  it('leaves what no link explains', () => {
    expect(attribute([aCommission({ subId: 'newsletter' })], links)).toEqual([]);
  });

  it('does it once, and never over a person', () => {
    expect(attribute([aCommission({ matchedBy: 'sub-id' })], links)).toEqual([]);
    expect(attribute([aCommission({ clientId: 'C-wu' })], links)).toEqual([
      { id: 'M-one', set: { matchedBy: 'hand' } },
    ]);
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
