import { evidenceOf, gatherFacts } from '../../../src/core/letters/facts';
import { AUDITS } from '../../../src/core/site/audits';
import type { Look } from '../../../src/core/site/look';
import { aClient, anOccasion, aProduct, TODAY } from '../../support/rows';

const look: Look = {
  seen: true,
  address: 'https://bakery.example/',
  filledByScript: false,
  findings: [
    {
      id: 'image-alt',
      verdict: 'fail',
      evidence: '3 of 12 images',
      figures: { silent: '3', all: '12' },
    },
    { id: 'canonical', verdict: 'na', evidence: 'none given', figures: {} },
  ],
};
const choices = [{ product: aProduct(), why: 'fits “SEO”' }];
const context = {
  sender: 'Mira',
  today: TODAY,
  language: 'ja',
  report: 'seo-health',
  occasion: anOccasion(),
} as const;

describe('gatherFacts', () => {
  it('speaks the client’s language, or that of Settings', () => {
    expect(gatherFacts(aClient({ language: 'zh-TW' }), look, [], context)).toMatchObject({
      language: 'zh-TW',
      today: '2026年11月21日',
      period: '2026 年第 4 季',
      findings: [{ says: '沒有文字說明的圖片：12 張中有 3 張。' }],
    });
    expect(gatherFacts(aClient({ language: '' }), look, [], context).language).toBe('ja');
  });

  it('leaves out what does not apply', () => {
    expect(gatherFacts(aClient(), look, [], context).findings.map(({ id }) => id)).toEqual([
      'image-alt',
    ]);
  });

  it('tells the six weightiest failures, three passes, and how many there are in all', () => {
    const verdicts = AUDITS.map(({ id, fails, passes }, i) => {
      const slots = [...`${fails.en}${passes.en}`.matchAll(/\{(\w+)\}/g)].map(
        ([, name = '']) => name,
      );
      const figures = Object.fromEntries(slots.map((name) => [name, '7']));
      return { id, verdict: i < 10 ? ('fail' as const) : ('pass' as const), evidence: '', figures };
    });
    const { findings, counted, changes } = gatherFacts(
      aClient({ language: 'en' }),
      { ...look, findings: verdicts },
      [],
      context,
    );
    expect(findings.map(({ passed }) => passed)).toEqual([
      ...Array.from({ length: 6 }, () => false),
      ...Array.from({ length: 3 }, () => true),
    ]);
    expect(findings.slice(0, 6).map(({ id }) => id)).toEqual(
      AUDITS.slice(0, 6).map(({ id }) => id),
    );
    expect(counted).toBe(`${AUDITS.length - 10} of ${AUDITS.length} checks passed.`);
    expect(changes).toBe('');
  });

  it('marks what is new and what was put right since the last report, and counts them', () => {
    const passed = {
      id: 'open-graph',
      verdict: 'pass' as const,
      evidence: '',
      figures: {},
    };
    const given = { ...look, findings: [...look.findings, passed] };
    const since = {
      since: '2026-Q3',
      mended: ['open-graph'],
      fresh: ['image-alt'],
      same: [],
    } as const;
    const facts = gatherFacts(aClient({ language: 'en' }), given, [], context, {
      ...since,
      mended: [...since.mended],
      fresh: [...since.fresh],
      same: [],
    });
    expect(facts.findings.map(({ says }) => says)).toEqual([
      'New: Images without a text that says what they show: 3 of 12.',
      'Put right: A shared link to the page gets a title and a picture.',
    ]);
    expect(facts.changes).toBe('Compared with quarter 3 of 2026: 1 put right, 1 new, 0 as before.');
  });

  it('gives products their places', () => {
    const { products } = gatherFacts(aClient(), look, choices, context);
    expect(products).toMatchObject([{ place: 'A', name: 'Rankly' }]);
  });

  it('lets no text of a page pass for a place in the letter', () => {
    const title = {
      id: 'document-title',
      verdict: 'pass' as const,
      evidence: '',
      figures: { title: '[[product A]]' },
    };
    const { findings } = gatherFacts(aClient(), { ...look, findings: [title] }, [], context);
    expect(findings[0]?.says).not.toContain('[[');
  });
});

it('keeps as evidence what was measured, where and when, and why a product was chosen', () => {
  expect(evidenceOf(look, choices, TODAY)).toBe(
    [
      'Measured on https://bakery.example/ on 2026-11-21:',
      '✗ image-alt: 3 of 12 images',
      '– canonical: none given',
      'Product A, Rankly: fits “SEO”.',
    ].join('\n'),
  );
});
