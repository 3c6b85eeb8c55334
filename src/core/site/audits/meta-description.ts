import { cut } from '../../problem';
import { audit, verdict } from '../audit';

/** Lighthouse’s meta-description: the first description in the head is not blank. */
export const metaDescription = audit({
  id: 'meta-description',
  of: 'head',
  needs: ['metas'],
  judge: ({ metas }) => {
    const said = metas.find(({ name }) => name === 'description')?.content;
    if (said === undefined) return verdict('fail', 'no description');
    if (said.trim() === '') return verdict('fail', 'an empty description');
    return verdict('pass', cut(said, 120));
  },
  passes: {
    en: 'Search engines find a description to show.',
    'zh-TW': '搜尋引擎找得到可以顯示的網頁描述。',
    de: 'Suchmaschinen finden eine Beschreibung, die sie zeigen können.',
    ja: '検索エンジンに表示される説明文があります。',
  },
  fails: {
    en: 'The page has no description for search engines to show.',
    'zh-TW': '網頁沒有可供搜尋引擎顯示的描述。',
    de: 'Der Seite fehlt eine Beschreibung für Suchmaschinen.',
    ja: '検索エンジンに表示される説明文がありません。',
  },
  why: {
    en: 'Without one, search engines show whatever text they find.',
    'zh-TW': '沒有描述時，搜尋引擎會隨意擷取頁面文字。',
    de: 'Ohne sie zeigen Suchmaschinen irgendeinen Text der Seite.',
    ja: 'ないと、検索エンジンがページ内の文を適当に選んで表示します。',
  },
  remedy: {
    en: 'Add a sentence or two that would make you click.',
    'zh-TW': '請加上一兩句讓人想點進來的介紹。',
    de: 'Ergänzen Sie ein oder zwei Sätze, die zum Klicken einladen.',
    ja: '思わずクリックしたくなる一、二文を加えましょう。',
  },
});
