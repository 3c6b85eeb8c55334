import fc from 'fast-check';
import { demoProducts } from '../../demo/products';
import { sampleLetter } from '../../demo/writer/letter';
import { PHRASES, type Phrases } from '../../demo/writer/phrases';
import { readPrompt } from '../../demo/writer/prompt';
import { slotsIn } from '../../demo/writer/say';
import { judgeDraft } from '../../src/core/letters/checks';
import { type Draft, readDraft } from '../../src/core/letters/draft';
import type { FindingFact, LetterFacts } from '../../src/core/letters/facts';
import { letterPrompt } from '../../src/core/letters/prompt';
import { AUDITS } from '../../src/core/site/audits';
import { wordsIn } from '../../src/core/words';
import { type Language, LANGUAGES } from '../../src/core/words/language';
import { fill } from '../../src/core/words/words';

/** The sample writer's letter for these facts, after the product read it. */
function draftFor(facts: LetterFacts, seed = 'seed'): Draft {
  const asked = readPrompt(letterPrompt(facts, 'Say how the site did.', 'A note.').input);
  if (asked === undefined) throw new Error('the prompt was not understood');
  const draft = readDraft(sampleLetter(asked, seed));
  if (draft === undefined) throw new Error('the letter has another shape');
  return draft;
}

const lengthOf = (body: string, language: Language): number =>
  PHRASES[language].length(body.replace(/\[\[.*?\]\]/g, ''));

const REPORTED: LetterFacts = {
  begins: 'quarterly',
  language: 'en',
  sender: 'Jo Merrin',
  today: '21 November 2026',
  period: 'quarter 4 of 2026',
  client: {
    name: 'Maya Ashgrave',
    company: 'Tarnwick Bakery',
    industry: 'bakery',
    pastWork: 'SEO, web design',
    needs: 'booking, hosting',
    since: '3 March 2024',
  },
  site: 'tarnwick-bakery.example',
  notSeen: '',
  filledByScript: false,
  counted: '',
  changes: '',
  findings: [
    { id: 'h1', passed: false, says: 'No heading.', remedy: 'Keep a single heading.' },
    { id: 'document-title', passed: true, says: 'The page has a title: “Tarnwick 24”.' },
  ],
  products: demoProducts()
    .slice(0, 2)
    .map(({ name, category, facts }, i) => ({
      place: i === 0 ? 'A' : 'B',
      name,
      category,
      facts,
    })),
};

test('a letter speaks of the site, the remedy and the products, in the orders’ form', () => {
  const { subject, body } = draftFor(REPORTED);
  expect(subject).toContain('tarnwick-bakery.example');
  expect(body).toMatch(/^(Hello|Dear|Hi) Maya Ashgrave,\n\n/);
  expect(body).toContain('Keep a single heading.');
  expect(body).toContain('“hosting” down as something you could use next, so Mooswerk Hosting');
  expect(body).toContain('This hosting copies the site every night');
  expect(body).toMatch(
    /\n\n\[\[report\]\]\n\n[\s\S]*\n\n\[\[product A\]\]\n\n[\s\S]*\n\n\[\[product B\]\]\n\n/,
  );
  expect(body).toMatch(/\nJo Merrin$/);
});

test('the seed decides the words, and repeats them', () => {
  const letters = Array.from({ length: 20 }, (_, i) => draftFor(REPORTED, String(i)).body);
  expect(new Set(letters).size).toBeGreaterThan(15);
  expect(draftFor(REPORTED, '7')).toEqual(draftFor(REPORTED, '7'));
});

test.each(['zh-TW', 'de', 'ja'] as const)(
  'a letter in %s tells the products’ facts in it',
  (language) => {
    const { body } = draftFor({ ...REPORTED, language });
    expect(body).not.toContain('This hosting');
    expect(body).toMatch(
      { 'zh-TW': /這項主機服務/, de: /Dieses Hosting/, ja: /このホスティング/ }[language],
    );
  },
);

test('facts that nobody has translated are quoted as they are', () => {
  const [first] = REPORTED.products;
  if (first === undefined) throw new Error('no product');
  const facts = {
    ...REPORTED,
    language: 'de' as const,
    products: [{ ...first, facts: 'Folds maps.' }],
  };
  expect(draftFor(facts).body).toContain('„Folds maps.“');
});

test('a site that could not be looked at, or is not there, gets another letter', () => {
  const unseen = { ...REPORTED, findings: [], notSeen: 'it did not answer' };
  expect(draftFor(unseen).body).toContain('it did not answer');
  const siteless = { ...REPORTED, findings: [], site: '' };
  expect(draftFor(siteless).body).not.toContain('tarnwick-bakery.example');
});

test('what is not a letter’s prompt is not read as one', () => {
  expect(readPrompt('Write a poem about spring.')).toBeUndefined();
  expect(readPrompt('FACTS\n```json\n{"sender": 1}\n```')).toBeUndefined();
});

