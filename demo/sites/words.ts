import type { Language } from '../../src/core/words/language';
import type { Industry } from '../vocabulary';
import { de } from './words/de';
import { en } from './words/en';
import { ja } from './words/ja';
import { zhTW } from './words/zh-TW';

/** What a business of one industry says on its page. */
export interface TradeWords {
  tagline: string;
  about: string;
  offers: readonly [title: string, text: string][];
  /** What its three pictures show. */
  pictures: readonly [string, string, string];
}

/** The words of made-up pages in one language. */
export interface SiteWords {
  about: string;
  contact: string;
  /** What every business says of how it works. */
  more: string;
  trades: Record<Industry, TradeWords>;
}

export const SITE_WORDS: Record<Language, SiteWords> = { en, 'zh-TW': zhTW, de, ja };
