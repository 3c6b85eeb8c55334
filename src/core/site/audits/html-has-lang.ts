import { cut } from '../../problem';
import { audit, verdict } from '../audit';

/** Lighthouse’s html-has-lang (axe): the page says which language it is in. */
export const htmlHasLang = audit({
  id: 'html-has-lang',
  of: 'head',
  needs: ['language'],
  judge: ({ language }) =>
    language === ''
      ? verdict('fail', 'no lang attribute on the html element')
      : verdict('pass', cut(language), { language: cut(language, 20) }),
  passes: {
    en: 'The page says which language it is in ({language}).',
    'zh-TW': '網頁標明了語言（{language}）。',
    de: 'Die Seite sagt, in welcher Sprache sie ist ({language}).',
    ja: 'ページの言語が示されています（{language}）。',
  },
  fails: {
    en: 'The page does not say which language it is in.',
    'zh-TW': '網頁沒有標明語言。',
    de: 'Die Seite sagt nicht, in welcher Sprache sie ist.',
    ja: 'ページの言語が示されていません。',
  },
  why: {
    en: 'Screen readers and translators have to guess without it.',
    'zh-TW': '缺少標示時，螢幕閱讀器和翻譯工具只能猜測。',
    de: 'Vorleseprogramme und Übersetzer müssen sonst raten.',
    ja: '読み上げソフトや翻訳機能が推測に頼ることになります。',
  },
  remedy: {
    en: 'Add a lang attribute to the html element.',
    'zh-TW': '請在 html 元素加上 lang 屬性。',
    de: 'Ergänzen Sie am html-Element ein lang-Attribut.',
    ja: 'html 要素に lang 属性を加えましょう。',
  },
});
