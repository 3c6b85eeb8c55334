import { audit, verdict } from '../audit';
import { faultyLines } from '../robots';

/** Lighthouse’s robots-txt: where there is one, crawlers can understand every line of it. */
export const robotsTxt = audit({
  id: 'robots-txt',
  of: 'server',
  needs: ['robots'],
  judge: ({ robots }) => {
    if (robots === undefined) return verdict('na', 'not asked');
    const { status, text } = robots;
    if (status === null) return verdict('fail', 'no answer', { what: 'no answer' });
    if (status >= 500) return verdict('fail', `status ${status}`, { what: `status ${status}` });
    if (status >= 400 || text === '') return verdict('na', `status ${status}, no rules`);
    const faulty = faultyLines(text);
    const [first] = faulty;
    if (first === undefined) return verdict('pass', 'every line is understood');
    return verdict('fail', `${faulty.length} lines, such as “${first}”`, { what: `“${first}”` });
  },
  passes: {
    en: 'The rules for search engines (robots.txt) can be read.',
    'zh-TW': '給搜尋引擎的規則（robots.txt）可以正常讀取。',
    de: 'Die Regeln für Suchmaschinen (robots.txt) sind lesbar.',
    ja: '検索エンジン向けの規則（robots.txt）は正しく読み取れます。',
  },
  fails: {
    en: 'The rules for search engines (robots.txt) cannot be read: {what}.',
    'zh-TW': '給搜尋引擎的規則（robots.txt）無法讀取：{what}。',
    de: 'Die Regeln für Suchmaschinen (robots.txt) sind nicht lesbar: {what}.',
    ja: '検索エンジン向けの規則（robots.txt）が読み取れません：{what}。',
  },
  why: {
    en: 'A crawler that cannot read them may stay away, or go where it should not.',
    'zh-TW': '讀不懂規則的爬蟲可能不來，或跑到不該去的地方。',
    de: 'Wer sie nicht lesen kann, bleibt vielleicht weg oder geht, wohin er nicht soll.',
    ja: '読み取れないと、検索エンジンが来なくなったり、入ってほしくない所に入ったりします。',
  },
  remedy: {
    en: 'Have the file corrected, or removed.',
    'zh-TW': '請修正或移除這個檔案。',
    de: 'Lassen Sie die Datei berichtigen oder entfernen.',
    ja: 'ファイルを直すか、取り除いてもらいましょう。',
  },
});
