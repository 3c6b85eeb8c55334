import type { ReportKind } from './report-kind';

/** A plain hello where there is nothing to measure. */
export const checkIn: ReportKind = {
  id: 'check-in',
  looks: [],
  extras: [],
  brief:
    'There is no website to report on: say nothing of a site or of measurements, and ask how things are going since our work together.',
  words: {
    en: {
      subject: 'A short hello, {name}',
      intro:
        'Once a quarter I write to the people I have worked with. I hope your work is going well.',
      title: '',
    },
    'zh-TW': {
      subject: '{name}，您好',
      intro: '我每季都會寫信給合作過的夥伴，希望您一切順利。',
      title: '',
    },
    de: {
      subject: 'Ein kurzer Gruß, {name}',
      intro:
        'Einmal im Quartal schreibe ich den Menschen, mit denen ich gearbeitet habe. Ich hoffe, es läuft gut bei Ihnen.',
      title: '',
    },
    ja: {
      subject: '{name}様、ごあいさつ',
      intro:
        '四半期に一度、お仕事をご一緒した方にお便りしています。お変わりなくお過ごしでしょうか。',
      title: '',
    },
  },
};
