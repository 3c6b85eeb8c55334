import { cut } from '../../problem';
import { audit, verdict } from '../audit';

/** Headings go down one level at a time; named as Lighthouse’s audit, which also knows ARIA’s headings. */
export const headingOrder = audit({
  id: 'heading-order',
  of: 'body',
  needs: ['headings'],
  judge: ({ headings }) => {
    if (headings.length === 0) return verdict('na', 'no headings');
    const jump = headings.find(({ level }, i) => level > (headings[i - 1]?.level ?? level) + 1);
    if (jump === undefined) return verdict('pass', `${headings.length} headings`);
    return verdict('fail', jump.markup, { heading: cut(jump.text, 60) });
  },
  passes: {
    en: 'The headings are in order.',
    'zh-TW': '標題層級依序排列。',
    de: 'Die Überschriften stehen in der richtigen Ordnung.',
    ja: '見出しの階層は整っています。',
  },
  fails: {
    en: 'A heading skips a level: “{heading}”.',
    'zh-TW': '有標題跳過了一個層級：「{heading}」。',
    de: 'Eine Überschrift überspringt eine Ebene: „{heading}“.',
    ja: '階層を飛ばした見出しがあります：「{heading}」。',
  },
  why: {
    en: 'Readers with screen readers find their way by them.',
    'zh-TW': '使用螢幕閱讀器的人靠標題找到方向。',
    de: 'Wer mit einem Vorleseprogramm liest, orientiert sich daran.',
    ja: '読み上げソフトを使う人は、見出しを頼りに読み進めます。',
  },
  remedy: {
    en: 'Use the levels in turn, whatever size they should have.',
    'zh-TW': '請依序使用層級，字級大小可另外調整。',
    de: 'Verwenden Sie die Ebenen der Reihe nach, gleich wie groß sie aussehen sollen.',
    ja: '見た目の大きさにかかわらず、階層は順番に使いましょう。',
  },
});
