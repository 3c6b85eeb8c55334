import Big from 'big.js';
import { cut, Problem } from './problem';

/** An amount in whole minor units (cents; whole yen) of one currency, an ISO 4217 code. */
export interface Money {
  minor: number;
  currency: string;
}

/** What one major unit of each currency is worth at home. */
export type RateTable = ReadonlyMap<string, number>;

/** Zero of a currency. */
export const nothing = (currency: string): Money => ({ minor: 0, currency });

/** The sum of amounts that must all be in `currency`. */
export function sum(amounts: Money[], currency: string): Money {
  let minor = 0;
  for (const amount of amounts) {
    if (amount.currency !== currency) {
      throw new Error(`cannot add ${amount.currency} to ${currency}`);
    }
    minor += amount.minor;
  }
  return { minor, currency };
}

/** The amount in another currency: `rate` is what one major unit is worth there; halves round to even. */
export function exchange(amount: Money, rate: number, currency: string): Money {
  const major = toBig(amount).times(rate.toString());
  return { minor: toMinor(major, currency), currency };
}

/** The amount times a plain factor, rounded half to even. */
export function times(amount: Money, factor: number): Money {
  const major = toBig(amount).times(factor.toString());
  return { minor: toMinor(major, amount.currency), currency: amount.currency };
}

/** Major units as a sheet's cell holds them. */
export function toMajor(amount: Money): number {
  return toBig(amount).toNumber();
}

/** An amount from a cell's number (major units), rounded to the currency's minor unit. */
export function fromMajor(major: number, currency: string): Money {
  return { minor: toMinor(new Big(major.toString()), currency), currency };
}

/**
 * An amount from text such as `1,234.50`, `-3` or `12.5`; refuses what could be read in two ways
 * and more decimals than the currency has.
 */
export function parseAmount(text: string, currency: string): Money {
  const plain = text.trim();
  if (!/^-?(\d+|\d{1,3}(,\d{3})+)(\.\d+)?$/.test(plain)) {
    throw new Problem({
      code: 'amount-unreadable',
      sentence: `“${cut(text)}” is not an amount.`,
      remedy: 'Write it like 1234.50, without a currency sign.',
    });
  }
  return fromDecimal(plain.replace(/,/g, ''), currency);
}

/**
 * An amount from a plain decimal such as `-1234.5`; refuses more decimals than the currency has and
 * more than can be added up. Without a currency, hundredths are taken for its minor unit.
 */
export function fromDecimal(decimal: string, currency: string): Money {
  if (isFiner(decimal, currency)) {
    throw new Problem({
      code: 'amount-too-fine',
      sentence: `${cut(decimal)} has more decimals than ${currency === '' ? 'money' : currency} knows.`,
      remedy: `Write it with at most ${minorDigits(currency)} decimals.`,
    });
  }
  return nearest(decimal, currency);
}

/** Whether a plain decimal has more decimals than the currency knows; zeros at its end do not count. */
export function isFiner(decimal: string, currency: string): boolean {
  const major = new Big(decimal);
  return !major.eq(major.round(minorDigits(currency)));
}

/** A plain decimal in whole minor units, halves rounded to even; refuses more than can be added up. */
export function nearest(decimal: string, currency: string): Money {
  const minor = toMinor(new Big(decimal), currency);
  if (!Number.isSafeInteger(minor)) {
    throw new Problem({
      code: 'amount-too-large',
      sentence: `“${cut(decimal)}” is more than can be added up.`,
      remedy: 'Look whether it has digits too many.',
    });
  }
  return { minor, currency };
}

/** Whether a code in capitals is a currency's. */
export function isCurrency(code: string): boolean {
  return CODES.has(code);
}

/** An ISO 4217 code in capitals, or a problem that says what was there instead. */
export function currencyCode(text: string): string {
  const code = text.trim().toUpperCase();
  if (!isCurrency(code)) {
    throw new Problem({
      code: 'currency-unknown',
      sentence: `“${cut(text)}” is not a currency.`,
      remedy: 'Use a three-letter code such as TWD, USD or EUR.',
    });
  }
  return code;
}

/** Money as the reader of `language` writes it; whole amounts without decimals. */
export function showMoney(amount: Money, language: string): string {
  const digits = minorDigits(amount.currency);
  const whole = amount.minor % 10 ** digits === 0;
  return new Intl.NumberFormat(language, {
    style: 'currency',
    currency: amount.currency,
    minimumFractionDigits: whole ? 0 : digits,
    maximumFractionDigits: digits,
  }).format(toMajor(amount));
}

/** The number format of a cell that shows an amount as `showMoney` does, such as `"NT$"#,##0`. */
export function moneyFormat(amount: Money): string {
  const digits = minorDigits(amount.currency);
  const sign = showMoney(nothing(amount.currency), 'en').replace('0', '');
  const decimals = amount.minor % 10 ** digits === 0 ? '' : `.${'0'.repeat(digits)}`;
  return `"${sign}"#,##0${decimals}`;
}

/** How many decimals a currency's minor unit has, by ISO 4217: 2 unless listed. */
export function minorDigits(currency: string): number {
  return DIGITS[currency] ?? 2;
}

/** The currencies of ISO 4217 that people are paid in, with two that ended lately (ANG, BGN). */
const CODES: ReadonlySet<string> = new Set(
  (
    'AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD ' +
    'CAD CDF CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS ' +
    'GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW ' +
    'KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR ' +
    'MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR ' +
    'SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX ' +
    'USD UYU UZS VED VES VND VUV WST XAF XCD XCG XOF XPF YER ZAR ZMW ZWG'
  ).split(' '),
);

/** ISO 4217's exceptions, kept here because runtimes disagree about them (HUF, IDR). */
const DIGITS: Record<string, number> = Object.fromEntries([
  ...'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'
    .split(' ')
    .map((code) => [code, 0] as const),
  ...'BHD IQD JOD KWD LYD OMR TND'.split(' ').map((code) => [code, 3] as const),
]);

function toBig(amount: Money): Big {
  return new Big(amount.minor).div(new Big(10).pow(minorDigits(amount.currency)));
}

function toMinor(major: Big, currency: string): number {
  return major
    .times(new Big(10).pow(minorDigits(currency)))
    .round(0, Big.roundHalfEven)
    .toNumber();
}
