import { Problem } from '../../../src/core/problem';
import {
  choice,
  type Cell,
  type CellContext,
  count,
  currency,
  day,
  instant,
  list,
  money,
  number,
  text,
  yesNo,
} from '../../../src/core/schema/column';

const context = (siblings: Record<string, Cell> = {}): CellContext => ({
  zone: 'Asia/Taipei',
  home: 'TWD',
  sibling: (header) => siblings[header] ?? '',
});
const look = { help: 'Help.' };

describe('text', () => {
  it.each(['=1+1', '007', '+886 2 1234', '1/2', "'quoted", ' spaced '])(
    'stays byte for byte: %s',
    (value) => {
      const column = text('Name', look);
      expect(column.encode(column.decode(value, context()))).toBe(value);
      expect(column.format).toBe('@');
    },
  );

  it('takes a number that a sheet made of it', () => {
    expect(text('Name', look).decode(7, context())).toBe('7');
  });
});

describe('choice', () => {
  const column = choice('Stage', { ...look, choices: ['Active', 'Closed'] });

  it('is the same in upper and lower case', () => {
    expect(column.decode('active', context())).toBe('Active');
    expect(column.decode('', context())).toBe('');
  });

  it('refuses what is not offered, and says what is', () => {
    expect(() => column.decode('Gone', context())).toThrow(
      '“Gone” is not one of the choices. Pick one of: Active, Closed.',
    );
  });
});

it('list parts at commas of every script', () => {
  expect(list('Needs', look).decode('SEO, web，shop、 logo;', context())).toEqual([
    'SEO',
    'web',
    'shop',
    'logo',
  ]);
});

describe('yes and no', () => {
  const column = yesNo('Active', { ...look, blank: true });

  it.each([
    ['yes', true],
    ['NO', false],
    ['', true],
    [true, true],
  ])('reads %s', (cell, value) => {
    expect(column.decode(cell, context())).toBe(value);
  });

  it('refuses a maybe', () => {
    expect(() => column.decode('maybe', context())).toThrow('“maybe” is neither yes nor no');
  });
});

describe('numbers', () => {
  it('may be missing, and are refused where they are words', () => {
    const column = number('Rate', { ...look, format: '0.00' });
    expect(column.decode('', context())).toBeNull();
    expect(column.decode('31.5', context())).toBe(31.5);
    expect(() => column.decode('much', context())).toThrow('“much” is not a number');
  });

  it('count from nothing up', () => {
    const column = count('Taps', look);
    expect(column.decode('', context())).toBe(0);
    expect(() => column.decode(-1, context())).toThrow('“-1” is not a whole number from 0 up');
    expect(() => column.decode(1.5, context())).toThrow('not a whole number');
  });
});

describe('money', () => {
  const sale = money('Sale', { ...look, currency: { header: 'Currency' } });
  const earned = money('Earned', { ...look, currency: 'home' });

  it('has the currency that stands beside it, or the home currency', () => {
    expect(sale.decode(12.5, context({ Currency: 'usd' }))).toEqual({
      minor: 1250,
      currency: 'USD',
    });
    expect(earned.decode(12.5, context())).toEqual({ minor: 1250, currency: 'TWD' });
  });

  it('is refused without a currency', () => {
    expect(() => sale.decode(12.5, context())).toThrow('“” is not a currency');
  });

  it('is written in major units', () => {
    expect(sale.encode({ minor: 1250, currency: 'USD' })).toBe(12.5);
    expect(sale.encode(null)).toBe('');
  });

  it('reads a currency, or none', () => {
    expect(currency('Currency', look).decode('', context())).toBe('');
    expect(() => currency('Currency', look).decode('NT$', context())).toThrow('“NT$”');
  });
});

describe('dates', () => {
  it('are days of the workbook’s zone', () => {
    const column = day('Since', look);
    expect(column.decode(new Date('2026-11-20T17:30:00Z'), context())).toBe('2026-11-21');
    expect(column.decode('2026/11/21', context())).toBe('2026-11-21');
    expect(() => column.decode('last spring', context())).toThrow('“last spring” is not a date');
  });

  it('with a time are instants', () => {
    const column = instant('Sent', look);
    const at = new Date('2026-11-20T17:30:00Z');
    expect(column.decode(at, context())).toBe(at.getTime());
    expect(column.decode('2026-11-21', context())).toBe(Date.parse('2026-11-20T16:00:00Z'));
    expect(column.encode(at.getTime())).toEqual(at);
    expect(column.encode(null)).toBe('');
  });

  it.each([
    ['2026-02-30', instant('At', look)],
    ['2026-13-01', instant('At', look)],
    ['2026-02-30', day('Since', look)],
    ['2026-02-30 25:00', instant('At', look)],
  ])('that there are not, such as %s, are a problem and no fault', (said, column) => {
    expect(() => column.decode(said, context())).toThrow(Problem);
  });
});
