import { readdirSync } from 'node:fs';
import path from 'node:path';
import { AUDITS, judgePage } from '../../../../src/core/site/audits';
import { readPage } from '../../../../src/core/site/page';
import { LANGUAGES } from '../../../../src/core/words/language';
import { fill } from '../../../../src/core/words/words';

const verdict = (id: string, html: string, address = 'https://bakery.example/', status = 200) =>
  judgePage(readPage(address, status, {}, html)).find((finding) => finding.id === id)?.verdict;

const scripted = '<div id=root></div><script src=app.js></script>';

it.each([
  ['document-title', '<title>Bread</title>', 'pass'],
  ['document-title', '<title> </title>', 'fail'],
  ['document-title', '', 'fail'],
  ['meta-description', '<meta name=description content="Bread">', 'pass'],
  ['meta-description', '<meta name=description content=" ">', 'fail'],
  ['meta-description', '<meta name=description><meta name=description content=Bread>', 'fail'],
  ['h1', '<h1>Bread</h1>', 'pass'],
  ['h1', '<h1></h1>', 'fail'],
  ['h1', '<h1>a</h1><h1>b</h1>', 'fail'],
  ['h1', '<p>none at all</p>', 'fail'],
  ['h1', scripted, 'na'],
  ['image-alt', '<img src=a alt=Bread>', 'pass'],
  ['image-alt', '<img src=a alt=Bread><img src=b>', 'fail'],
  ['image-alt', '<p>no images</p>', 'na'],
  ['image-alt', scripted, 'na'],
  ['canonical', '', 'na'],
  ['canonical', '<link rel=canonical href=https://bakery.example/>', 'pass'],
  ['canonical', '<link rel=canonical href=/>', 'fail'],
  ['canonical', '<link rel=canonical href="not an address">', 'fail'],
  [
    'canonical',
    '<link rel=canonical href=https://bakery.example/><link rel=canonical href=https://bakery.example/b>',
    'fail',
  ],
])('%s of %s: %s', (id, html, expected) => {
  expect(verdict(id, html)).toBe(expected);
});

it('a canonical may not send a deeper page to the root, nor one language to another', () => {
  const deep = 'https://bakery.example/shop';
  expect(verdict('canonical', '<link rel=canonical href=https://bakery.example/>', deep)).toBe(
    'fail',
  );
  const languages = `<link rel=alternate hreflang=en href=${deep}><link rel=alternate hreflang=de href=https://bakery.example/de>`;
  expect(
    verdict('canonical', `${languages}<link rel=canonical href=https://bakery.example/de>`, deep),
  ).toBe('fail');
  expect(verdict('canonical', `${languages}<link rel=canonical href=${deep}>`, deep)).toBe('pass');
});

it('a page is on https or not, and answers or not', () => {
  expect(verdict('is-on-https', '', 'http://bakery.example/')).toBe('fail');
  expect(verdict('is-on-https', '')).toBe('pass');
  expect(verdict('http-status-code', '', undefined, 500)).toBe('fail');
  expect(verdict('http-status-code', '', undefined, 204)).toBe('pass');
});

it('has words for every verdict in every language, with no figure left out', () => {
  const pages = [
    '',
    scripted,
    '<title>T</title><meta name=description content=D><h1>H</h1><img src=a alt=A><link rel=canonical href=https://bakery.example/>',
    '<h1>a</h1><h1>b</h1><img src=a><link rel=canonical href=/>',
  ];
  const findings = [200, 500].flatMap((status) =>
    pages.flatMap((html) => judgePage(readPage('http://bakery.example/', status, {}, html))),
  );
  for (const { id, verdict: which, figures } of findings) {
    const audit = AUDITS.find((known) => known.id === id);
    if (audit === undefined || which === 'na') continue;
    for (const language of LANGUAGES) {
      expect(fill((which === 'pass' ? audit.passes : audit.fails)[language], figures)).not.toMatch(
        /[{}]/,
      );
      expect(audit.remedy[language].length).toBeGreaterThan(8);
    }
  }
});

it('lists every file of the folder, under the file’s own name', () => {
  const folder = path.join(__dirname, '../../../../src/core/site/audits');
  const files = readdirSync(folder).filter((file) => file !== 'index.ts');
  expect(AUDITS.map(({ id }) => `${id}.ts`).sort()).toEqual(files.sort());
});
