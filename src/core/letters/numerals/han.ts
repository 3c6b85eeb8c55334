/** Numerals as Chinese and Japanese spell them: which runs of signs claim a number, and which one. */

/** A numeral in a text: as written, and its value. */
export interface Spelled {
  written: string;
  value: number;
}

/** The numbers that runs of Han numerals, and the native Japanese ones, claim in a text. */
export function hanNumbers(text: string): Spelled[] {
  const found: Spelled[] = [];
  for (const { 0: written, index } of text.matchAll(HAN)) {
    const value = hanClaim(text, written, index);
    if (value !== undefined) found.push({ written, value });
  }
  for (const [written] of text.matchAll(NATIVE)) {
    found.push({ written, value: NATIVES.findIndex((one) => written.startsWith(one)) + 2 });
  }
  return found;
}

/** ふたつ, みっつ … とお; ひとつ hardly ever claims a number. */
const NATIVES = ['ふたつ', 'みっつ', 'よっつ', 'いつつ', 'むっつ', 'ななつ', 'やっつ', 'ここのつ'];
const NATIVE = new RegExp(NATIVES.join('|'), 'g');

const HAN = /[〇零一二三四五六七八九十百千萬万億兩両]+/g;
const HAN_DIGITS = '〇一二三四五六七八九';
const HAN_UNITS: Record<string, number> = { 十: 10, 百: 100, 千: 1000 };
const HAN_GROUPS: Record<string, number> = { 萬: 10_000, 万: 10_000, 億: 100_000_000 };
/** What follows a numeral that counts something. */
const COUNTED =
  /^(%|年|月|日|天|週|季|倍|成|割|個|张|張|頁|枚|件|回|次|度|位|名|人|元|円|圓|ヶ|か|カ|つ|パーセント|分之|折|小時|時間|分鐘|秒|家|種|項|筆|塊|ドル|ユーロ|点|點|杯|間|社|件|名|歲|歳|周|ページ|サイト|人份|萬|万)/;

/**
 * What a run of Han numerals claims: one that counts something, is an ordinal or a share, or has
 * several signs; a lone 一, and signs inside other words, claim nothing.
 */
function hanClaim(text: string, written: string, at: number): number | undefined {
  const before = text.slice(Math.max(0, at - 2), at);
  const after = text.slice(at + written.length, at + written.length + 5);
  const isShare = /(分之|第)$/.test(before);
  if (written === '一' || (written === '十' && after.startsWith('分'))) return undefined;
  if (!isShare && !COUNTED.test(after)) return undefined;
  return hanValue(written);
}

/** 二〇二五 is 2025, 三百五十 is 350. */
function hanValue(written: string): number {
  const plain = written.replace(/零/g, '〇').replace(/[兩両]/g, '二');
  const signs = Array.from(plain);
  if (signs.every((sign) => HAN_DIGITS.includes(sign))) {
    return Number(signs.map((sign) => HAN_DIGITS.indexOf(sign)).join(''));
  }
  let all = 0;
  let group = 0;
  let digit = 0;
  for (const sign of signs) {
    const unit = HAN_UNITS[sign];
    const whole = HAN_GROUPS[sign];
    if (unit !== undefined) {
      group += (digit || 1) * unit;
      digit = 0;
    } else if (whole !== undefined) {
      all += (group + digit || 1) * whole;
      group = digit = 0;
    } else digit = HAN_DIGITS.indexOf(sign);
  }
  return all + group + digit;
}
