import {
  agreedDecimal,
  currencySaid,
  decimalTold,
  readAmount,
} from '../../../../src/core/revenue/reports/amounts';

it.each([
  ['1,234.50', '.'],
  ['1.234,50', ','],
  ['1,234,567', '.'],
  ['1.234.567', ','],
  ['1,23,456.00', '.'],
  ['12.5', '.'],
  ['12,5', ','],
  ['0.125', '.'],
  ['1234.567', '.'],
  ['1234', 'none'],
  ['1 234', 'none'],
  ['1.234', 'either'],
  ['1,234', 'either'],
  ['€1.234', 'either'],
  ['1.23.456', undefined],
  ['12.345.6', undefined],
  ['1,2345.00', undefined],
  ['twelve', undefined],
  ['', undefined],
  ['=1+1', undefined],
  ['12%', undefined],
])('of %s the decimal sign is %s', (text, sign) => {
  expect(decimalTold(text)).toBe(sign);
});

it.each([
  ['1,234.50', '.', '1234.50'],
  ['1.234,50', ',', '1234.50'],
  ['1.234', ',', '1234'],
  ['1.234', '.', '1.234'],
  ['-12.00', '.', '-12.00'],
  ['\u221212.00', '.', '-12.00'],
  ['(12.00)', '.', '-12.00'],
  ['12.00-', '.', '-12.00'],
  ['-$1,000', '.', '-1000'],
  ['$-5', '.', '-5'],
  ["'-5", '.', '-5'],
  ['NT$ 300', '.', '300'],
  ['1 234,50 €', ',', '1234.50'],
  ["1'234.50 CHF", '.', '1234.50'],
  ['１２．５', '.', '12.5'],
  ['-0.00', '.', '0.00'],
] as const)('reads %s with %s before the decimals', (text, sign, decimal) => {
  expect(readAmount(text, sign)).toBe(decimal);
});

it.each([
  ['1.234', undefined, 'may be read in two ways'],
  ['12,5', '.', 'is not written as the report’s other amounts'],
  ['12.5', undefined, 'cannot be trusted'],
  ['(-5)', '.', 'is not an amount'],
  ['5 apples', '.', 'is not an amount'],
  ['USD 5 EUR', '.', 'is not an amount'],
  ['=HYPERLINK("https://x.example")', '.', 'is not an amount'],
] as const)('refuses %s where the sign is %s', (text, sign, why) => {
  expect(() => readAmount(text, sign)).toThrow(why);
});

it('finds the sign that a report agrees on, and says where it is mixed', () => {
  expect(agreedDecimal(['1.234', '5', '12,5'])).toEqual({ sign: ',', isMixed: false });
  expect(agreedDecimal(['1.234', '5'])).toEqual({ sign: undefined, isMixed: false });
  expect(agreedDecimal(['1.5', '12,5'])).toEqual({ sign: undefined, isMixed: true });
});

it('hears what an amount says of its currency', () => {
  expect(['$5', '5 EUR', '5,00 kr', '5', 'x'].map(currencySaid)).toEqual([
    '$',
    'EUR',
    'kr',
    '',
    '',
  ]);
});
