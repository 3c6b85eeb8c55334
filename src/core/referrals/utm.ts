import { exchangeParameter, parameter, parseAddress, withParameter } from '../address';
import type { Occasion, Product, RouteRow } from '../workbook';

/** Parameters that carry a shop's address inside a network's link. */
const INNER = [
  'url',
  'u',
  'ued',
  'murl',
  'lp',
  'ulp',
  'trg',
  'wgtarget',
  'lnkurl',
  'Url',
  'redir',
  'deeplink',
  'origin_link',
  'param0',
  'p',
];

/** What a template's places may stand for: nothing that tells who the visitor is. */
interface UtmPlaces {
  occasion: Occasion['id'];
  channel: RouteRow['channel'];
  product: Product['name'];
  category: Product['category'];
}

/**
 * The destination with the template's parameters, in lower case, on the shop's own address: inside
 * the network's link where it carries one, on the link itself where `isOwn`, else nowhere, since a
 * network does not pass them on. Parameters that are there already stay.
 */
export function withUtm(
  destination: string,
  template: string,
  places: UtmPlaces,
  isOwn: boolean,
): string {
  if (template === '') return destination;
  const pairs = template.split('&').map((pair): [string, string] => {
    const [name = '', value = ''] = pair.toLowerCase().split('=');
    return [
      name,
      value.replace(/\{(\w+)\}/g, (_, place) => slug(places[place as keyof UtmPlaces])),
    ];
  });
  const add = (address: string): string =>
    pairs.reduce(
      (now, [name, value]) =>
        parameter(now, name) === undefined ? withParameter(now, name, value) : now,
      address,
    );
  if (isOwn) return add(destination);
  const inner = INNER.find(
    (name) => parseAddress(parameter(destination, name) ?? '') !== undefined,
  );
  if (inner === undefined) return destination;
  const page = add(parameter(destination, inner) ?? '');
  return exchangeParameter(destination, inner, encodeURIComponent(page));
}

function slug(words: string): string {
  return (
    words
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .replace(/^-|-$/g, '')
      .replace(/[^\x20-\x7e]/gu, (letter) => encodeURIComponent(letter)) || 'none'
  );
}
