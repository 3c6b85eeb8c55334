import { brokenLinks } from '../../site/audits/broken-links';
import { copyrightYear } from '../../site/audits/copyright-year';
import { feedDate } from '../../site/audits/feed-date';
import { httpStatusCode } from '../../site/audits/http-status-code';
import { metaDescription } from '../../site/audits/meta-description';
import { sitemap } from '../../site/audits/sitemap';
import { sitemapDate } from '../../site/audits/sitemap-date';
import { thinText } from '../../site/audits/thin-text';
import { changedPages } from '../../site/measures/changed-pages';
import type { ReportKind } from './report-kind';

/** How fresh the content is: by the dates of the sitemap, the feed and the foot of the page. */
export const freshness: ReportKind = {
  id: 'freshness',
  pastWork:
    /\bcontent|\bblog|newsletter|copywriting|\bcopy\b|\bart(icles?|ikel)\b|\btexte?\b|\btexten\b|redaktion|editorial|內容|文案|部落格|電子報|文章|コンテンツ|ブログ|ライティング|メールマガジン|メルマガ|記事/iu,
  looks: [
    httpStatusCode,
    feedDate,
    sitemapDate,
    copyrightYear,
    brokenLinks,
    thinText,
    sitemap,
    metaDescription,
    changedPages,
  ],
  extras: ['feed'],
  brief:
    'The report is about how fresh the site’s content is: when pages and articles last changed. A date is what the site says of itself; guess no reason for it.',
  words: {
    en: {
      subject: 'Your content this quarter: {site}',
      intro:
        'Since I have worked on your content, I look once a quarter at how fresh it is. This is what I measured on {site}.',
      title: 'How fresh your content is',
    },
    'zh-TW': {
      subject: '您的網站內容本季狀況：{site}',
      intro: '我曾參與您的內容製作，因此每季會看看內容的更新情況。以下是我在 {site} 量到的結果。',
      title: '內容的更新情況',
    },
    de: {
      subject: 'Ihre Inhalte in diesem Quartal: {site}',
      intro:
        'Ich habe an Ihren Inhalten mitgearbeitet und sehe deshalb einmal im Quartal nach, wie aktuell sie sind. Das habe ich auf {site} gemessen.',
      title: 'Wie aktuell Ihre Inhalte sind',
    },
    ja: {
      subject: '今四半期のコンテンツ診断：{site}',
      intro:
        'コンテンツづくりをお手伝いしたご縁で、四半期に一度、更新の様子を拝見しています。{site} を測定した結果です。',
      title: 'コンテンツの新しさ',
    },
  },
};
