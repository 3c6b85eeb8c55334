/** Which numbers a text claims, and which of them no fact holds. */

/** The numbers in `text`, as written, that do not stand in the facts. */
export function ungroundedNumbers(text: string, facts: object): string[] {
  const known = new Set(claimsIn(allTexts(facts).join('\n')).map(({ value }) => value));
  const found = claimsIn(text).filter(({ value }) => !known.has(value));
  return [...new Set(found.map(({ written }) => written))];
}

interface Claim {
  written: string;
  /** A plain decimal, so that 1,000 and 1000, `3rd` and `third` are the same. */
  value: string;
}

function claimsIn(text: string): Claim[] {
  const plain = inAsciiDigits(text.normalize('NFKC'));
  const claims: Claim[] = [];
  for (const [written] of plain.matchAll(
    /\d{1,3}(?:[.,'’\u202f\u00a0]\d{3})+(?!\d)(?:[.,]\d+)?|\d+(?:[.,]\d+)?/g,
  )) {
    claims.push({ written, value: valueOf(written) });
  }
  for (const [written] of plain.matchAll(/\p{L}+/gu)) {
    const value = spelledValue(written.toLowerCase());
    if (value !== undefined) claims.push({ written, value: String(value) });
  }
  for (const { 0: written, index } of plain.matchAll(HAN)) {
    const value = hanClaim(plain, written, index);
    if (value !== undefined) claims.push({ written, value: String(value) });
  }
  return claims;
}

/** A separator before exactly three digits parts thousands; any other starts the decimals. */
function valueOf(written: string): string {
  const [, whole = written, decimals = ''] =
    /^(\d{1,3}(?:[.,'’\u202f\u00a0]\d{3})+)(?:[.,](\d+))?$/.exec(written) ?? [];
  if (whole !== written || decimals !== '' || /\D\d{3}$/.test(written)) {
    return String(Number(`${whole.replace(/\D/g, '')}.${decimals || '0'}`));
  }
  return String(Number(written.replace(',', '.')));
}

/** A word's number: its own, or that of a German compound such as einundzwanzig and dreihundert. */
function spelledValue(word: string): number | undefined {
  const [, ones = '', tens = ''] = /^(\p{L}+?)und(\p{L}+zig|dreißig)$/u.exec(word) ?? [];
  const [, times = '', unit = ''] = /^(\p{L}+?)(hundert|tausend)$/u.exec(word) ?? [];
  const one = ones === 'ein' ? 1 : SPELLED[ones];
  const factor = times === 'ein' ? 1 : SPELLED[times];
  const ten = SPELLED[tens];
  if (one !== undefined && ten !== undefined) return ten + one;
  if (factor !== undefined) return factor * (SPELLED[unit] ?? 1);
  return SPELLED[word];
}

/** Digits of any script as 0 to 9; Unicode keeps each script's ten in a row, from …0 or …6. */
function inAsciiDigits(text: string): string {
  return text.replace(/\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0) ?? 0;
    const low = code % 16;
    const isFromZero = /\p{Nd}/u.test(String.fromCodePoint(code - low));
    return String(isFromZero ? low : low - 6);
  });
}

/** Numerals as Chinese and Japanese spell them. */
const HAN = /[〇零一二三四五六七八九十百千萬万億兩両]+/g;
const HAN_DIGITS = '〇一二三四五六七八九';
const HAN_UNITS: Record<string, number> = { 十: 10, 百: 100, 千: 1000 };
const HAN_GROUPS: Record<string, number> = { 萬: 10_000, 万: 10_000, 億: 100_000_000 };
/** What follows a numeral that counts something. */
const COUNTED =
  /^(%|年|月|日|天|週|季|倍|成|割|個|张|張|頁|枚|件|回|次|度|位|名|人|元|円|圓|ヶ|か|カ|つ|パーセント|分之)/;

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

/**
 * English and German numerals. “One”, “once”, “first” and their German kin are left out: they hardly ever
 * claim a number.
 */
const SPELLED: Record<string, number> = {
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
  hundred: 100,
  thousand: 1000,
  million: 1_000_000,
  dozen: 12,
  twice: 2,
  second: 2,
  third: 3,
  fourth: 4,
  fifth: 5,
  sixth: 6,
  seventh: 7,
  eighth: 8,
  ninth: 9,
  tenth: 10,
  double: 2,
  doubled: 2,
  twofold: 2,
  triple: 3,
  tripled: 3,
  threefold: 3,
  tenfold: 10,
  hundredfold: 100,
  half: 0.5,
  halved: 0.5,
  zwei: 2,
  drei: 3,
  vier: 4,
  fünf: 5,
  sechs: 6,
  sieben: 7,
  acht: 8,
  neun: 9,
  zehn: 10,
  elf: 11,
  zwölf: 12,
  dreizehn: 13,
  vierzehn: 14,
  fünfzehn: 15,
  sechzehn: 16,
  siebzehn: 17,
  achtzehn: 18,
  neunzehn: 19,
  zwanzig: 20,
  dreißig: 30,
  vierzig: 40,
  fünfzig: 50,
  sechzig: 60,
  siebzig: 70,
  achtzig: 80,
  neunzig: 90,
  hundert: 100,
  tausend: 1000,
  zweimal: 2,
  dreimal: 3,
  doppelt: 2,
  doppelte: 2,
  verdoppelt: 2,
  dreifach: 3,
  verdreifacht: 3,
  zehnfach: 10,
  hälfte: 0.5,
  halbiert: 0.5,
  zweite: 2,
  zweiten: 2,
  zweiter: 2,
  zweites: 2,
  dritte: 3,
  dritten: 3,
  dritter: 3,
  drittes: 3,
  vierte: 4,
  vierten: 4,
};

/** Every text within a record, however deep; keys are not facts. */
function allTexts(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(allTexts);
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(allTexts);
  return [];
}
