import {
  historyChanges,
  marketFormula,
  rateOn,
  ratePatches,
  rateTable,
} from '../../../src/core/revenue/rates';
import type { PastRate } from '../../../src/core/workbook';
import { aRate, TODAY } from '../../support/rows';

const past = (day: string, rate: number, homeCurrency = 'TWD'): PastRate => ({
  id: `USD ${homeCurrency} ${day}`,
  currency: 'USD',
  day,
  rate,
  homeCurrency,
});
const FORMULA = '=GOOGLEFINANCE("CURRENCY:USDTWD")';
const google = (market: number | string) =>
  aRate({ rate: null, asOf: '', market, homeCurrency: 'TWD' });

describe('the rate of now', () => {
  it('is a person’s, else Google’s, else there is none', () => {
    expect(rateTable([{ ...google(32), rate: 30 }], 'TWD').get('USD')).toBe(30);
    expect(rateTable([google(32)], 'TWD').get('USD')).toBe(32);
    for (const market of ['#N/A', 'Loading...', 0]) {
      expect(rateTable([google(market)], 'TWD').has('USD')).toBe(false);
    }
    expect(rateTable([aRate({ homeCurrency: 'EUR' })], 'TWD').has('USD')).toBe(false);
  });

  it('has its formula beside it, for the home currency of now', () => {
    expect(marketFormula('USD', 'TWD')).toBe(FORMULA);
    expect(ratePatches([aRate()], 'TWD')).toEqual([
      { id: 'USD', expect: { homeCurrency: '' }, set: { homeCurrency: 'TWD', market: FORMULA } },
    ]);
    expect(ratePatches([google('#N/A')], 'TWD')).toEqual([]);
    expect(ratePatches([google(32)], 'EUR')[0]?.set).toMatchObject({ rate: null, asOf: '' });
  });
});

describe('the history of rates', () => {
  it('keeps the day’s rate where it changed', () => {
    const added = [past(TODAY, 32)];
    expect(historyChanges([google(32)], [], 'TWD', TODAY).added).toEqual(added);
    expect(historyChanges([google(32)], [past('2026-11-01', 31)], 'TWD', TODAY).added).toEqual(
      added,
    );
    expect(historyChanges([google(32)], [past('2026-11-01', 32)], 'TWD', TODAY).added).toEqual([]);
    expect(historyChanges([google('#N/A')], [], 'TWD', TODAY).added).toEqual([]);
  });

  it('follows what changes within the day', () => {
    expect(historyChanges([google(33)], [past(TODAY, 32)], 'TWD', TODAY)).toEqual({
      added: [],
      changed: [{ id: `USD TWD ${TODAY}`, expect: { rate: 32 }, set: { rate: 33 } }],
    });
  });

  it('keeps a person’s rate under the day that they gave it', () => {
    expect(historyChanges([aRate()], [], 'TWD', TODAY).added).toEqual([past('2026-11-20', 30)]);
  });

  it('gives the last rate up to a day, else the first after it', () => {
    const on = rateOn(
      [past('2026-11-10', 32), past('2026-11-01', 31), past('2026-01-01', 1, 'EUR')],
      'TWD',
    );
    expect(
      ['2026-10-01', '2026-11-01', '2026-11-09', '2026-12-01'].map((day) => on('USD', day)),
    ).toEqual([31, 31, 31, 32]);
    expect(on('EUR', TODAY)).toBeUndefined();
  });
});
