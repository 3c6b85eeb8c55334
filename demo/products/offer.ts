import type { Phrase } from '../../src/core/words/language';
import type { ProductForm } from '../../src/panel/protocol';

/** A made-up product; its facts in every language, so that the sample writer can speak of it. */
export interface DemoProduct extends Omit<ProductForm, 'facts'> {
  facts: Phrase;
}

/** What a row of a network's table says; addresses follow from `slug`. */
export interface Offer extends Pick<DemoProduct, 'name' | 'category' | 'amount' | 'facts'> {
  slug: string;
  pays: 'once' | 'monthly' | 'yearly';
  goodFor: string;
}

/** The products of one network; `destination` makes the affiliate address in its form. */
export function productsOf(
  network: string,
  currency: string,
  destination: (slug: string, page: string, nth: number) => string,
  offers: Offer[],
): DemoProduct[] {
  return offers.map(({ slug, ...offer }, nth) => {
    const page = `https://www.${slug}.example/`;
    return {
      id: '',
      ...offer,
      network,
      currency,
      page,
      destination: destination(slug, page, nth),
      months: offer.pays === 'monthly' ? '12' : '',
      active: true,
    };
  });
}
