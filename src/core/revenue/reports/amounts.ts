import { cut, Problem } from '../../problem';
import { currencyOf } from './currency-signs';

/** The sign before a report's decimals. */
export type DecimalSign = '.' | ',';

/** An amount's text, taken apart. */
interface AmountText {
  /** A code or a sign; blank where it names none. */
  currency: string;
  isNegative: boolean;
  /** Digits and what parts them, such as `1.234,50`. */
  digits: string;
}

/**
 * Which sign stands before the decimals, as far as one cell tells: `1.234,50`, `12,5` and `1,234,567`
 * tell; `1234` does not matter, and `1.234` may be read in two ways. Undefined for no amount.
 */
export function decimalTold(text: string): DecimalSign | 'none' | 'either' | undefined {
  const amount = takeApart(text);
  return amount === undefined ? undefined : toldBy(amount.digits);
}

/** Whether an amount surely has three decimals or more; `1.234` may be a thousand. */
export function isSurelyFine(text: string): boolean {
  const sign = decimalTold(text);
  if (sign !== '.' && sign !== ',') return false;
  const [, decimals = ''] = (takeApart(text)?.digits ?? '').split(sign);
  return decimals.length > 2;
}

/** The currency's code or sign that stands beside an amount's digits; blank where none does. */
export function currencySaid(text: string): string {
  return takeApart(text)?.currency ?? '';
}

/**
 * The sign that a report's amounts agree on: where some tell and others contradict, there is none,
 * and `isMixed` says so.
 */
export function agreedDecimal(texts: Iterable<string>): {
  sign: DecimalSign | undefined;
  isMixed: boolean;
} {
  const told = new Set<DecimalSign>();
  for (const text of texts) {
    const sign = decimalTold(text);
    if (sign === '.' || sign === ',') told.add(sign);
  }
  const [only] = told;
  return { sign: told.size === 1 ? only : undefined, isMixed: told.size > 1 };
}

/**
 * An amount as a plain decimal such as `-1234.5`, by the report's decimal sign. Throws a `Problem` for what is no amount, for one
 * that is written with the other sign, and, where the sign is unknown, for one that may be read in
 * two ways.
 */
export function readAmount(text: string, sign: DecimalSign | undefined): string {
  const amount = takeApart(text);
  const told = amount === undefined ? undefined : toldBy(amount.digits);
  if (amount === undefined || told === undefined) throw noAmount(text);
  if (told === 'either' && sign === undefined) throw twoReadings(text);
  const contradicts = told !== 'either' && told !== 'none' && told !== sign;
  if (contradicts) throw sign === undefined ? mixedSigns(text) : otherSign(text, sign);
  const decimal = sign ?? '.';
  const thousands = decimal === '.' ? ',' : '.';
  const plain = amount.digits.split(thousands).join('').replace(decimal, '.');
  return `${amount.isNegative && /[1-9]/.test(plain) ? '-' : ''}${plain}`;
}

/** The currency sign or code before or after the digits, the minus sign or brackets, and the digits. */
function takeApart(text: string): AmountText | undefined {
  const plain = text
    .normalize('NFKC')
    .trim()
    // A spreadsheet's export guards a cell that begins with a minus sign by an apostrophe.
    .replace(/^'(?=[-+(\d])/, '')
    .replace(/[\u2212\u2013\ufe63]/g, '-');
  const inBrackets = /^\((.*)\)$/.exec(plain)?.[1];
  const [, head = '', digits = '', tail = ''] =
    /^([^\d.,]*?)([.,]?\d(?:[\d.,'’ ]*\d)?)([^\d]*)$/.exec(inBrackets ?? plain) ?? [];
  if (digits === '') return undefined;
  const signs = `${head}${tail}`.split('').filter((letter) => '+-'.includes(letter));
  const [before, after] = [head, tail].map((part) => part.replace(/[+-]/g, '').trim());
  const isSigned = signs.length > 0 || inBrackets !== undefined;
  const named = [before, after].filter((part): part is string => part !== undefined && part !== '');
  const [currency = ''] = named;
  if (named.length > 1 || signs.length > 1) return undefined;
  if (isSigned && signs.length > 0 && inBrackets !== undefined) return undefined;
  if (currency !== '' && currencyOf(currency) === undefined) return undefined;
  const isNegative = inBrackets !== undefined || signs[0] === '-';
  return { currency, isNegative, digits: withoutSpaces(digits) };
}

/** Thousands parted by a space or an apostrophe put together; other spaces stay and make it no amount. */
function withoutSpaces(digits: string): string {
  return /^\d{1,3}([ '’]\d{3})+([.,]\d+)?$/.test(digits) ? digits.replace(/[ '’]/g, '') : digits;
}

function toldBy(digits: string): DecimalSign | 'none' | 'either' | undefined {
  if (/^\d+$/.test(digits)) return 'none';
  if (/^[\d.,]+$/.test(digits)) {
    if (/^\d{1,3}(,\d{2,3})*,\d{3}\.\d+$/.test(digits)) return '.';
    if (/^\d{1,3}(\.\d{3})+,\d+$/.test(digits)) return ',';
    if (/^\d{1,3}(,\d{2,3})+,\d{3}$/.test(digits)) return '.';
    if (/^\d{1,3}(\.\d{3}){2,}$/.test(digits)) return ',';
    if (/^[1-9]\d{0,2}[.,]\d{3}$/.test(digits)) return 'either';
    if (/^\d*\.\d+$/.test(digits)) return '.';
    if (/^\d*,\d+$/.test(digits)) return ',';
  }
  return undefined;
}

function noAmount(text: string): Problem {
  return new Problem({
    code: 'amount-unreadable',
    sentence: `“${cut(text)}” is not an amount.`,
    remedy: 'It should look like 1234.50; export the report anew, or mend the cell.',
  });
}

function twoReadings(text: string): Problem {
  return new Problem({
    code: 'amount-ambiguous',
    value: text,
    sentence: `“${cut(text)}” may be read in two ways, with thousands or with decimals.`,
    remedy: 'Say which sign stands before the decimals in this report.',
  });
}

function mixedSigns(text: string): Problem {
  return new Problem({
    code: 'amount-mixed',
    value: text,
    sentence: `“${cut(text)}” cannot be trusted: the report writes its decimals in two ways.`,
    remedy: 'Export it anew, without editing it, and bring in that file.',
  });
}

function otherSign(text: string, sign: DecimalSign): Problem {
  return new Problem({
    code: 'amount-other-sign',
    sentence: `“${cut(text)}” is not written as the report’s other amounts are, with “${sign}” before the decimals.`,
    remedy: 'Export the report anew, or mend the cell.',
  });
}
