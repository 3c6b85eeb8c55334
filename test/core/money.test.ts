import {
  currencyCode,
  exchange,
  fromMajor,
  minorDigits,
  moneyFormat,
  parseAmount,
  showMoney,
  sum,
  times,
  toMajor,
} from '../../src/core/money';

const twd = (minor: number) => ({ minor, currency: 'TWD' });

describe('amounts', () => {
  it('add up without the errors of floating point', () => {
    const tenths = Array.from({ length: 10 }, () => fromMajor(0.1, 'USD'));
    expect(sum(tenths, 'USD')).toEqual({ minor: 100, currency: 'USD' });
  });

  it('refuse to be added across currencies', () => {
    expect(() => sum([twd(1)], 'USD')).toThrow('cannot add TWD to USD');
  });

  it('go to cells and back unchanged', () => {
    for (const currency of ['TWD', 'JPY', 'KWD']) {
      const amount = { minor: 123_457, currency };
      expect(fromMajor(toMajor(amount), currency)).toEqual(amount);
    }
  });

  it('are exchanged at the rate, halves to even', () => {
    expect(exchange({ minor: 1050, currency: 'USD' }, 31.5, 'TWD')).toEqual(twd(33_075));
    expect(exchange({ minor: 1, currency: 'USD' }, 0.5, 'USD').minor).toBe(0);
    expect(exchange({ minor: 3, currency: 'USD' }, 0.5, 'USD').minor).toBe(2);
  });

  it('cross from a currency with cents to one without', () => {
    expect(exchange({ minor: 1999, currency: 'USD' }, 150, 'JPY')).toEqual({
      minor: 2998,
      currency: 'JPY',
    });
  });

  it('are multiplied and rounded to the minor unit', () => {
    expect(times(twd(300_000), 20)).toEqual(twd(6_000_000));
  });
});

describe('parseAmount', () => {
  it.each([
    ['1,234.50', 123_450],
    ['-3', -300],
    [' 12.5 ', 1250],
    ['0.01', 1],
  ])('reads %s', (text, minor) => {
    expect(parseAmount(text, 'USD').minor).toBe(minor);
  });

  it.each(['', '1.234,50', '12 USD', '1,23', '--1', '1e3'])('refuses “%s”', (text) => {
    expect(() => parseAmount(text, 'USD')).toThrow('is not an amount');
  });

  it('refuses more decimals than the currency has', () => {
    expect(() => parseAmount('1.005', 'USD')).toThrow('more decimals than USD knows');
    expect(() => parseAmount('1.5', 'JPY')).toThrow('more decimals than JPY knows');
    expect(parseAmount('1.005', 'KWD').minor).toBe(1005);
  });

  it('refuses what is more than can be added up to the cent', () => {
    expect(() => parseAmount('99999999999999999999', 'USD')).toThrow('more than can be added up');
    expect(parseAmount('90,071,992,547,409.91', 'USD').minor).toBe(Number.MAX_SAFE_INTEGER);
  });
});

describe('currencies', () => {
  it('have the decimals of ISO 4217, whatever the runtime thinks', () => {
    expect(['TWD', 'HUF', 'JPY', 'KWD'].map(minorDigits)).toEqual([2, 2, 0, 3]);
  });

  it('are codes of ISO 4217, in any case', () => {
    expect([' usd ', 'twd', 'Eur'].map(currencyCode)).toEqual(['USD', 'TWD', 'EUR']);
  });

  it.each(['dollar', 'us', '', 'XYZ', 'QQQ', '<b>'])('are not “%s”', (said) => {
    expect(() => currencyCode(said)).toThrow(`“${said}” is not a currency`);
  });

  it('have a sheet’s number format that shows what a text would', () => {
    expect(moneyFormat(twd(6_000_000))).toBe('"NT$"#,##0');
    expect(moneyFormat(twd(812_972))).toBe('"NT$"#,##0.00');
    expect(moneyFormat({ minor: 1, currency: 'JPY' })).toBe('"¥"#,##0');
    expect(moneyFormat({ minor: 1, currency: 'CHF' })).toBe('"CHF\u00a0"#,##0.00');
  });

  it('are shown as their reader writes them', () => {
    expect(showMoney(twd(6_000_000), 'en')).toBe('NT$60,000');
    expect(showMoney({ minor: 123_450, currency: 'EUR' }, 'de')).toBe('1.234,50\u00a0€');
  });
});
