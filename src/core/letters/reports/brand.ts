import { documentTitle } from '../../site/audits/document-title';
import { favicon } from '../../site/audits/favicon';
import { fontFamilies } from '../../site/audits/font-families';
import { httpStatusCode } from '../../site/audits/http-status-code';
import { oneName } from '../../site/audits/one-name';
import { shareImage } from '../../site/audits/share-image';
import { twitterCard } from '../../site/audits/twitter-card';
import { colours } from '../../site/measures/colours';
import { themeColour } from '../../site/measures/theme-colour';
import type { ReportKind } from './report-kind';

/** Whether the site shows one brand: its colours, fonts, pictures and name. */
export const brand: ReportKind = {
  id: 'brand',
  pastWork:
    /\bbrand|\blogo|corporate (design|identity)|visual identity|erscheinungsbild|\bmarken?(auftritt|bild|design|entwicklung|identität)?\b|品牌|標誌|識別|ブランド|ブランディング|ロゴ/iu,
  looks: [
    httpStatusCode,
    shareImage,
    favicon,
    oneName,
    fontFamilies,
    documentTitle,
    twitterCard,
    colours,
    themeColour,
  ],
  extras: ['style sheets', 'icon', 'share picture'],
  brief:
    'The report is about how consistently the site shows the client’s brand: its colours, fonts, name, icon and the picture of shared links. What was only measured is neither good nor bad; judge no taste.',
  words: {
    en: {
      subject: 'Your brand on the web this quarter: {site}',
      intro:
        'Since I have worked on your brand, I look once a quarter at how it shows on your site. This is what I measured on {site}.',
      title: 'How your brand shows',
    },
    'zh-TW': {
      subject: '您的品牌本季在網路上的樣貌：{site}',
      intro: '我曾參與您的品牌設計，因此每季會看看它在網站上的呈現。以下是我在 {site} 量到的結果。',
      title: '品牌的呈現',
    },
    de: {
      subject: 'Ihr Markenauftritt in diesem Quartal: {site}',
      intro:
        'Ich habe an Ihrem Markenauftritt mitgearbeitet und sehe deshalb einmal im Quartal nach, wie er auf Ihrer Website wirkt. Das habe ich auf {site} gemessen.',
      title: 'Wie sich Ihre Marke zeigt',
    },
    ja: {
      subject: '今四半期のブランドの見え方：{site}',
      intro:
        'ブランドづくりをお手伝いしたご縁で、四半期に一度、サイトでの見え方を拝見しています。{site} を測定した結果です。',
      title: 'ブランドの見え方',
    },
  },
};
