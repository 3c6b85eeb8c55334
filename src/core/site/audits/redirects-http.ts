import { cut } from '../../problem';
import { audit, verdict } from '../audit';

/** Lighthouse’s redirects-http: who comes without a safe connection is led to the safe one. */
export const redirectsHttp = audit({
  id: 'redirects-http',
  of: 'server',
  needs: ['plain'],
  judge: ({ plain }) => {
    if (plain?.address === undefined) return verdict('na', 'nothing answers without https');
    const isLed = plain.address.startsWith('https:');
    return verdict(isLed ? 'pass' : 'fail', `${cut(plain.asked)} → ${cut(plain.address)}`);
  },
  passes: {
    en: 'Visitors who come without https are led to the safe address.',
    'zh-TW': '未使用 https 的訪客會被導向安全網址。',
    de: 'Wer ohne https kommt, wird auf die sichere Adresse geleitet.',
    ja: 'https なしで来た訪問者も、安全なアドレスへ案内されます。',
  },
  fails: {
    en: 'Visitors who come without https stay without a safe connection.',
    'zh-TW': '未使用 https 的訪客會停留在不安全的連線。',
    de: 'Wer ohne https kommt, bleibt ohne sichere Verbindung.',
    ja: 'https なしで来た訪問者は、安全でない接続のままです。',
  },
  why: {
    en: 'Old links and typed addresses often come without it.',
    'zh-TW': '舊連結和手動輸入的網址常常沒有 https。',
    de: 'Alte Links und getippte Adressen kommen oft ohne.',
    ja: '古いリンクや手入力のアドレスには https が付いていないことがよくあります。',
  },
  remedy: {
    en: 'Have http redirected to https.',
    'zh-TW': '請將 http 轉址到 https。',
    de: 'Lassen Sie http auf https umleiten.',
    ja: 'http から https へ転送してもらいましょう。',
  },
});
