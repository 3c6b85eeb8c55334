import { hanNumbers } from './numerals/han';
import { spelledNumbers } from './numerals/spelled';

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
  for (const { written, value } of [...spelledNumbers(plain), ...hanNumbers(plain)]) {
    claims.push({ written, value: String(value) });
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

/** Digits of any script as 0 to 9; Unicode keeps each script's ten in a row, from …0 or …6. */
function inAsciiDigits(text: string): string {
  return text.replace(/\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0) ?? 0;
    const low = code % 16;
    const isFromZero = /\p{Nd}/u.test(String.fromCodePoint(code - low));
    return String(isFromZero ? low : low - 6);
  });
}

/** Every text within a record, however deep; keys are not facts. */
function allTexts(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(allTexts);
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(allTexts);
  return [];
}
