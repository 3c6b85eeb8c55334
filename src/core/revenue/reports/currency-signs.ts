import { currencyCode, isCurrency } from '../../money';
import { cut, Problem } from '../../problem';

/** Signs by which reports name a currency, with those that they may stand for. */
const SIGNS: Readonly<Record<string, string>> = {
  $: 'USD CAD AUD NZD SGD HKD TWD MXN ARS CLP COP BBD BMD BND BSD BZD FJD GYD JMD KYD LRD NAD SBD SRD TTD UYU XCD',
  US$: 'USD',
  C$: 'CAD',
  CA$: 'CAD',
  CDN$: 'CAD',
  A$: 'AUD',
  AU$: 'AUD',
  NZ$: 'NZD',
  S$: 'SGD',
  HK$: 'HKD',
  NT$: 'TWD',
  MX$: 'MXN',
  R$: 'BRL',
  '€': 'EUR',
  '£': 'GBP',
  '¥': 'JPY CNY',
  'JP¥': 'JPY',
  'CN¥': 'CNY',
  円: 'JPY',
  元: 'TWD CNY',
  '₩': 'KRW',
  '₹': 'INR',
  '₺': 'TRY',
  '₫': 'VND',
  '฿': 'THB',
  '₱': 'PHP',
  '₪': 'ILS',
  '₴': 'UAH',
  ZŁ: 'PLN',
  KČ: 'CZK',
  FT: 'HUF',
  KR: 'SEK NOK DKK ISK',
  FR: 'CHF',
  'FR.': 'CHF',
};

/** The currencies that a code or sign may stand for; undefined where it is neither. */
export function currencyOf(said: string): readonly string[] | undefined {
  const sign = said.normalize('NFKC').trim().toUpperCase();
  return isCurrency(sign) ? [sign] : SIGNS[sign]?.split(' ');
}

/**
 * The one currency that all of these say, each a code or a sign; blank where none says which. Throws
 * a `Problem` where they cannot all be true, or one is no currency.
 */
export function agreedCurrency(said: readonly string[]): string {
  const told = said.filter((sign) => sign.trim() !== '');
  const sets = told.map((sign) => currencyOf(sign) ?? [currencyCode(sign)]);
  const [first = [], ...others] = sets;
  const common = first.filter((code) => others.every((set) => set.includes(code)));
  if (told.length > 0 && common.length === 0) {
    throw new Problem({
      code: 'currency-contradicted',
      sentence: `The row says “${told.map((sign) => cut(sign, 12)).join('” and “')}” of its currency.`,
      remedy: 'Look in the network’s own pages which of them is right.',
    });
  }
  return common.length === 1 ? (common[0] ?? '') : '';
}
