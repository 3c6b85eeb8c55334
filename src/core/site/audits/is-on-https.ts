import { audit, verdict } from '../audit';
import { placeOf } from '../page';

/** The page itself is served over https; named as Lighthouse's audit, which looks at its parts as well. */
export const isOnHttps = audit({
  id: 'is-on-https',
  needs: ['address'],
  judge: (facts) => {
    const { protocol, href } = placeOf(facts);
    return verdict(protocol === 'https:' ? 'pass' : 'fail', href);
  },
  passes: {
    en: 'Visitors reach the page over a safe connection.',
    'zh-TW': '訪客透過安全連線瀏覽網頁。',
    de: 'Besucher erreichen die Seite über eine sichere Verbindung.',
    ja: '訪問者は安全な接続でページを見ています。',
  },
  fails: {
    en: 'The page is served without a safe connection (https).',
    'zh-TW': '網頁沒有使用安全連線（https）。',
    de: 'Die Seite wird ohne sichere Verbindung (https) ausgeliefert.',
    ja: 'ページが安全な接続（https）で提供されていません。',
  },
  remedy: {
    en: 'Ask your host for a certificate; browsers warn visitors without one.',
    'zh-TW': '請向主機商申請憑證；沒有憑證時瀏覽器會警告訪客。',
    de: 'Bitten Sie Ihren Anbieter um ein Zertifikat; ohne warnen Browser die Besucher.',
    ja: 'ホスティング会社に証明書を依頼しましょう。ないとブラウザーが訪問者に警告します。',
  },
});
