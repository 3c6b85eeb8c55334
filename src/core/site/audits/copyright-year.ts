import { addDays, dayOf } from '../../calendar';
import { audit, verdict } from '../audit';

/** Days of a new year in which last year's number is no sign of neglect. */
const GRACE = 90;

/** The year of the copyright line, where there is one, is this year's. */
export const copyrightYear = audit({
  id: 'copyright-year',
  of: 'body',
  needs: ['copyrightYear', 'at'],
  judge: ({ copyrightYear: year, at }) => {
    if (year === null) return verdict('na', 'no copyright year');
    const wanted = Number(addDays(dayOf(at, 'UTC'), -GRACE).slice(0, 4));
    return verdict(year >= wanted ? 'pass' : 'fail', `© ${year}`, { year: String(year) });
  },
  passes: {
    en: 'The copyright year at the foot of the page is up to date ({year}).',
    'zh-TW': '頁尾的版權年份是最新的（{year}）。',
    de: 'Das Copyright-Jahr am Seitenende ist aktuell ({year}).',
    ja: 'ページ下部の著作権表示の年は最新です（{year}）。',
  },
  fails: {
    en: 'The copyright line at the foot of the page says {year}.',
    'zh-TW': '頁尾的版權年份還停在 {year}。',
    de: 'In der Copyright-Zeile am Seitenende steht {year}.',
    ja: 'ページ下部の著作権表示が {year} のままです。',
  },
  why: {
    en: 'An old year makes the whole site look abandoned.',
    'zh-TW': '過時的年份會讓整個網站看起來無人維護。',
    de: 'Ein altes Jahr lässt die ganze Website verlassen wirken.',
    ja: '古い年のままだと、サイト全体が放置されているように見えます。',
  },
  remedy: {
    en: 'Put in the current year, or have it fill in by itself.',
    'zh-TW': '請改成今年，或設定為自動更新。',
    de: 'Tragen Sie das aktuelle Jahr ein, oder lassen Sie es sich selbst aktualisieren.',
    ja: '今年の年に直すか、自動で変わるようにしましょう。',
  },
});
