import { roundingIn } from '../../../../src/core/revenue/reports/rounding';
import { readCsv } from '../../../support/read-report';

const IMPACT =
  'Action Id,Paystub Id,Campaign Name,Sub Id 1,Sub Id 3,Sale Amount,Payout,Action Date';
const impact = (...rows: string[]) => readCsv([IMPACT, ...rows].join('\n'));
const PARTNERSTACK =
  'Issued Commission Amount;Issued Commission Currency;Created;Commission status;Program';
const partnerstack = (...rows: string[]) => readCsv([PARTNERSTACK, ...rows].join('\n'));

describe('a row', () => {
  it('finds our mark in whichever sub-id it came back', () => {
    const { statements } = impact('1,9,A,newsletter,hgfedcbawwwww,,5,2026-01-01');
    expect(statements[0]?.subId).toBe('hgfedcbawwwww');
  });

  it.each([
    [',9,A,,,,5,2026-01-01', 'The row has no Action Id'],
    ['1,9,A,,,,twelve,2026-01-01', 'Payout: “twelve” is not an amount'],
    ['1,9,A,,,,,2026-01-01', 'Payout: “” is not an amount'],
    ['1,9,A,,,x,5,2026-01-01', 'Sale Amount: “x” is not an amount'],
    ['1,9,A,,,,5.255,2026-01-01', 'may be read in two ways'],
    ['1,9,A,,,,5,14/9/26', 'Action Date: “14/9/26” is not a date'],
    ['1,9,A,,,,5,00,2026-01-01', 'The row has 9 cells, where the header names 8'],
  ])('is refused for %s, and the others go on', (row, why) => {
    const { statements, refused } = impact(row, '', 'ok,9,A,,,,7,2026-01-01');
    expect(refused[0]?.row).toBe(2);
    expect(refused[0]?.why).toContain(why);
    expect(statements.map(({ externalId }) => externalId)).toEqual(['ok']);
  });

  it('keeps text that a sheet could take for a formula as text', () => {
    const { statements } = impact('=1+1,9,A,"=HYPERLINK(""https://x.example"")",,,5,2026-01-01');
    expect(statements[0]).toMatchObject({
      externalId: '=1+1',
      subId: '=HYPERLINK("https://x.example")',
    });
  });

  it('that contradicts itself about its currency is refused', () => {
    const { refused } = partnerstack('€5,00;USD;2026-01-01 10:00:00;Paid;Kit');
    expect(refused[0]?.why).toContain('says “USD” and “€” of its currency');
  });

  it('of a state that is not known is refused', () => {
    const { refused } = partnerstack('5,00;USD;2026-01-01 10:00:00;Frozen;Kit');
    expect(refused[0]?.why).toContain('“Frozen” is not a state that Perennial knows');
  });
});

describe('a row that stands there twice', () => {
  it('is taken once where the network numbers it', () => {
    const row = '1,9,A,,,,5,2026-01-01';
    const { statements, passed, refused } = impact(row, '1,9,A,,,,5.00,2026-01-01T00:00');
    expect([statements.length, refused.length]).toEqual([1, 0]);
    expect(passed).toEqual([{ row: 3, what: 'twice', why: 'It says the same as row 2.' }]);
  });

  it('with other figures is refused, both of it', () => {
    const { statements, refused } = impact('1,9,A,,,,5,2026-01-01', '1,9,A,,,,6,2026-01-01');
    expect(statements).toEqual([]);
    expect(refused.map(({ row }) => row)).toEqual([2, 3]);
    expect(refused[0]?.why).toContain('Action Id 1 stands in rows 2 and 3 with different figures');
  });

  it('with other figures is believed where one is newer', () => {
    const { statements, passed } = readCsv(
      [
        'ID,Earnings,Currency,Status,Created at,Updated at',
        'cm_1,$5.00,usd,paid,2026-01-01T00:00:00Z,2026-03-01T00:00:00Z',
        'cm_1,$5.00,usd,pending,2026-01-01T00:00:00Z,2026-02-01T00:00:00Z',
      ].join('\n'),
    );
    expect(statements.map(({ status }) => status)).toEqual(['paid']);
    expect(passed).toMatchObject([{ row: 3, what: 'twice' }]);
  });

  it('is two commissions where nothing numbers it, with ids that no order changes', () => {
    const one = '5,00;USD;2026-01-01 10:00:00;Withdrawn;Kit';
    const two = '5,00;USD;2026-01-01 10:00:00;Pending;Kit';
    const told = (...rows: string[]) =>
      partnerstack(...rows)
        .statements.map(({ externalId, status }) => [externalId, status])
        .sort();
    const ids = told(one, two);
    expect(new Set(ids.map(([id]) => id)).size).toBe(2);
    expect(told(two, one)).toEqual(ids);
  });

  it('keeps its id when its state changes', () => {
    const idOf = (state: string) =>
      partnerstack(`5,00;USD;2026-01-01 10:00:00;${state};Kit`).statements[0]?.externalId;
    expect(idOf('Pending')).toBe(idOf('Withdrawn'));
  });

  it('takes back what it numbers, as a row of its own', () => {
    const { statements } = impact('1,9,A,,,,5,2026-01-01', '1,10,A,,,,-5,2026-01-01');
    expect(statements).toMatchObject([
      { externalId: '1', commission: { minor: 500 } },
      { externalId: '1-reversal', corrects: '1', commission: { minor: -500 } },
    ]);
  });
});

