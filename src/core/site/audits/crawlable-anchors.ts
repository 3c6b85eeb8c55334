import { audit, verdict } from '../audit';
import { anyAddress } from '../../address';
import type { AnchorFact } from '../anchors';

/** Lighthouse’s crawlable-anchors: no link is without an address that a crawler can follow. */
export const crawlableAnchors = audit({
  id: 'crawlable-anchors',
  of: 'body',
  needs: ['anchors', 'address'],
  judge: ({ anchors, address }) => {
    const faulty = anchors.filter((anchor) => isFaulty(anchor, address));
    const [first] = faulty;
    if (first === undefined) return verdict('pass', `${anchors.length} links`);
    const figures = { count: String(faulty.length), all: String(anchors.length) };
    return verdict(
      'fail',
      `${faulty.length} of ${anchors.length} links, such as ${first.markup}`,
      figures,
    );
  },
  passes: {
    en: 'Search engines can follow the links.',
    'zh-TW': '搜尋引擎可以循著連結前進。',
    de: 'Suchmaschinen können den Links folgen.',
    ja: '検索エンジンがリンクをたどれます。',
  },
  fails: {
    en: 'Links that search engines cannot follow: {count} of {all}.',
    'zh-TW': '搜尋引擎無法循著前進的連結：{all} 個中有 {count} 個。',
    de: 'Links, denen Suchmaschinen nicht folgen können: {count} von {all}.',
    ja: '検索エンジンがたどれないリンク：{all} 個中 {count} 個。',
  },
  why: {
    en: 'What no link leads to is hardly ever found.',
    'zh-TW': '沒有連結可達的頁面很難被找到。',
    de: 'Wohin kein Link führt, das wird kaum gefunden.',
    ja: 'リンクでたどれないページは、ほとんど見つけてもらえません。',
  },
  remedy: {
    en: 'Give each of them a real address.',
    'zh-TW': '請為每個連結加上真正的網址。',
    de: 'Geben Sie jedem eine richtige Adresse.',
    ja: 'それぞれに本当のアドレスを指定しましょう。',
  },
});

/** Links with a role, a name, or an id in place of an address are something else. */
function isFaulty(anchor: AnchorFact, address: string): boolean {
  const raw = anchor.raw.replace(/\s/g, '');
  if (anchor.role.trim() !== '' || raw.startsWith('mailto:') || (raw === '' && anchor.id !== '')) {
    return false;
  }
  if (raw.startsWith('file:')) return true;
  if (anchor.name.trim() !== '') return false;
  if (!anchor.hasHref && !anchor.hasLinkAttribute) return anchor.hasListener;
  const isVoid = /javascript:void(\(|)0(\)|)/.test(raw);
  return anchor.href === '' || isVoid || anyAddress(raw, address) === undefined;
}