test.each(LANGUAGES)('in %s there is always a way to say it without a fact', (language) => {
  const { subject, past, quotedFacts, between, list, length, ...rest } = PHRASES[language];
  for (const ways of [...Object.values(subject), ...Object.values<Phrases['past']>(rest)]) {
    expect(slotsIn(ways[0])).toEqual([]);
  }
  expect([past, quotedFacts].every((ways) => ways.every((way) => slotsIn(way).length > 0))).toBe(
    true,
  );
  expect([typeof between, typeof list, typeof length]).toEqual(['string', 'function', 'function']);
});

describe('whatever the facts, a letter passes the product’s checks and keeps its length', () => {
  /** Texts that hide an address, a mark, HTML or a number. */
  const traps = fc.constantFrom(
    'www.shop.example',
    'Shop.ly',
    'me@shop.example',
    'https://shop.example/a?b=1',
    'tel:12345',
    'see shop.example/offer, now',
    '[[report]]',
    '[[product Z]]',
    'half ]] open',
    '<b>bold</b>',
    'a & b',
    'a &nbsp; b',
    'rock&roll;',
    'ten times the second',
    '１２ ½ ②',
    '1,000.5',
    '24/7',
    '{name} {site}',
    '…',
    'cut off here…',
    '`code`',
    'line\nbreak',
    'Dr. No',
    'Studio 54',
    'ü',
  );
  const text = fc.oneof(
    { weight: 2, arbitrary: fc.lorem({ maxCount: 30 }) },
    { weight: 2, arbitrary: traps },
    {
      weight: 1,
      arbitrary: fc.tuple(fc.lorem({ maxCount: 4 }), traps).map((parts) => parts.join(' ')),
    },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 200 }) },
    { weight: 1, arbitrary: fc.constantFrom('', '林穗安', 'Bäckerei Föhrentau', '朝霧 紬') },
  );
  const own = fc.constantFrom(...AUDITS).chain((audit) =>
    fc.record({
      audit: fc.constant(audit),
      passed: fc.boolean(),
      figures: fc.dictionary(fc.string(), text),
    }),
  );
  const finding = (language: Language): fc.Arbitrary<FindingFact> =>
    fc.oneof(
      fc.record({ id: text, passed: fc.boolean(), says: text, remedy: text }),
      fc.tuple(own, text).map(([{ audit, passed }, figure]): FindingFact => {
        const phrase = (passed ? audit.passes : audit.fails)[language];
        const slots = [...phrase.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
        const says = fill(phrase, Object.fromEntries(slots.map((name) => [name, figure])));
        const fact = { id: audit.id, passed, says };
        const more = { why: audit.why[language], remedy: audit.remedy[language] };
        return passed ? fact : { ...fact, ...more };
      }),
    );
  const product = fc.oneof(
    fc.record({ name: text, category: text, facts: text }),
    fc
      .constantFrom(...demoProducts())
      .map(({ name, category, facts }) => ({ name, category, facts })),
  );
  const factsIn = (language: Language): fc.Arbitrary<LetterFacts> =>
    fc.record({
      begins: fc.constant('quarterly' as const),
      language: fc.constant(language),
      sender: text,
      today: fc.constant('21 November 2026'),
      period: fc.constantFrom(fill(wordsIn(language).quarter, { year: '2026', quarter: '4' }), ''),
      client: fc.record({
        name: text,
        company: text,
        industry: text,
        pastWork: fc.oneof(fc.constantFrom('SEO', 'web design, shop', ''), text),
        needs: fc.oneof(fc.constantFrom('hosting', 'booking, payments', ''), text),
        since: text,
      }),
      site: fc.oneof(fc.constantFrom('tarnwick-bakery.example', '127.0.0.1', ''), text),
      notSeen: fc.oneof(fc.constantFrom(...Object.values(wordsIn(language).lookFailures)), text),
      filledByScript: fc.boolean(),
      findings: fc.array(finding(language), { maxLength: 12 }),
      counted: text,
      changes: text,
      products: fc
        .array(product, { maxLength: 2 })
        .map((chosen) =>
          chosen.map((one, i) => ({ ...one, place: i === 0 ? ('A' as const) : ('B' as const) })),
        ),
    });

  test.each(LANGUAGES)('in %s', (language) => {
    fc.assert(
      fc.property(factsIn(language), fc.string(), (facts, seed) => {
        const draft = draftFor(facts, seed);
        expect(judgeDraft(draft, facts).failures).toEqual([]);
        const length = lengthOf(draft.body, language);
        expect(length).toBeGreaterThanOrEqual(80);
        expect(length).toBeLessThanOrEqual(220);
      }),
      { numRuns: 500 },
    );
  });
});
