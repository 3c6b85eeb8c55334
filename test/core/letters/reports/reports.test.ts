import { readdirSync } from 'node:fs';
import path from 'node:path';
import { plainDraft } from '../../../../src/core/letters/plain';
import { evidenceOf, gatherFacts } from '../../../../src/core/letters/facts';
import { withReport } from '../../../../src/core/letters/report';
import { REPORT_KINDS, reportFor, wordsOf } from '../../../../src/core/letters/reports';
import { ungroundedNumbers } from '../../../../src/core/letters/numbers';
import { judgeDraft } from '../../../../src/core/letters/checks';
import { AUDITS } from '../../../../src/core/site/audits';
import { lookOf } from '../../../../src/core/site/look';
import { NOT_ASKED } from '../../../../src/core/site/site';
import { LANGUAGES } from '../../../../src/core/words/language';
import { siteFacts } from '../../../support/site-facts';
import { aClient, anOccasion, TODAY } from '../../../support/rows';

const HOME = 'https://bakery.example/';

describe('reportFor', () => {
  it.each([
    [
      'seo-health',
      ['SEO', 'Suchmaschinenoptimierung', '搜尋引擎最佳化', '検索対策', 'ＳＥＯ text'],
    ],
    ['brand', ['branding', 'Logo', 'Corporate Design', 'Markenauftritt', '品牌設計', 'ロゴ制作']],
    ['freshness', ['content', 'Blog', 'newsletter', 'copywriting', 'Texte', '文案', 'ブログ記事']],
    [
      'website-care',
      ['Website', 'web design', 'Webdesign', 'shop', '網站', 'ウェブ制作', 'Web制作'],
    ],
    ['seo-health', ['photography', 'Seoul office photos']],
  ])('%s follows %j', (id, works) => {
    for (const work of works) {
      expect([work, reportFor(aClient({ pastWork: [work] })).id]).toEqual([work, id]);
    }
  });

  it('goes by the first piece of work that any report follows up on', () => {
    const pastWork = ['photography', 'logo', 'SEO'];
    expect(reportFor(aClient({ pastWork })).id).toBe('brand');
    expect(reportFor(aClient({ pastWork: ['website branding'] })).id).toBe('brand');
  });

  it('is search health for a site without noted work, and a hello without a site', () => {
    expect(reportFor(aClient({ pastWork: [] })).id).toBe('seo-health');
    expect(reportFor(aClient({ website: ' ', pastWork: ['SEO'] })).id).toBe('check-in');
  });
});

/** A site about which every report has something to say. */
const FACTS = siteFacts(
  `<html lang=en><head><title>Home</title><meta property=og:site_name content="Lin Bakery">
  <meta name=theme-color content="#0b5cad"><style>a{color:#0b5cad}b{font-family:Lora}</style></head>
  <body><h1>Bread</h1><footer>© 2021 Lin Bakery</footer></body></html>`,
  {
    site: {
      sheets: [{ address: `${HOME}a.css`, text: 'p{color:#222222;font:1rem Inter}' }],
      icon: { address: `${HOME}favicon.ico`, status: 404, contentType: '' },
      feed: { address: `${HOME}feed`, text: '<entry><updated>2024-03-05</updated></entry>' },
      sitemap: {
        address: `${HOME}sitemap.xml`,
        status: 200,
        text: '<urlset><url><lastmod>2026-10-12</lastmod></url><url><lastmod>2020-01-01</lastmod></url></urlset>',
      },
      tried: [{ address: `${HOME}gone`, markup: '<a>', isGone: true }],
    },
  },
);

function reportOf(id: string, language = 'en') {
  const report = REPORT_KINDS.find((kind) => kind.id === id);
  if (report === undefined) throw new Error(`no report ${id}`);
  const look =
    report.looks.length === 0
      ? ({ seen: false, why: 'no site' } as const)
      : lookOf({ seen: true, page: FACTS }, { ...NOT_ASKED, ...FACTS }, report.looks);
  const client = aClient({ language });
  const occasion = anOccasion();
  const context = { sender: 'Mira Chen', today: TODAY, language, report: report.id, occasion };
  const facts = gatherFacts(client, look, [], context);
  const draft = plainDraft(facts);
  return { facts, draft, body: withReport(draft.body, facts), checks: evidenceOf(look, [], TODAY) };
}

describe('what each report tells', () => {
  it.each([
    ['seo-health', ['What I measured', '✗ The page has no description']],
    [
      'brand',
      [
        'How your brand shows',
        '✗ A shared link shows no picture',
        '✗ The site has no small icon',
        '✗ The page goes by different names in its title and in its data: “Lin Bakery”, “Home”.',
        '✓ Font families declared: 2 (lora, inter).',
        '◦ Distinct colours declared: 2; most often #0b5cad, #222222.',
        '◦ Colour given to the browser’s frame: #0b5cad.',
      ],
    ],
    [
      'freshness',
      [
        'How fresh your content is',
        '✗ There has been no new article in the feed since March 5, 2024.',
        '✗ The copyright line at the foot of the page says 2021.',
        '✓ The latest change that the sitemap tells of: October 12, 2026.',
        '◦ Pages that changed since November 21, 2025, by the sitemap: 1 of 2.',
      ],
    ],
    ['website-care', ['How your website is running', '✗ The site has no small icon']],
    ['check-in', ['I hope your work is going well.']],
  ])('%s', (id, parts) => {
    const { body } = reportOf(id);
    for (const part of parts) expect(body).toContain(part);
  });

  it.each(REPORT_KINDS.map(({ id }) => id))(
    '%s passes every check without a writer, and each of its numbers stands in its evidence',
    (id) => {
      for (const language of LANGUAGES) {
        const { facts, draft, checks } = reportOf(id, language);
        expect([language, judgeDraft(draft, facts).failures]).toEqual([language, []]);
        const figures = facts.findings.map(({ says }) => says).join('\n');
        const phrases = AUDITS.flatMap(({ passes, fails }) => [passes[language], fails[language]]);
        const known = { checks, phrases };
        expect([language, ungroundedNumbers(figures, known)]).toEqual([language, []]);
      }
    },
  );

  it.each(REPORT_KINDS.map(({ id }) => id))('%s has a brief and words of its own', (id) => {
    const kind = REPORT_KINDS.find((known) => known.id === id);
    const others = REPORT_KINDS.filter((known) => known.id !== id);
    expect(others.map(({ brief }) => brief)).not.toContain(kind?.brief);
    for (const language of LANGUAGES) {
      const { subject, intro, title } = wordsOf(id, language);
      expect(others.map(({ words }) => words[language].intro)).not.toContain(intro);
      expect([subject.length > 4, (title === '') === (id === 'check-in')]).toEqual([true, true]);
    }
  });
});

it('lists every report of the folder, under the file’s own name', () => {
  const folder = path.join(__dirname, '../../../../src/core/letters/reports');
  const files = readdirSync(folder).filter(
    (file) => !['index.ts', 'report-kind.ts'].includes(file),
  );
  expect(REPORT_KINDS.map(({ id }) => `${id}.ts`).sort()).toEqual(files.sort());
});
