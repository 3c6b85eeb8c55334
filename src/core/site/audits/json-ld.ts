import { cut } from '../../problem';
import { audit, verdict } from '../audit';
import { tryJson } from '../../json';

/** Structured data, where the page has any, can be parsed. */
export const jsonLd = audit({
  id: 'json-ld',
  of: 'head',
  needs: ['structuredData'],
  judge: ({ structuredData }) => {
    if (structuredData.length === 0) return verdict('na', 'none given');
    const faulty = structuredData.find((text) => tryJson(text) === undefined);
    return faulty === undefined
      ? verdict('pass', `${structuredData.length} parsed`, { count: String(structuredData.length) })
      : verdict('fail', cut(faulty, 120));
  },
  passes: {
    en: 'The structured data for search engines can be read.',
    'zh-TW': '給搜尋引擎的結構化資料可以讀取。',
    de: 'Die strukturierten Daten für Suchmaschinen sind lesbar.',
    ja: '検索エンジン向けの構造化データは正しく読み取れます。',
  },
  fails: {
    en: 'The structured data for search engines has a mistake and cannot be read.',
    'zh-TW': '給搜尋引擎的結構化資料有誤，無法讀取。',
    de: 'Die strukturierten Daten für Suchmaschinen enthalten einen Fehler und sind nicht lesbar.',
    ja: '検索エンジン向けの構造化データに誤りがあり、読み取れません。',
  },
  why: {
    en: 'Opening hours, prices or stars in search results come from it.',
    'zh-TW': '搜尋結果中的營業時間、價格或評分都來自它。',
    de: 'Öffnungszeiten, Preise oder Sterne in Suchergebnissen kommen daraus.',
    ja: '検索結果に出る営業時間や価格、評価のもとになります。',
  },
  remedy: {
    en: 'Have the script of type application/ld+json corrected.',
    'zh-TW': '請修正類型為 application/ld+json 的程式碼。',
    de: 'Lassen Sie das Skript vom Typ application/ld+json berichtigen.',
    ja: 'application/ld+json のスクリプトを直してもらいましょう。',
  },
});
