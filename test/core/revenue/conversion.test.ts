import { convert, currenciesWithoutRate } from '../../../src/core/revenue/conversion';
import { aCommission } from '../../support/rows';

describe('convert', () => {
  const usd = aCommission({ commission: { minor: 1200, currency: 'USD' }, homeAmount: null });

  it('takes the rate of the day, and nothing where there is none', () => {
    expect(convert([usd], new Map([['USD', 31.5]]), 'TWD')).toEqual([
      { id: 'M-one', set: { homeAmount: { minor: 37_800, currency: 'TWD' }, homeCurrency: 'TWD' } },
    ]);
    expect(convert([usd], new Map(), 'TWD')).toEqual([]);
    expect(currenciesWithoutRate([usd], new Map(), 'TWD')).toEqual(['USD']);
  });

  it('needs no rate at home, and leaves what is converted', () => {
    const home = aCommission({ homeAmount: null });
    expect(convert([home], new Map(), 'TWD')[0]?.set.homeAmount?.minor).toBe(10_000);
    expect(convert([aCommission({ homeCurrency: 'TWD' })], new Map([['TWD', 9]]), 'TWD')).toEqual(
      [],
    );
    expect(currenciesWithoutRate([home], new Map(), 'TWD')).toEqual([]);
  });
});
