import { cut } from '../../problem';
import { audit, verdict } from '../audit';

/** A page has one main heading and it is not blank. Ours; Lighthouse has no such audit. */
export const h1 = audit({
  id: 'h1',
  of: 'body',
  needs: ['headings'],
  judge: ({ headings }) => {
    const main = headings.filter(({ level }) => level === 1);
    const [first] = main;
    if (first === undefined || main.length > 1) {
      return verdict('fail', `${main.length} h1`, { count: String(main.length) });
    }
    return first.text === ''
      ? verdict('fail', 'an empty h1', { count: '0' })
      : verdict('pass', cut(first.text, 80), { heading: cut(first.text, 80) });
  },
  passes: {
    en: 'The page has one main heading: “{heading}”.',
    'zh-TW': '網頁有一個主標題：「{heading}」。',
    de: 'Die Seite hat eine Hauptüberschrift: „{heading}“.',
    ja: 'ページに主見出しが一つあります：「{heading}」。',
  },
  fails: {
    en: 'Main headings on the page: {count}. There should be just one.',
    'zh-TW': '網頁的主標題數量：{count}。應該只有一個。',
    de: 'Hauptüberschriften auf der Seite: {count}. Es sollte genau eine sein.',
    ja: 'ページの主見出しの数：{count}。一つだけが適切です。',
  },
  why: {
    en: 'It tells readers and search engines what the page is about.',
    'zh-TW': '它讓讀者和搜尋引擎知道網頁的主題。',
    de: 'Sie sagt Lesern und Suchmaschinen, worum es geht.',
    ja: '読者と検索エンジンに、何のページかを伝えるものです。',
  },
  remedy: {
    en: 'Keep a single heading that names what the page is about.',
    'zh-TW': '請只保留一個點出網頁主題的主標題。',
    de: 'Behalten Sie eine einzige, die das Thema nennt.',
    ja: 'ページの主題を表す見出しを一つだけ残しましょう。',
  },
});
