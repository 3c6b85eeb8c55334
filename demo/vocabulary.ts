import type { Phrase } from '../src/core/words/language';

/**
 * The words that the freelancer of the demo uses in lists, with what they are called in letters.
 * The sheet holds the English ones.
 */

export const INDUSTRIES = [
  'bakery',
  'dentist',
  'yoga studio',
  'law office',
  'café',
  'online shop',
  'architect',
  'guesthouse',
] as const;
export type Industry = (typeof INDUSTRIES)[number];

export const PAST_WORK = [
  'web design',
  'SEO',
  'branding',
  'content',
  'shop',
  'photography',
] as const;

export const NEEDS = [
  'hosting',
  'newsletter',
  'booking',
  'payments',
  'reviews',
  'accounting',
  'backup',
  'analytics',
  'translation',
  'security',
  'social media',
  'invoices',
] as const;

type Term = (typeof PAST_WORK)[number] | (typeof NEEDS)[number];

/** What past work and needs are called within a sentence. */
export const TERMS: Record<Term, Phrase> = {
  'web design': {
    en: 'web design',
    'zh-TW': '網站設計',
    de: 'Webdesign',
    ja: 'ウェブデザイン',
  },
  SEO: {
    en: 'search visibility',
    'zh-TW': '搜尋能見度',
    de: 'Auffindbarkeit',
    ja: '検索対策',
  },
  branding: { en: 'branding', 'zh-TW': '品牌設計', de: 'Markenauftritt', ja: 'ブランドづくり' },
  content: { en: 'content', 'zh-TW': '內容', de: 'Texte', ja: 'コンテンツ' },
  shop: { en: 'shop', 'zh-TW': '網路商店', de: 'Onlineshop', ja: 'オンラインショップ' },
  photography: { en: 'photography', 'zh-TW': '攝影', de: 'Fotos', ja: '写真' },
  hosting: { en: 'hosting', 'zh-TW': '網站主機', de: 'Hosting', ja: 'サーバー' },
  newsletter: { en: 'newsletters', 'zh-TW': '電子報', de: 'Newsletter', ja: 'メールマガジン' },
  booking: { en: 'online booking', 'zh-TW': '線上預約', de: 'Terminbuchung', ja: 'オンライン予約' },
  payments: {
    en: 'online payments',
    'zh-TW': '線上付款',
    de: 'Onlinezahlung',
    ja: 'オンライン決済',
  },
  reviews: { en: 'customer reviews', 'zh-TW': '顧客評論', de: 'Bewertungen', ja: 'お客様の声' },
  accounting: { en: 'bookkeeping', 'zh-TW': '記帳', de: 'Buchhaltung', ja: '会計' },
  backup: { en: 'backups', 'zh-TW': '備份', de: 'Datensicherung', ja: 'バックアップ' },
  analytics: {
    en: 'visitor statistics',
    'zh-TW': '流量分析',
    de: 'Besucherstatistik',
    ja: 'アクセス解析',
  },
  translation: { en: 'translation', 'zh-TW': '翻譯', de: 'Übersetzung', ja: '翻訳' },
  security: { en: 'site security', 'zh-TW': '網站安全', de: 'Sicherheit', ja: 'セキュリティ' },
  'social media': { en: 'social media', 'zh-TW': '社群媒體', de: 'Social Media', ja: 'SNS' },
  invoices: { en: 'invoices', 'zh-TW': '開立發票', de: 'Rechnungen', ja: '請求書' },
};
