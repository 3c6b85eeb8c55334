import { de } from './de';
import { en } from './en';
import { ja } from './ja';
import { type Language, type Phrase } from './language';
import type { Words } from './words';
import { zhTW } from './zh-TW';

/** The fixed words in every language that ships. */
export const WORDS: Phrase<Words> = { en, 'zh-TW': zhTW, de, ja };

/** The fixed words of one language. */
export function wordsIn(language: Language): Words {
  return WORDS[language];
}
