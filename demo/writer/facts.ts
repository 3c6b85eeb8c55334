import type { Language } from '../../src/core/words/language';
import { factsInAllLanguages } from '../products';
import { TERMS } from '../vocabulary';
import { type Phrases, PHRASES } from './phrases';
import type { PromptFacts } from './prompt';
import { sayableName, sayableText } from './sayable';

/** What a letter can say of each product. */
export interface Offer {
  place: string;
  name: string | undefined;
  /** What the product is for in the client's words, where it is among their needs. */
  need: string | undefined;
  /** Its facts in the letter's language, and whether nobody has translated them. */
  facts: string | undefined;
  isQuoted: boolean;
}

const TRANSLATIONS = factsInAllLanguages();

/** Longer facts are left out rather than cut. */
const MOST = { characters: 240, words: 40 };

/** The prompt's products as a letter in this language can speak of them. */
export function offersIn({ products, client }: PromptFacts, language: Language): Offer[] {
  const needs = client.needs.split(', ').map((need) => need.toLowerCase());
  return products.map(({ place, name, category, facts }) => {
    const translated = TRANSLATIONS.get(facts)?.[language];
    const isNeeded = needs.includes(category.toLowerCase());
    return {
      place,
      name: sayableName(name),
      need: isNeeded ? termIn(category, language) : undefined,
      facts: translated ?? shortText(facts, PHRASES[language]),
      isQuoted: translated === undefined,
    };
  });
}

/** The remedy of what failed first, where a letter can hold it. */
export function firstRemedy({ findings }: PromptFacts, phrases: Phrases): string | undefined {
  const remedy = findings.find(({ passed }) => passed === false)?.remedy;
  return remedy === undefined ? undefined : shortText(remedy, phrases);
}

/** A list from the sheet in the letter's language; undefined where a word of it is not known. */
export function listIn(said: string, language: Language): string | undefined {
  const terms = said.split(', ').map((word) => termIn(word, language));
  const known = terms.filter((term) => term !== undefined);
  return known.length === terms.length ? PHRASES[language].list(known) : undefined;
}

function termIn(word: string, language: Language): string | undefined {
  const terms: Partial<Record<string, Record<Language, string>>> = TERMS;
  const known = terms[word]?.[language];
  return known ?? (language === 'en' ? sayableText(word, 40) : undefined);
}

function shortText(said: string, phrases: Phrases): string | undefined {
  const text = sayableText(said, MOST.characters);
  return text !== undefined && phrases.length(text) <= MOST.words ? text : undefined;
}
