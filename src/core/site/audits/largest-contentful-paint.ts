import { audit, verdict } from '../audit';
import { SOURCES } from '../speed';

/** Lighthouse’s largest-contentful-paint, by Google’s bar for a good one: what fills most of the screen is there within 2.5 seconds. */
export const largestContentfulPaint = audit({
  id: 'largest-contentful-paint',
  of: 'server',
  needs: ['speed'],
  judge: ({ speed }) => {
    const lcp = speed?.largestPaint;
    if (lcp === undefined) return verdict('na', 'not measured');
    const seconds = (lcp.value / 1000).toFixed(1);
    const figures = { seconds, source: SOURCES[lcp.source] };
    return verdict(lcp.value <= 2500 ? 'pass' : 'fail', `${seconds} s, ${figures.source}`, figures);
  },
  passes: {
    en: 'On a phone the main content is there after {seconds} s ({source}).',
    'zh-TW': '手機上主要內容在 {seconds} 秒後出現（{source}）。',
    de: 'Am Handy ist der Hauptinhalt nach {seconds} s da ({source}).',
    ja: 'スマートフォンでは {seconds} 秒で主な内容が表示されます（{source}）。',
  },
  fails: {
    en: 'On a phone the main content is there only after {seconds} s ({source}); 2.5 s would be good.',
    'zh-TW': '手機上主要內容要 {seconds} 秒後才出現（{source}）；2.5 秒以內為佳。',
    de: 'Am Handy ist der Hauptinhalt erst nach {seconds} s da ({source}); gut wären 2.5 s.',
    ja: 'スマートフォンでは主な内容の表示に {seconds} 秒かかります（{source}）。2.5 秒以内が目安です。',
  },
  why: {
    en: 'Who waits long leaves before seeing anything.',
    'zh-TW': '等太久的訪客還沒看到內容就離開了。',
    de: 'Wer lange wartet, geht, bevor er etwas sieht.',
    ja: '待たされると、何も見ないまま離れてしまいます。',
  },
  remedy: {
    en: 'Have large pictures made smaller and the server looked at.',
    'zh-TW': '請縮小大型圖片，並檢查伺服器。',
    de: 'Lassen Sie große Bilder verkleinern und den Server prüfen.',
    ja: '大きな画像を軽くし、サーバーを確認してもらいましょう。',
  },
});
