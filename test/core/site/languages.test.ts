import { execFileSync } from 'node:child_process';
import { isLanguageCode } from '../../../src/core/site/languages';

it('knows the codes that Lighthouse knows', () => {
  const letters = 'abcdefghijklmnopqrstuvwxyz'.split('');
  const pairs = letters.flatMap((first) => letters.map((second) => first + second));
  const codes = [...pairs, ...pairs.flatMap((pair) => letters.map((third) => pair + third))];
  const script = `import { isValidLang } from 'lighthouse/third-party/axe/valid-langs.js';
    const codes = ${JSON.stringify(codes)};
    console.log(JSON.stringify(codes.filter((code) => isValidLang(code))));`;
  const known = JSON.parse(
    execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' }),
  ) as string[];
  expect(codes.filter(isLanguageCode)).toEqual(known);
  expect(['', 'e', 'EN', 'e1', 'engl'].some(isLanguageCode)).toBe(false);
});
