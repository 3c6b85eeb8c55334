import { brokenLinks } from '../../site/audits/broken-links';
import { charset } from '../../site/audits/charset';
import { cumulativeLayoutShift } from '../../site/audits/cumulative-layout-shift';
import { favicon } from '../../site/audits/favicon';
import { htmlWeight } from '../../site/audits/html-weight';
import { httpStatusCode } from '../../site/audits/http-status-code';
import { interactionToNextPaint } from '../../site/audits/interaction-to-next-paint';
import { isOnHttps } from '../../site/audits/is-on-https';
import { largestContentfulPaint } from '../../site/audits/largest-contentful-paint';
import { mixedContent } from '../../site/audits/mixed-content';
import { oneHost } from '../../site/audits/one-host';
import { redirectChain } from '../../site/audits/redirect-chain';
import { redirectsHttp } from '../../site/audits/redirects-http';
import { unsizedImages } from '../../site/audits/unsized-images';
import { viewport } from '../../site/audits/viewport';
import type { ReportKind } from './report-kind';

/** Whether the site is in working order: safe, reachable, without dead links, light, fit for phones. */
export const websiteCare: ReportKind = {
  id: 'website-care',
  pastWork:
    /\bweb|homepage|landing ?page|wordpress|\b(online ?)?shop\b|\bhosting\b|網站|網頁|網路商店|網店|ウェブ|ホームページ|サイト|オンラインショップ/iu,
  looks: [
    httpStatusCode,
    isOnHttps,
    brokenLinks,
    largestContentfulPaint,
    cumulativeLayoutShift,
    interactionToNextPaint,
    mixedContent,
    redirectsHttp,
    oneHost,
    viewport,
    unsizedImages,
    htmlWeight,
    redirectChain,
    charset,
    favicon,
  ],
  extras: ['icon'],
  brief:
    'The report is about whether the site is in working order: safe, reachable, without dead links, quick and fit for phones.',
  words: {
    en: {
      subject: 'How your website is running: {site}',
      intro:
        'Since I have worked on your website, I check once a quarter that all of it still works. This is what I measured on {site}.',
      title: 'How your website is running',
    },
    'zh-TW': {
      subject: '您的網站運作情況：{site}',
      intro: '我曾參與您的網站製作，因此每季會檢查它是否運作正常。以下是我在 {site} 量到的結果。',
      title: '網站的運作情況',
    },
    de: {
      subject: 'So läuft Ihre Website: {site}',
      intro:
        'Ich habe an Ihrer Website mitgearbeitet und prüfe deshalb einmal im Quartal, ob noch alles funktioniert. Das habe ich auf {site} gemessen.',
      title: 'Wie Ihre Website läuft',
    },
    ja: {
      subject: 'サイトの動作チェック：{site}',
      intro:
        'サイト制作をお手伝いしたご縁で、四半期に一度、問題なく動いているか確認しています。{site} を測定した結果です。',
      title: 'サイトの動作状況',
    },
  },
};
