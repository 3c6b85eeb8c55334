import { audit, verdict } from '../audit';
import { SOURCES } from '../speed';

/** Lighthouse’s cumulative-layout-shift, by Google’s bar for a good one: at most 0.1. */
export const cumulativeLayoutShift = audit({
  id: 'cumulative-layout-shift',
  of: 'server',
  needs: ['speed'],
  judge: ({ speed }) => {
    const shift = speed?.shift;
    if (shift === undefined) return verdict('na', 'not measured');
    const score = shift.value.toFixed(2);
    const figures = { score, source: SOURCES[shift.source] };
    return verdict(shift.value <= 0.1 ? 'pass' : 'fail', `${score}, ${figures.source}`, figures);
  },
  passes: {
    en: 'The page keeps still while it loads (shift {score}, {source}).',
    'zh-TW': '網頁載入時畫面穩定（位移 {score}，{source}）。',
    de: 'Die Seite bleibt beim Laden ruhig (Verschiebung {score}, {source}).',
    ja: '読み込み中も画面がずれません（ずれ {score}、{source}）。',
  },
  fails: {
    en: 'The page jumps while it loads (shift {score}, {source}; at most 0.1 would be good).',
    'zh-TW': '網頁載入時畫面會跳動（位移 {score}，{source}；0.1 以下為佳）。',
    de: 'Die Seite springt beim Laden (Verschiebung {score}, {source}; gut wäre höchstens 0.1).',
    ja: '読み込み中に画面がずれます（ずれ {score}、{source}。0.1 以下が目安です）。',
  },
  why: {
    en: 'People lose their line, or tap what they did not mean.',
    'zh-TW': '讀者會看丟位置，或誤點其他地方。',
    de: 'Man verliert die Zeile oder tippt daneben.',
    ja: '読んでいた場所を見失ったり、押し間違えたりします。',
  },
  remedy: {
    en: 'Give pictures and banners a fixed place.',
    'zh-TW': '請為圖片和橫幅預留固定位置。',
    de: 'Geben Sie Bildern und Bannern einen festen Platz.',
    ja: '画像やバナーの場所をあらかじめ確保しましょう。',
  },
});