describe('a currency', () => {
  const currencyOf = (csv: string, given = {}) => {
    const { statements, asks } = readCsv(csv, { currency: '', ...given });
    return [statements[0]?.commission, asks.currency];
  };
  const dub = 'ID,Earnings,Status,Created at';

  it.each([
    [`${dub},Currency\n1,5.00,paid,2026-01-01,EUR`, 'EUR'],
    [`ID,Earnings (EUR),Status,Created at\n1,5.00,paid,2026-01-01`, 'EUR'],
    [`${dub}\n1,€5.00,paid,2026-01-01`, 'EUR'],
    [`${dub}\n1,5.00 EUR,paid,2026-01-01`, 'EUR'],
    [`Currency: EUR\n${dub}\n1,5.00,paid,2026-01-01`, 'EUR'],
    [`${dub},Currency\n1,$5.00,paid,2026-01-01,CAD`, 'CAD'],
  ])('is read where the file says it: %s', (csv, currency) => {
    expect(currencyOf(csv)).toEqual([{ minor: 500, currency }, []]);
  });

  it('is asked for where nothing says it, by programme', () => {
    const csv = `${IMPACT}\n1,9,Rankly,,,,5,2026-01-01\n2,9,Pennywise,,,,5,2026-01-01`;
    expect(currencyOf(csv)).toEqual([{ minor: 500, currency: '' }, ['Pennywise', 'Rankly']]);
    const currencies = new Map([['Rankly', 'JPY']]);
    expect(currencyOf(csv, { currency: 'EUR', currencies })[0]).toEqual({
      minor: 5,
      currency: 'JPY',
    });
  });

  it('with a sign that several share is asked for', () => {
    expect(currencyOf(`${dub}\n1,$5.00,paid,2026-01-01`)[1]).toEqual(['']);
  });

  it.each([
    ['KWD', '1.234', 1234],
    ['KWD', '1,234', 1_234_000],
    ['JPY', '1,234', 1234],
    ['USD', '1,234', 123_400],
  ])('of %s reads %s', (currency, amount, minor) => {
    const { statements, asks } = readCsv(
      `${dub},Currency\n1,"${amount}",paid,2026-01-01,${currency}`,
    );
    expect(statements[0]?.commission).toEqual({ minor, currency });
    expect(asks.decimal).toBe('');
  });
});

describe('what may be read in two ways', () => {
  const awin = 'id,publisher_id,commission,date,commission_status,currency';

  it('is asked, and refused until somebody said it', () => {
    const csv = `${awin}\n1,2,"1,234",03/04/2026,1,EUR`;
    const { asks, refused } = readCsv(csv);
    expect(asks).toMatchObject({ dates: '03/04/2026', decimal: '1,234' });
    expect(refused).toHaveLength(1);
    const { statements } = readCsv(csv, { dates: 'dmy', decimal: '.' });
    expect(statements[0]).toMatchObject({
      at: Date.parse('2026-04-03T00:00:00+08:00'),
      commission: { minor: 123_400 },
    });
  });

  it('is settled by the file’s other cells', () => {
    const csv = `${awin}\n1,2,"1,234",03/04/2026,1,EUR\n2,2,"1,50",03/25/2026,1,EUR`;
    const { asks, refused } = readCsv(csv);
    expect(asks).toMatchObject({ dates: '', decimal: '' });
    expect(refused[0]?.why).toContain('more decimals than EUR knows');
  });

  it('is nobody’s question in a row that is left out anyway', () => {
    const { asks } = readCsv(
      'Date,Time,TimeZone,Type,Status,Currency,Gross,Net,Transaction ID\n03/04/2026,10:00,UTC,Shop sale,Completed,EUR,"1,234",1,a',
    );
    expect(asks).toMatchObject({ dates: '', decimal: '' });
  });

  it('is asked, too, where the report writes both', () => {
    const csv = `${awin}\n1,2,1.50,2026-01-01,1,EUR\n2,2,"1,50",2026-01-01,1,EUR`;
    expect(readCsv(csv).refused.map(({ why }) => why)).toEqual([
      expect.stringContaining('writes its decimals in two ways'),
      expect.stringContaining('writes its decimals in two ways'),
    ]);
    expect(readCsv(csv, { decimal: '.' }).statements).toHaveLength(1);
  });
});

