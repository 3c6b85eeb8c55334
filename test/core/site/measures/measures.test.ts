import { readdirSync } from 'node:fs';
import path from 'node:path';
import { judge } from '../../../../src/core/site/audits';
import { MEASURES } from '../../../../src/core/site/measures';
import { LANGUAGES } from '../../../../src/core/words/language';
import { fill } from '../../../../src/core/words/words';
import { siteFacts } from '../../../support/site-facts';

type Given = Parameters<typeof siteFacts>[1];

const measured = (id: string, html: string, given?: Given) =>
  judge(siteFacts(html, given), MEASURES).find((finding) => finding.id === id);
const map = (text: string): Given => ({
  site: { sitemap: { address: 'https://bakery.example/s.xml', status: 200, text } },
});
const page = (day: string): string => `<url><loc>/</loc><lastmod>${day}</lastmod></url>`;

/** Each measure with what it says of a small page, and a page of which it says nothing. */
const CASES: [string, string, string, Given, string, Given][] = [
  [
    'colours',
    'Distinct colours declared: 2; most often #aa0000, #0000ff.',
    '<style>a{color:#A00}b{border:1px solid #aa0000}</style><p style="color:blue">',
    { site: { sheets: [] } },
    '<p style="color:inherit">',
    { site: { sheets: [] } },
  ],
  [
    'theme-colour',
    'Colour given to the browser’s frame: #004488.',
    '<meta name=theme-color content="#048">',
    {},
    '<meta name=theme-color content="var(--x)">',
    {},
  ],
  [
    'changed-pages',
    'Pages that changed since 2025-11-21, by the sitemap: 1 of 2.',
    '',
    map(`<urlset>${page('2026-10-12')}${page('2024-01-01')}<url></url></urlset>`),
    '',
    map(`<sitemapindex>${page('2026-10-12')}</sitemapindex>`),
  ],
];

it.each(CASES)('%s notes what it measured, or nothing', (id, says, html, given, other, bare) => {
  const found = measured(id, html, given);
  const notes = MEASURES.find((measure) => measure.id === id)?.notes;
  expect(found?.verdict).toBe('noted');
  expect(fill(notes?.en ?? '', found?.figures ?? {})).toBe(says);
  for (const language of LANGUAGES) {
    expect(fill(notes?.[language] ?? '{none}', found?.figures ?? {})).not.toMatch(/[{}]/);
  }
  expect(measured(id, other, bare)?.verdict).toBe('na');
});

it('each measure is tried, and is a file of the folder under its own name', () => {
  const folder = path.join(__dirname, '../../../../src/core/site/measures');
  const files = readdirSync(folder).filter((file) => file !== 'index.ts');
  expect(MEASURES.map(({ id }) => `${id}.ts`).sort()).toEqual(files.sort());
  expect(CASES.map(([id]) => id).sort()).toEqual(MEASURES.map(({ id }) => id).sort());
});
