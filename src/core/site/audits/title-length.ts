import { cut } from '../../problem';
import { audit, verdict } from '../audit';
import { signsIn } from '../signs';

/** A title of 15 to 60 signs is shown whole in search results; a Chinese or Japanese sign takes the room of two. */
export const titleLength = audit({
  id: 'title-length',
  of: 'head',
  needs: ['title'],
  judge: ({ title }) => {
    if (!title) return verdict('na', 'no title');
    const length = signsIn(title);
    const figures = { length: String(length) };
    const isGood = length >= 15 && length <= 60;
    return verdict(isGood ? 'pass' : 'fail', `${length} signs: ${cut(title, 80)}`, figures);
  },
  passes: {
    en: 'The title has a good length ({length} characters).',
    'zh-TW': '標題長度適中（{length} 個字元）。',
    de: 'Der Titel hat eine gute Länge ({length} Zeichen).',
    ja: 'タイトルの長さは適切です（{length} 文字分）。',
  },
  fails: {
    en: 'The title has {length} characters; 15 to 60 are shown whole in search results.',
    'zh-TW': '標題長度為 {length} 個字元；搜尋結果能完整顯示的是 15 到 60 個。',
    de: 'Der Titel hat {length} Zeichen; ganz gezeigt werden in Suchergebnissen 15 bis 60.',
    ja: 'タイトルの長さは {length} 文字分です。検索結果で全部表示されるのは 15～60 文字分です。',
  },
  why: {
    en: 'A title that is cut off, or says too little, is clicked less.',
    'zh-TW': '被截斷或太短的標題較少人點選。',
    de: 'Ein abgeschnittener oder nichtssagender Titel wird seltener angeklickt.',
    ja: '途中で切れたり短すぎたりするタイトルは、クリックされにくくなります。',
  },
  remedy: {
    en: 'Put what matters most first, and keep to that length.',
    'zh-TW': '請把最重要的放在前面，並維持這個長度。',
    de: 'Setzen Sie das Wichtigste an den Anfang und halten Sie diese Länge ein.',
    ja: '大事な言葉を前に置き、この長さに収めましょう。',
  },
});
