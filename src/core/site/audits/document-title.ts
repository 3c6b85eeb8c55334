import { cut } from '../../problem';
import { audit, verdict } from '../audit';

/** Lighthouse’s document-title: the page has a title that is not blank. */
export const documentTitle = audit({
  id: 'document-title',
  of: 'head',
  needs: ['title'],
  judge: ({ title }) =>
    title
      ? verdict('pass', cut(title, 80), { title: cut(title, 80) })
      : verdict('fail', 'no title'),
  passes: {
    en: 'The page has a title: “{title}”.',
    'zh-TW': '網頁有標題：「{title}」。',
    de: 'Die Seite hat einen Titel: „{title}“.',
    ja: 'ページにタイトルがあります：「{title}」。',
  },
  fails: {
    en: 'The page has no title.',
    'zh-TW': '網頁沒有標題。',
    de: 'Die Seite hat keinen Titel.',
    ja: 'ページにタイトルがありません。',
  },
  why: {
    en: 'It is the first line that people see in search results.',
    'zh-TW': '這是大家在搜尋結果中最先看到的一行。',
    de: 'Er ist die erste Zeile, die man in Suchergebnissen sieht.',
    ja: '検索結果で最初に読まれる行です。',
  },
  remedy: {
    en: 'Give it one that says who you are and what you offer.',
    'zh-TW': '請加上一個說明您是誰、提供什麼的標題。',
    de: 'Geben Sie ihr einen, der sagt, wer Sie sind und was Sie anbieten.',
    ja: '誰が何を提供しているかが分かるタイトルを付けましょう。',
  },
});
