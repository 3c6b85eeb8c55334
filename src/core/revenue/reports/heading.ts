import { currencyOf } from './currency-signs';
import { zoneOf } from './zones';

/** A column's title, taken apart so that its wording may differ in what does not matter. */
export interface Heading {
  title: string;
  /** Letters, digits and currency signs alone, in lower case. */
  name: string;
  /** The name without the currency or time zone that stands behind it in brackets. */
  bare: string;
  /** What stands in those brackets: a currency or a time zone; blank where nothing does. */
  hint: string;
}

/** `Sale Amount (USD)` is `saleamountusd`, bare `saleamount` with the hint `USD`. */
export function headingOf(title: string): Heading {
  const plain = title.normalize('NFKC').replace(/\s+/g, ' ').trim();
  const [, before = '', inside = ''] = /^(.*\S)\s*[([]\s*([^()[\]]+?)\s*[)\]]$/.exec(plain) ?? [];
  const isHint = currencyOf(inside) !== undefined || zoneOf(inside) !== undefined;
  return {
    title: plain,
    name: squashed(plain),
    bare: squashed(isHint ? before : plain),
    hint: isHint ? inside : '',
  };
}

/**
 * Where a column stands in a header line: under this very name, else under it with another currency
 * or zone in brackets. Nothing where it is missing; more than one place where it cannot be told.
 */
export function placesOf(wanted: string, header: readonly Heading[]): number[] {
  const { name, bare } = headingOf(wanted);
  const exact = places(header, (heading) => heading.name === name);
  return exact.length > 0 ? exact : places(header, (heading) => heading.bare === bare);
}

function places(header: readonly Heading[], is: (heading: Heading) => boolean): number[] {
  return header.flatMap((heading, i) => (is(heading) ? [i] : []));
}

function squashed(title: string): string {
  return title.toLowerCase().replace(/[^\p{L}\p{N}\p{Sc}]/gu, '');
}
