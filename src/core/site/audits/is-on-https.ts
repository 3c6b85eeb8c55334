import { audit, verdict } from '../audit';
import { placeOf } from '../page';

/** The page itself is served over https, or from this machine; named as Lighthouse’s audit, which looks at its parts as well. */
export const isOnHttps = audit({
  id: 'is-on-https',
  of: 'server',
  needs: ['address'],
  judge: (facts) => {
    const { protocol, href, hostname } = placeOf(facts);
    const isSafe = protocol === 'https:' || /^(localhost|127\.0\.0\.1)$/.test(hostname);
    return verdict(isSafe ? 'pass' : 'fail', href);
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
  why: {
    en: 'Browsers warn visitors of such pages.',
    'zh-TW': '瀏覽器會對這類網頁發出警告。',
    de: 'Browser warnen Besucher vor solchen Seiten.',
    ja: 'こうしたページにはブラウザーが警告を出します。',
  },
  remedy: {
    en: 'Ask your host for a certificate.',
    'zh-TW': '請向主機商申請憑證。',
    de: 'Bitten Sie Ihren Anbieter um ein Zertifikat.',
    ja: 'ホスティング会社に証明書を依頼しましょう。',
  },
});
