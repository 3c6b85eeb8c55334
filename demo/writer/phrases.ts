import type { Language } from '../../src/core/words/language';
import { de } from './phrases/de';
import { en } from './phrases/en';
import { ja } from './phrases/ja';
import { zhTW } from './phrases/zh-TW';

/** Ways to say one thing. `{slot}` stands for a fact; one way of each has none and always fits. */
export type Ways = readonly [string, ...string[]];

/** All that the sample writer can say in one language. */
export interface Phrases {
  subject: { seen: Ways; unseen: Ways; hello: Ways };
  greeting: Ways;
  /** The site was looked at. */
  seen: Ways;
  /** It could not be looked at, and what then. */
  unseen: Ways;
  unseenMore: Ways;
  /** There is no site to look at. */
  hello: Ways;
  helloMore: Ways;
  /** Of what was done together; left out where that is not known. */
  past: Ways;
  script: Ways;
  /** Before the report. */
  allWell: Ways;
  mixed: Ways;
  allWrong: Ways;
  /** After the report. */
  advice: Ways;
  /** When one thing failed, and when more did. */
  adviceOnly: Ways;
  adviceMore: Ways;
  nothingToDo: Ways;
  /** Before a product, when its kind is among the client's needs; for the first; for any other. */
  offerNeeded: Ways;
  offerFirst: Ways;
  offerNext: Ways;
  /** A product's facts that nobody has translated. */
  quotedFacts: Ways;
  invitation: Ways;
  wish: Ways;
  signOff: Ways;
  /** Joins sentences to a paragraph. */
  between: string;
  list: (items: string[]) => string;
  /** How long a text is in words; a language without spaces counts its signs. */
  length: (text: string) => number;
}

export const PHRASES: Record<Language, Phrases> = { en, 'zh-TW': zhTW, de, ja };
