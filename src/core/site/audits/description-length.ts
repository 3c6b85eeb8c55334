import { cut } from '../../problem';
import { audit, verdict } from '../audit';
import { signsIn } from '../signs';

/** A description of 50 to 160 signs fits into search results; a Chinese or Japanese sign takes the room of two. */
export const descriptionLength = audit({
  id: 'description-length',
  of: 'head',
  needs: ['metas'],
  judge: ({ metas }) => {
    const said = metas.find(({ name }) => name === 'description')?.content.trim() ?? '';
    if (said === '') return verdict('na', 'no description');
    const length = signsIn(said);
    const isGood = length >= 50 && length <= 160;
    return verdict(isGood ? 'pass' : 'fail', `${length} signs: ${cut(said, 160)}`, {
      length: String(length),
    });
  },
  passes: {
    en: 'The description has a good length ({length} characters).',
    'zh-TW': '網頁描述長度適中（{length} 個字元）。',
    de: 'Die Beschreibung hat eine gute Länge ({length} Zeichen).',
    ja: '説明文の長さは適切です（{length} 文字分）。',
  },
  fails: {
    en: 'The description has {length} characters; 50 to 160 fit into search results.',
    'zh-TW': '網頁描述長度為 {length} 個字元；搜尋結果適合 50 到 160 個。',
    de: 'Die Beschreibung hat {length} Zeichen; in Suchergebnisse passen 50 bis 160.',
    ja: '説明文の長さは {length} 文字分です。検索結果に収まるのは 50～160 文字分です。',
  },
  why: {
    en: 'What does not fit is cut off, and what is too short is often replaced.',
    'zh-TW': '太長會被截斷，太短常被替換。',
    de: 'Was nicht passt, wird abgeschnitten; was zu kurz ist, oft ersetzt.',
    ja: '長いと途中で切れ、短いと別の文に置き換えられがちです。',
  },
  remedy: {
    en: 'Say in one or two sentences what visitors get.',
    'zh-TW': '請用一兩句話說明訪客能得到什麼。',
    de: 'Sagen Sie in ein, zwei Sätzen, was Besucher bekommen.',
    ja: '訪問者に何が得られるかを一、二文で伝えましょう。',
  },
});
