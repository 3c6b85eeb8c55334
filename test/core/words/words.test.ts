import { WORDS } from '../../../src/core/words';
import { many } from '../../../src/core/words/count';
import { LANGUAGES, languageOf } from '../../../src/core/words/language';
import { fill } from '../../../src/core/words/words';

const slots = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort();

function leaves(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  return Object.entries(value as object).flatMap(([name, inner]) =>
    leaves(inner, `${path}.${name}`),
  );
}

it.each(LANGUAGES)('%s says everything, with the same slots as English', (language) => {
  const english = new Map(leaves(WORDS.en));
  const said = leaves(WORDS[language]);
  expect(said.map(([path]) => path).sort()).toEqual([...english.keys()].sort());
  for (const [path, text] of said) {
    expect(text.trim()).not.toBe('');
    expect([path, slots(text)]).toEqual([path, slots(english.get(path) ?? '')]);
  }
});

it.each([
  ['', 'en'],
  ['zh', 'zh-TW'],
  ['繁體中文', 'zh-TW'],
  ['de-AT', 'de'],
  ['日本語', 'ja'],
  ['fr', 'en'],
])('takes “%s” for %s', (said, language) => {
  expect(languageOf(said)).toBe(language);
});

it('fills every slot or fails', () => {
  expect(fill('{a} and {b}', { a: '1', b: '{a}' })).toBe('1 and {a}');
  expect(() => fill('{a}', {})).toThrow('no value for {a}');
});

it('counts nouns', () => {
  expect([0, 1, 2].map((count) => many(count, 'letter'))).toEqual([
    '0 letters',
    '1 letter',
    '2 letters',
  ]);
});