describe('time', () => {
  const dub = 'ID,Earnings,Currency,Status';
  const atOf = (csv: string) => new Date(readCsv(csv).statements[0]?.at ?? 0).toISOString();

  it('is in the zone of the column’s title, of the lines above, else of the sheet', () => {
    const row = '1,5,USD,paid,2026-01-01 10:00';
    expect(atOf(`${dub},Created at (PST)\n${row}`)).toBe('2026-01-01T18:00:00.000Z');
    expect(atOf(`Time zone: UTC\n${dub},Created at\n${row}`)).toBe('2026-01-01T10:00:00.000Z');
    expect(atOf(`${dub},Created at\n${row}`)).toBe('2026-01-01T02:00:00.000Z');
  });
});

it('leaves sums out, in several languages, and nothing else', () => {
  const { statements, passed, refused } = impact(
    '1,9,Total Wine,,,,5,2026-01-01',
    'Totals,,,,,,5,',
    ',,,,Gesamtsumme:,,5,',
    ',,合計,,,,5,',
    'Subtotal — of Rankly,,,,,,5,',
    ',,,,,,5,',
  );
  expect(statements).toHaveLength(1);
  expect(passed.map(({ row, what }) => [row, what])).toEqual([
    [3, 'total'],
    [4, 'total'],
    [5, 'total'],
    [6, 'total'],
  ]);
  expect(refused).toMatchObject([{ row: 7 }]);
});

it('refuses a file in which an amount has two columns', () => {
  const csv = `${IMPACT},Payout\n1,9,A,,,,5,2026-01-01,6`;
  expect(() => readCsv(csv)).toThrow('2 columns that could be “Payout”');
});

describe('an amount finer than its currency', () => {
  const awin = 'id,publisher_id,sale_amount,commission,date,commission_status,currency';
  const read = (...rows: string[]) => readCsv([awin, ...rows].join('\n'));

  it('is rounded by itself, halves to even, and kept as it was said', () => {
    const { statements, refused } = read(
      '1,2,9.9951,0.125,2026-03-25,1,EUR',
      '2,2,10.00,0.3751,2026-03-25,1,EUR',
      '3,2,10.00,-0.135,2026-03-25,1,EUR',
    );
    expect(refused).toEqual([]);
    expect(statements.map(({ commission, exact }) => [commission.minor, exact])).toEqual([
      [12, { commission: '0.125', sale: '9.9951' }],
      [38, { commission: '0.3751', sale: '' }],
      [-14, { commission: '-0.135', sale: '' }],
    ]);
    expect(roundingIn(statements)).toContain(
      '3 rows have more decimals than money knows. Each is rounded by itself, halves to even; together they come to 0.0051 EUR less than it says.',
    );
  });

  it('is refused where it may be a thousand, unless another amount of the file is surely finer', () => {
    expect(read('1,2,,1.50,2026-03-25,1,EUR', '2,2,,1.234,2026-03-25,1,EUR').refused).toMatchObject(
      [{ row: 3, why: expect.stringContaining('more decimals than EUR knows') as string }],
    );
    const { statements } = read('1,2,,0.5012,2026-03-25,1,EUR', '2,2,,1.234,2026-03-25,1,EUR');
    expect(statements.map(({ commission }) => commission.minor)).toEqual([50, 123]);
  });

  it('is refused in a currency without decimals: it may be another one', () => {
    expect(read('1,2,,12.5001,2026-03-25,1,JPY').refused).toHaveLength(1);
  });

  it('comes to the same in every file that tells of it', () => {
    const rows = ['1,2,,0.125,2026-03-25,1,EUR', '2,2,,0.125,2026-03-26,1,EUR'];
    const whole = read(...rows).statements.map(({ commission }) => commission);
    const pieces = rows.flatMap((row) => read(row).statements.map(({ commission }) => commission));
    expect(pieces).toEqual(whole);
  });

  it('says nothing where nothing was rounded', () => {
    expect(roundingIn(read('1,2,,0.1250000,2026-03-25,1,KWD').statements)).toBe('');
  });
});
