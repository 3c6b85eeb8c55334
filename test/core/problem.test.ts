import { cut } from '../../src/core/problem';

it('cuts a text to a length', () => {
  expect(cut(' one  two ', 7)).toBe('one two');
  expect(cut('one two three', 8)).toBe('one two…');
});

it('cuts no character in two', () => {
  const said = cut(`${'x'.repeat(5)}😀😀`, 7);
  expect(said).toBe('xxxxx😀😀');
  expect(cut(`${'x'.repeat(5)}😀😀😀`, 7)).toBe('xxxxx😀…');
});
