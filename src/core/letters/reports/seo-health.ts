import { SEARCH_AUDITS } from '../../site/audits';
import type { ReportKind } from './report-kind';

/** How search engines find and show the site; also for work that no other report follows up on. */
export const seoHealth: ReportKind = {
  id: 'seo-health',
  pastWork:
    /\bseo\b|search (engine|visibility|ranking)|suchmaschine|auffindbarkeit|搜尋|搜索|關鍵字|検索/iu,
  looks: SEARCH_AUDITS,
  extras: [],
  brief: 'The report is about how well search engines and their users can find and read the site.',
  words: {
    en: {
      subject: 'Your website this quarter: {site}',
      intro:
        'Once a quarter I look at the sites of the people I have worked with. This is what I measured on {site}.',
      title: 'What I measured',
    },
    'zh-TW': {
      subject: '您的網站本季狀況：{site}',
      intro: '我每季都會看看合作過的夥伴的網站。以下是我在 {site} 量到的結果。',
      title: '我量到的結果',
    },
    de: {
      subject: 'Ihre Website in diesem Quartal: {site}',
      intro:
        'Einmal im Quartal sehe ich mir die Websites der Menschen an, mit denen ich gearbeitet habe. Das habe ich auf {site} gemessen.',
      title: 'Was ich gemessen habe',
    },
    ja: {
      subject: '今四半期のサイト診断：{site}',
      intro:
        '四半期に一度、お仕事をご一緒した方のサイトを拝見しています。{site} を測定した結果です。',
      title: '測定結果',
    },
  },
};
