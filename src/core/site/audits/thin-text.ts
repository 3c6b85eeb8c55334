import { audit, verdict } from '../audit';

/** The page has at least a hundred words to read; two Chinese or Japanese signs count as one. */
export const thinText = audit({
  id: 'thin-text',
  of: 'body',
  needs: ['words'],
  judge: ({ words }) =>
    verdict(words >= 100 ? 'pass' : 'fail', `${words} words`, { words: String(words) }),
  passes: {
    en: 'The page has enough to read.',
    'zh-TW': '網頁有足夠的文字內容。',
    de: 'Die Seite hat genug zu lesen.',
    ja: 'ページには十分な文章があります。',
  },
  fails: {
    en: 'The page has very little to read.',
    'zh-TW': '網頁可讀的文字很少。',
    de: 'Die Seite hat sehr wenig zu lesen.',
    ja: 'ページに読める文章がほとんどありません。',
  },
  why: {
    en: 'Search engines can only find what is said in words.',
    'zh-TW': '搜尋引擎只能找到寫成文字的內容。',
    de: 'Suchmaschinen finden nur, was in Worten dasteht.',
    ja: '検索エンジンが見つけられるのは、言葉で書かれたことだけです。',
  },
  remedy: {
    en: 'Add a few paragraphs on what you offer, and for whom.',
    'zh-TW': '請加上幾段文字，說明您提供什麼、為誰提供。',
    de: 'Ergänzen Sie ein paar Absätze: was Sie anbieten, und für wen.',
    ja: '何を、どなたに提供しているのかを数段落で書き足しましょう。',
  },
});
