import { isPicture, LONGEST_PICTURE, pictureAddress } from '../../src/core/picture';
import { settingCell } from '../../src/core/settings';

const start = 'data:image/png;base64,';

it.each(['png', 'jpeg', 'webp'])('takes a small %s within a data address', (kind) => {
  expect(pictureAddress(` data:image/${kind};base64,iVBORw0KGgo= `)).toBe(
    `data:image/${kind};base64,iVBORw0KGgo=`,
  );
});

it.each([
  'https://studio.example/mira.png',
  'data:image/svg+xml;base64,PHN2Zz4=',
  'data:text/html;base64,PHN2Zz4=',
  'data:image/png,iVBORw0KGgo=',
  `${start}iVBO"><script>`,
  start,
  'javascript:alert(1)',
  '=IMAGE("https://studio.example/mira.png")',
])('takes nothing else: %s', (said) => {
  expect(isPicture(said)).toBe(false);
  expect(() => settingCell('picture', said)).toThrow('is not a small picture');
});

it('says how long a picture is that is too long', () => {
  const said = start + 'A'.repeat(LONGEST_PICTURE);
  expect(() => settingCell('picture', said)).toThrow(
    `takes ${said.length} characters, more than ${LONGEST_PICTURE}`,
  );
});
