import { cut } from '../../problem';
import { audit, verdict } from '../audit';
import { parseAddress } from '../../address';

/** The name with www and the name without lead to the same place. */
export const oneHost = audit({
  id: 'one-host',
  of: 'server',
  needs: ['twin', 'address'],
  judge: ({ twin, address }) => {
    if (twin === undefined) return verdict('na', 'not asked');
    const other = hostNameOf(twin.asked);
    const isOne = twin.address !== undefined && hostNameOf(twin.address) === hostNameOf(address);
    const way = `${cut(twin.asked)} → ${cut(twin.address ?? 'no answer')}`;
    return verdict(isOne ? 'pass' : 'fail', way, { other, host: hostNameOf(address) });
  },
  passes: {
    en: 'The address works with www and without.',
    'zh-TW': '網址加不加 www 都能使用。',
    de: 'Die Adresse funktioniert mit und ohne www.',
    ja: 'アドレスは www の有無にかかわらず使えます。',
  },
  fails: {
    en: '{other} does not lead to {host}.',
    'zh-TW': '{other} 不會導向 {host}。',
    de: '{other} führt nicht zu {host}.',
    ja: '{other} から {host} へつながりません。',
  },
  why: {
    en: 'Visitors type it either way, and search engines take two names for two sites.',
    'zh-TW': '訪客兩種都會輸入，搜尋引擎則會當成兩個網站。',
    de: 'Besucher tippen beides, und Suchmaschinen halten zwei Namen für zwei Websites.',
    ja: '訪問者はどちらも入力しますし、検索エンジンは二つの別サイトとみなします。',
  },
  remedy: {
    en: 'Have one of them redirected to the other.',
    'zh-TW': '請將其中一個轉址到另一個。',
    de: 'Lassen Sie eine auf die andere umleiten.',
    ja: 'どちらか一方へ転送してもらいましょう。',
  },
});

function hostNameOf(address: string): string {
  return parseAddress(address)?.hostname ?? '';
}
