import { coloursIn, fontsIn } from '../../../src/core/site/css';

const colours = (...css: string[]) => coloursIn(css).map(({ value }) => value);
const fonts = (...css: string[]) => fontsIn(css).map(({ value }) => value);

it.each([
  [
    'one colour however it is written',
    'a{color:#F00}b{color:red;fill:rgb(255, 0, 0)}',
    ['#ff0000'],
  ],
  ['the most frequent first', 'a{color:#111}b{color:#222}c{color:#222}', ['#222222', '#111111']],
  ['the ones of variables', ':root{--brand:hsl(0,100%,50%)}', ['#ff0000']],
  ['none of selectors', '#add{margin:0}#face:hover{margin:0}.red{margin:0}', []],
  ['none of comments or addresses', '/*a{color:red}*/b{background:url("x#fff.svg;color:red")}', []],
  ['none that cannot be seen', 'a{color:transparent;background:#ff000000}', []],
  ['none in a longer word', 'a{color:var(--red);font-family:Red}', []],
  ['the ones in media', '@media (min-width:600px){a{color:#123456}}', ['#123456']],
])('finds %s', (_, css, expected) => {
  expect(colours(css)).toEqual(expected);
});

it.each([
  [
    'a family by its first name',
    'a{font-family:"Open Sans",Arial}b{font-family:open sans}',
    ['open sans'],
  ],
  ['the family of the shorthand', 'a{font:italic 700 1rem/1.5 Lora,serif}', ['lora']],
  ['what a variable stands for', ':root{--f:Inter,sans-serif}a{font-family:var(--f)}', ['inter']],
  ['no generic name', 'a{font-family:system-ui}b{font-family:inherit}', []],
  ['no icons', '@font-face{font-family:"Font Awesome 6"}', []],
])('finds %s', (_, css, expected) => {
  expect(fonts(css)).toEqual(expected);
});

it('reads a style attribute as it reads a sheet', () => {
  expect(colours('color:#123456')).toEqual(['#123456']);
  expect(fonts('color:red;font-family:Lora')).toEqual(['lora']);
});
