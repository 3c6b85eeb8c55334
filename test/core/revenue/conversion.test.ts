import { convert, currenciesWithoutRate } from '../../../src/core/revenue/conversion';
import { type RateOn } from '../../../src/core/revenue/rates';
import { aCommission, NOW, ZONE } from '../../support/rows';

const usd = aCommission({ commission: { minor: 1200, currency: 'USD' }, homeAmount: null });
const at = (rateOn: RateOn) => ({ rateOn, home: 'TWD', zone: ZONE, now: NOW });

it('takes the rate of the row’s day, and nothing where there is none', () => {
  const seen: string[] = [];
  const rates = at((currency, day) => {
    seen.push(`${currency} ${day}`);
    return 31.5;
  });
  expect(convert([usd], rates)).toEqual([
    { id: 'M-one', set: { homeAmount: { minor: 37_800, currency: 'TWD' }, homeCurrency: 'TWD' } },
  ]);
  expect(seen).toEqual(['USD 2026-11-21']);
  expect(
    convert(
      [usd],
      at(() => undefined),
    ),
  ).toEqual([]);
  expect(currenciesWithoutRate([usd], 'TWD')).toEqual(['USD']);
});

it('needs no rate at home, and leaves what is converted', () => {
  const home = aCommission({ homeAmount: null });
  expect(
    convert(
      [home],
      at(() => undefined),
    )[0]?.set.homeAmount?.minor,
  ).toBe(10_000);
  expect(
    convert(
      [aCommission({ homeCurrency: 'TWD' })],
      at(() => 9),
    ),
  ).toEqual([]);
  expect(currenciesWithoutRate([home], 'TWD')).toEqual([]);
});

it.each([
  ['KWD', 1234, 100, 12_340],
  ['JPY', 1234, 0.2, 24_680],
])('counts %s in its own minor units', (currency, minor, rate, worth) => {
  const row = aCommission({ commission: { minor, currency }, homeAmount: null });
  expect(
    convert(
      [row],
      at(() => rate),
    )[0]?.set.homeAmount,
  ).toEqual({
    minor: worth,
    currency: 'TWD',
  });
});
