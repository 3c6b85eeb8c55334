import { cut } from '../../problem';
import { audit, verdict } from '../audit';
import { anyAddress } from '../../address';
import type { AnchorFact } from '../anchors';
import { EMPTY_PHRASES } from '../phrases';

/** Lighthouse’s link-text: no link to another page says no more than “click here”. */
export const linkText = audit({
  id: 'link-text',
  of: 'body',
  needs: ['anchors', 'address'],
  judge: ({ anchors, address }) => {
    const empty = anchors.filter((anchor) => isEmptyPhrase(anchor, address));
    const [first] = empty;
    if (first === undefined) return verdict('pass', `${anchors.length} links`);
    const figures = { count: String(empty.length), text: cut(first.text, 40) };
    return verdict(
      'fail',
      `${empty.length} links, such as ${first.markup} “${cut(first.text, 40)}”`,
      figures,
    );
  },
  passes: {
    en: 'Links say where they lead.',
    'zh-TW': '連結文字都說明了去處。',
    de: 'Links sagen, wohin sie führen.',
    ja: 'リンクの文字から行き先が分かります。',
  },
  fails: {
    en: 'Links that do not say where they lead: {count}, such as “{text}”.',
    'zh-TW': '沒有說明去處的連結：{count} 個，例如「{text}」。',
    de: 'Links, die nicht sagen, wohin sie führen: {count}, etwa „{text}“.',
    ja: '行き先の分からないリンク：{count} 個（例：「{text}」）。',
  },
  why: {
    en: 'People and search engines judge a page by the words that lead to it.',
    'zh-TW': '訪客和搜尋引擎會依連結文字判斷網頁內容。',
    de: 'Menschen und Suchmaschinen beurteilen eine Seite nach den Worten, die zu ihr führen.',
    ja: '人も検索エンジンも、リンクの文字からページの内容を判断します。',
  },
  remedy: {
    en: 'Name what is behind each link.',
    'zh-TW': '請寫出每個連結後面的內容。',
    de: 'Nennen Sie, was hinter jedem Link steht.',
    ja: 'リンク先の内容を言葉にしましょう。',
  },
});

function isEmptyPhrase({ href, rel, text, language }: AnchorFact, address: string): boolean {
  if (href === '' || rel.includes('nofollow') || /^(javascript|mailto):/i.test(href)) return false;
  if (isSamePage(href, address)) return false;
  const said = text.trim().toLowerCase();
  if (said === '') return false;
  if (language) return EMPTY_PHRASES[language.split('-')[0] ?? '']?.includes(said) ?? false;
  return Object.values(EMPTY_PHRASES).some((phrases) => phrases?.includes(said));
}

function isSamePage(href: string, address: string): boolean {
  const [there, here] = [href, address].map((said) => anyAddress(said)?.href.split('#')[0]);
  return there !== undefined && there === here;
}
