import { audit, verdict } from '../audit';

/** A page with a safe connection loads nothing over an unsafe one. */
export const mixedContent = audit({
  id: 'mixed-content',
  of: 'body',
  needs: ['address', 'resources'],
  judge: ({ address, resources }) => {
    if (!address.startsWith('https:')) return verdict('na', 'the page itself is not on https');
    const unsafe = resources.filter((resource) => resource.address.startsWith('http:'));
    const [first] = unsafe;
    if (first === undefined) return verdict('pass', `${resources.length} parts`);
    return verdict('fail', `${unsafe.length} parts, such as ${first.markup}`, {
      count: String(unsafe.length),
    });
  },
  passes: {
    en: 'Everything on the page comes over a safe connection.',
    'zh-TW': '頁面上的內容都透過安全連線載入。',
    de: 'Alles auf der Seite kommt über eine sichere Verbindung.',
    ja: 'ページの中身はすべて安全な接続で読み込まれます。',
  },
  fails: {
    en: 'Parts of the page that come over an unsafe connection: {count}.',
    'zh-TW': '透過不安全連線載入的內容：{count} 項。',
    de: 'Teile der Seite, die über eine unsichere Verbindung kommen: {count}.',
    ja: '安全でない接続で読み込まれるもの：{count} 個。',
  },
  why: {
    en: 'Browsers block such parts, or warn of the page.',
    'zh-TW': '瀏覽器會封鎖這些內容，或對網頁發出警告。',
    de: 'Browser sperren solche Teile oder warnen vor der Seite.',
    ja: 'ブラウザーがそれらを遮断したり、警告を出したりします。',
  },
  remedy: {
    en: 'Write their addresses with https.',
    'zh-TW': '請將它們的網址改為 https。',
    de: 'Schreiben Sie deren Adressen mit https.',
    ja: 'それらのアドレスを https に直しましょう。',
  },
});
