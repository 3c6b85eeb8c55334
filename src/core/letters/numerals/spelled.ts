import type { Spelled } from './han';

/** Numerals as English and German spell them: which words claim a number, and which one. */

/** The numbers that spelled words claim; “twenty-five” and “two hundred and five” are one each. */
export function spelledNumbers(text: string): Spelled[] {
  const found: Spelled[] = [];
  const words = [...text.matchAll(/\p{L}+/gu)].map(({ 0: word, index }) => ({ word, index }));
  for (let at = 0; at < words.length; at++) {
    const phrase = englishPhrase(text, words, at);
    const word = words[at]?.word ?? '';
    if (phrase !== undefined) {
      found.push({ written: phrase.written, value: phrase.value });
      at += phrase.words - 1;
      continue;
    }
    const value = MULTIPLES[word.toLowerCase()] ?? germanValue(word.toLowerCase());
    if (value !== undefined) found.push({ written: word, value });
  }
  return found;
}

interface Word {
  word: string;
  index: number;
}

/** The longest English number that starts at a word, such as “two hundred and five”. */
function englishPhrase(
  text: string,
  words: Word[],
  from: number,
): { written: string; value: number; words: number } | undefined {
  let all = 0;
  let group = 0;
  let taken = 0;
  let last: number | undefined;
  let end = 0;
  for (let at = from; at < words.length; at++) {
    const { word = '', index = 0 } = words[at] ?? {};
    const isNear = at === from || /^[\s-]+$/.test(text.slice(end, index));
    const plain = word.toLowerCase();
    const isAnd = plain === 'and' && taken > 0 && last !== undefined && last >= 100;
    if (!isNear || (taken === 0 && plain === 'one' && !startsLarger(words, at))) break;
    if (isAnd) {
      const next = UNITS[words[at + 1]?.word.toLowerCase() ?? ''];
      if (next === undefined) break;
      end = index + word.length;
      continue;
    }
    const unit = UNITS[plain] ?? (taken > 0 ? ENDS[plain] : undefined);
    const scale = SCALES[plain];
    if (scale !== undefined) {
      group = (group || 1) * scale;
      if (scale >= 1000) {
        all += group;
        group = 0;
      }
      last = scale;
    } else if (unit !== undefined && (taken === 0 || follows(last, unit))) {
      group += unit;
      last = unit;
    } else break;
    end = index + word.length;
    taken = at - from + 1;
    if (plain in ENDS) break;
  }
  if (taken === 0) return undefined;
  const start = words[from]?.index ?? 0;
  const lastWord = words[from + taken - 1];
  const written = text.slice(start, (lastWord?.index ?? 0) + (lastWord?.word.length ?? 0));
  return { written, value: all + group, words: taken };
}

/** “One” claims a number only where a larger word follows: one hundred. */
function startsLarger(words: Word[], at: number): boolean {
  return (words[at + 1]?.word.toLowerCase() ?? '') in SCALES;
}

/** Five may follow twenty, and both a hundred; “two three” are two numbers. */
function follows(last: number | undefined, unit: number): boolean {
  if (last === undefined || last >= 100) return true;
  return last >= 20 && last % 10 === 0 && unit < 10;
}

/** A word's number: its own, or that of a compound such as einundzwanzig and zweihundertfünf. */
function germanValue(word: string): number | undefined {
  const said = GERMAN[word];
  if (said !== undefined) return said;
  const [, times = '', rest = ''] = /^(.*?)tausend(.*)$/.exec(word) ?? [];
  if (word.includes('tausend')) return scaled(times, 1000, rest);
  const [, hundreds = '', below = ''] = /^(.*?)hundert(.*)$/.exec(word) ?? [];
  if (word.includes('hundert')) return scaled(hundreds, 100, below);
  const [, ones = '', tens = ''] = /^(\p{L}+?)und(\p{L}+zig|dreißig)$/u.exec(word) ?? [];
  const one = ones === 'ein' ? 1 : GERMAN[ones];
  const ten = GERMAN[tens];
  if (one !== undefined && ten !== undefined && one < 10) return ten + one;
  const [, stem = ''] =
    /^(\p{L}+?)(?:mal|fach|fache|facher|faches|fachen|ste[nrsm]?)$/u.exec(word) ?? [];
  return stem === '' ? undefined : germanValue(stem);
}

function scaled(times: string, scale: number, rest: string): number | undefined {
  const factor = times === '' || times === 'ein' ? 1 : germanValue(times);
  const more = rest.replace(/^und/, '');
  const below =
    more === '' || /^(e|en|er)$/.test(more)
      ? 0
      : more === 'ein' || more === 'eins'
        ? 1
        : germanValue(more);
  return factor === undefined || below === undefined ? undefined : factor * scale + below;
}

const UNITS: Record<string, number> = Object.fromEntries([
  ...'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
    .split(' ')
    .map((word, i) => [word, i + 1] as const),
  ...'twenty thirty forty fifty sixty seventy eighty ninety'
    .split(' ')
    .map((word, i) => [word, (i + 2) * 10] as const),
]);

const SCALES: Record<string, number> = {
  hundred: 100,
  hundreds: 100,
  thousand: 1000,
  thousands: 1000,
  million: 1_000_000,
  millions: 1_000_000,
  billion: 1_000_000_000,
};

/** What ends a number: an ordinal within a compound. “First” alone hardly ever claims one. */
const ENDS: Record<string, number> = Object.fromEntries(
  'first second third fourth fifth sixth seventh eighth ninth'
    .split(' ')
    .map((word, i) => [word, i + 1] as const),
);

/** Words that hold a number of their own. “Once” and “first” are left out: they hardly ever claim one. */
const MULTIPLES: Record<string, number> = {
  dozen: 12,
  dozens: 12,
  twice: 2,
  thrice: 3,
  second: 2,
  third: 3,
  fourth: 4,
  fifth: 5,
  sixth: 6,
  seventh: 7,
  eighth: 8,
  ninth: 9,
  tenth: 10,
  eleventh: 11,
  twelfth: 12,
  twentieth: 20,
  hundredth: 100,
  double: 2,
  doubled: 2,
  doubles: 2,
  doubling: 2,
  twofold: 2,
  triple: 3,
  tripled: 3,
  triples: 3,
  tripling: 3,
  threefold: 3,
  quadruple: 4,
  fivefold: 5,
  tenfold: 10,
  hundredfold: 100,
  half: 0.5,
  halve: 0.5,
  halves: 0.5,
  halved: 0.5,
};

/** “Eins” and “erste” are left out, and “achte(n)”, which mostly means to heed. */
const GERMAN: Record<string, number> = {
  ...Object.fromEntries([
    ...'zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn'
      .split(' ')
      .map((word, i) => [word, i + 2] as const),
    ...'zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig'
      .split(' ')
      .map((word, i) => [word, (i + 2) * 10] as const),
    ...'zweit dritt viert fünft sechst siebt'
      .split(' ')
      .flatMap((stem, i) =>
        ['e', 'en', 'er', 'es', 'em'].map((end) => [stem + end, i + 2] as const),
      ),
  ]),
  millionen: 1_000_000,
  milliarden: 1_000_000_000,
  dutzend: 12,
  doppelt: 2,
  doppelte: 2,
  doppelten: 2,
  verdoppelt: 2,
  verdoppeln: 2,
  verdreifacht: 3,
  verdreifachen: 3,
  hälfte: 0.5,
  halbiert: 0.5,
  halbieren: 0.5,
};
