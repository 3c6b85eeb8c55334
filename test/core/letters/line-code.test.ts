import { DAY_MS } from '../../../src/core/calendar';
import {
  CODE_DAYS,
  codeMark,
  codeReader,
  codesIn,
  lineCode,
} from '../../../src/core/letters/line-code';
import { NOW } from '../../support/rows';

const KEY = 'link-key';
const LETTER = { id: 'L-one', clientId: 'C-lin', sent: NOW };
const CODE = lineCode('L-one', KEY);

it('finds a code however it is typed', () => {
  const wide = CODE.replace(/[a-z0-9]/g, (letter) =>
    String.fromCharCode(letter.charCodeAt(0) + 0xfee0),
  );
  for (const text of [CODE, ` ${CODE.toUpperCase()}\n`, `Hello, here: ${CODE}!`, wide]) {
    expect(codesIn(text)).toEqual([CODE]);
  }
  expect(codesIn('What a nice morning')).toEqual([]);
  expect(codesIn(`${'so '.repeat(200)}${CODE}`)).toEqual([]);
});

it('is good once, for the client of its letter', () => {
  const read = codeReader([LETTER], [], KEY);
  expect(read(CODE, NOW)).toEqual({ kind: 'good', clientId: 'C-lin', mark: codeMark(CODE) });
  expect(read(CODE, NOW)).toEqual({ kind: 'used' });
  expect(codeReader([LETTER], [{ mark: codeMark(CODE) }], KEY)(CODE, NOW)).toEqual({
    kind: 'used',
  });
});

it('is good for so many days after its letter left', () => {
  const after = (days: number) => codeReader([LETTER], [], KEY)(CODE, NOW + days * DAY_MS).kind;
  expect(after(CODE_DAYS)).toBe('good');
  expect(after(CODE_DAYS + 1)).toBe('expired');
});

it('is unknown where another key made it, or its letter never left', () => {
  const read = codeReader([LETTER, { id: 'L-two', clientId: 'C-two', sent: null }], [], KEY);
  expect(read(lineCode('L-one', 'other'), NOW)).toEqual({ kind: 'unknown' });
  expect(read(lineCode('L-two', KEY), NOW)).toEqual({ kind: 'unknown' });
});
