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
  const plain = text.normalize('NFKC');
  const claims: Claim[] = [];
  for (const [written] of plain.matchAll(
    /\d{1,3}(?:[.,'’\u202f\u00a0]\d{3})+(?!\d)(?:[.,]\d+)?|\d+(?:[.,]\d+)?/g,
  )) {
    claims.push({ written, value: valueOf(written) });
  }
  for (const [written] of plain.matchAll(/\p{L}+/gu)) {
    const value = SPELLED[written.toLowerCase()];
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

/**
 * English numerals. “One”, “once” and “first” are left out: they hardly ever claim a number.
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
};

/** Every text within a record, however deep; keys are not facts. */
function allTexts(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(allTexts);
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(allTexts);
  return [];
}
