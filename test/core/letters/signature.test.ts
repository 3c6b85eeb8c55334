import { signed } from '../../../src/core/letters/signature';

const end = 'Mira Chen\nStudio Mira';

it.each([
  ['in place of the name', 'Hello.\n\nMira Chen', 'Hello.\n\nMira Chen\nStudio Mira'],
  [
    'after a closing line',
    'Hello.\n\nBest regards,\nMira Chen',
    'Hello.\n\nBest regards,\nMira Chen\nStudio Mira',
  ],
  ['where no name stands', 'Hello.', 'Hello.\n\nMira Chen\nStudio Mira'],
  ['only once', `Hello.\n\n${end}`, `Hello.\n\n${end}`],
])('stands %s', (_, body, whole) => {
  expect(signed(body, 'Mira Chen', end)).toBe(whole);
});

it('changes nothing where there is none', () => {
  expect(signed('Hello.\n\nMira Chen', 'Mira Chen', ' ')).toBe('Hello.\n\nMira Chen');
});
