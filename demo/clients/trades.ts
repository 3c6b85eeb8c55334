import type { Phrase } from '../../src/core/words/language';
import type { Industry } from '../vocabulary';

/** How a business of each industry is named (`*` stands for its own name), and how its host ends. */
export const TRADES: Record<Industry, { slug: string; company: Phrase }> = {
  bakery: {
    slug: 'bakery',
    company: { en: '* Bakery', 'zh-TW': '*麵包坊', de: 'Bäckerei *', ja: 'ベーカリー*' },
  },
  dentist: {
    slug: 'dental',
    company: { en: '* Dental', 'zh-TW': '*牙醫診所', de: 'Zahnarztpraxis *', ja: '*歯科医院' },
  },
  'yoga studio': {
    slug: 'yoga',
    company: { en: '* Yoga', 'zh-TW': '*瑜珈', de: 'Yogastudio *', ja: 'ヨガスタジオ*' },
  },
  'law office': {
    slug: 'law',
    company: { en: '* Law', 'zh-TW': '*法律事務所', de: 'Kanzlei *', ja: '*法律事務所' },
  },
  café: {
    slug: 'cafe',
    company: { en: '* Café', 'zh-TW': '*咖啡', de: 'Café *', ja: '*珈琲店' },
  },
  'online shop': {
    slug: 'goods',
    company: { en: '* Goods', 'zh-TW': '*選物', de: '* Versand', ja: '*商店' },
  },
  architect: {
    slug: 'architects',
    company: {
      en: '* Architects',
      'zh-TW': '*建築師事務所',
      de: 'Architekturbüro *',
      ja: '*建築設計事務所',
    },
  },
  guesthouse: {
    slug: 'guesthouse',
    company: { en: '* Guesthouse', 'zh-TW': '*旅宿', de: 'Gästehaus *', ja: 'ゲストハウス*' },
  },
};

/** How clients agreed to letters, as a footer quotes it to them; `{year}` is the year they did. */
export const CONSENT_BASES: Phrase<readonly string[]> = {
  en: [
    'contract {year}, clause 8',
    'your yes by mail',
    'the box you ticked on the project form',
    'your word when I handed the project over',
  ],
  'zh-TW': ['{year} 年合約第 8 條', '您在信中的同意', '您在專案表單上的勾選', '結案時您當面的同意'],
  de: [
    'Vertrag {year}, Ziffer 8',
    'Ihre Zusage per E-Mail',
    'Ihr Häkchen im Projektformular',
    'Ihre Zusage bei der Übergabe',
  ],
  ja: ['{year}年の契約書 第8条', 'メールでのご承諾', '案件フォームでのご同意', '納品時のご承諾'],
};

/** What the freelancer noted for themselves. */
export const NOTES: readonly string[] = [
  'Prefers to be called in the morning.',
  'Reads mail on the phone; keep it short.',
  'Sister runs a similar business; ask about her some day.',
  'Wants to redo the photographs after the summer.',
  'Paid early each time.',
  'Handles the site alone and likes clear steps.',
  'Thinking about a branch in another town.',
  'Was unsure about prices for the newsletter.',
];
