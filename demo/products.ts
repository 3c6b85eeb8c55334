import { LANGUAGES, type Phrase } from '../src/core/words/language';
import type { ProductForm } from '../src/panel/protocol';
import { awin } from './products/awin';
import { direct } from './products/direct';
import { impact } from './products/impact';
import type { DemoProduct } from './products/offer';
import { partnerstack } from './products/partnerstack';

/** Made-up products over four networks. Not one of them, nor its account numbers, exists. */
const PRODUCTS: readonly DemoProduct[] = [...impact, ...partnerstack, ...awin, ...direct];

/** The 24 products as the sidebar's form saves them; their facts are in English, as a list has them. */
export function demoProducts(): ProductForm[] {
  return PRODUCTS.map(({ facts, ...form }) => ({ ...form, facts: facts.en }));
}

/** What each product's facts say in every language, by the facts in any of them. */
export function factsInAllLanguages(): Map<string, Phrase> {
  return new Map(
    PRODUCTS.flatMap(({ facts }) =>
      LANGUAGES.map((language): [string, Phrase] => [facts[language], facts]),
    ),
  );
}
