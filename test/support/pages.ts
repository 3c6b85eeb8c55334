import { WORDS } from '../../src/core/words';
import type { Language } from '../../src/core/words/language';
import type { GatePage } from '../../src/core/referrals/gate';
import { confirmPage, emptyPage, unsubscribedPage, visitPage } from '../../src/gate/page';
import type { GateReply } from '../../src/gate/services';

/** A gate's words as the sheet pushes them, the freelancer's own language first. */
export function aPage(given: Partial<GatePage> = {}): GatePage {
  return {
    sender: 'Mira Chen',
    contact: 'mira@studio.example',
    address: 'https://gate.example/exec',
    disclosure: '',
    texts: Object.fromEntries(Object.entries(WORDS).map(([tag, { page }]) => [tag, page])),
    ...given,
  };
}

/** What a product's page says of it, in the freelancer's own language. */
export const WHYS: Record<Language, { product: string; why: string }> = {
  en: {
    product: 'Rankly',
    why: 'Rankly shows where your site stands in searches, and mails you when that changes.',
  },
  'zh-TW': {
    product: '排名通',
    why: '排名通會追蹤您的網站在搜尋結果中的位置，有變動就寄信通知您。',
  },
  de: {
    product: 'Rechnungsschreiberei Plus',
    why: 'Schreibt Rechnungen, mahnt Säumige und übergibt alles an die Steuerberatung.',
  },
  ja: {
    product: 'ランクリー',
    why: '検索順位の変化を毎日確認し、変わったときにメールで知らせてくれます。',
  },
};

/** Every page of the gate by name. */
export function allPages(page: GatePage, product = WHYS.en): [string, GateReply][] {
  const to = 'https://rankly.sjv.io/c/11/22/33?subId1=abcdefghvvvvv&u=https%3A%2F%2Fr.example';
  return [
    ['visit', visitPage(page, product, to, 'abcdefgh', 'vvvvv')],
    ['resting', emptyPage(page, 'resting')],
    ['unknown', emptyPage(page, 'unknown')],
    ['later', emptyPage(page, 'later')],
    ['later-unpaired', emptyPage({ ...page, sender: '', contact: '' }, 'unknown')],
    ['confirm', confirmPage(page, 'C-lin.abc')],
    ['unsubscribed', unsubscribedPage(page, true)],
    ['not-unsubscribed', unsubscribedPage(page, false)],
  ];
}

/** The HTML of a reply that is a page. */
export const htmlOf = (reply: GateReply): string => ('html' in reply ? reply.html : '');
