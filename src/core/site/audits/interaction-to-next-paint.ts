import { audit, verdict } from '../audit';
import { SOURCES } from '../speed';

/** How soon taps are answered: visitors’ own INP up to 200 ms, or else, on a test phone, a total blocking time up to 200 ms. */
export const interactionToNextPaint = audit({
  id: 'interaction-to-next-paint',
  of: 'server',
  needs: ['speed'],
  judge: ({ speed }) => {
    const answer = speed?.answer;
    if (answer === undefined) return verdict('na', 'not measured');
    const what = answer.source === 'field' ? 'INP' : 'TBT';
    const figures = { ms: String(Math.round(answer.value)), what, source: SOURCES[answer.source] };
    const evidence = `${what} ${figures.ms} ms, ${figures.source}`;
    return verdict(answer.value <= 200 ? 'pass' : 'fail', evidence, figures);
  },
  passes: {
    en: 'Taps are answered quickly ({what} {ms} ms, {source}).',
    'zh-TW': '點按後反應迅速（{what} {ms} 毫秒，{source}）。',
    de: 'Auf Tippen antwortet die Seite schnell ({what} {ms} ms, {source}).',
    ja: 'タップへの反応は速やかです（{what} {ms} ミリ秒、{source}）。',
  },
  fails: {
    en: 'Taps are answered slowly ({what} {ms} ms, {source}; 200 ms would be good).',
    'zh-TW': '點按後反應緩慢（{what} {ms} 毫秒，{source}；200 毫秒以內為佳）。',
    de: 'Auf Tippen antwortet die Seite langsam ({what} {ms} ms, {source}; gut wären 200 ms).',
    ja: 'タップへの反応が遅めです（{what} {ms} ミリ秒、{source}。200 ミリ秒以内が目安です）。',
  },
  why: {
    en: 'A page that does not react seems broken.',
    'zh-TW': '沒有反應的網頁看起來像壞了。',
    de: 'Eine Seite, die nicht reagiert, wirkt kaputt.',
    ja: '反応しないページは、壊れているように見えます。',
  },
  remedy: {
    en: 'Have heavy scripts removed or loaded later.',
    'zh-TW': '請移除沉重的程式，或延後載入。',
    de: 'Lassen Sie schwere Skripte entfernen oder später laden.',
    ja: '重いスクリプトを外すか、後から読み込むようにしてもらいましょう。',
  },
});
