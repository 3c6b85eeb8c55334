import { WHENS } from '../../../src/core/workbook';
import { checkEdit, judgeDraft } from '../../../src/core/letters/checks';
import { type Draft, readDraft } from '../../../src/core/letters/draft';
import { plainDraft } from '../../../src/core/letters/plain';
import { gatherFacts, type LetterFacts } from '../../../src/core/letters/facts';
import type { Look } from '../../../src/core/site/look';
import { LANGUAGES } from '../../../src/core/words/language';
import { aClient, aProduct, TODAY } from '../../support/rows';

const look: Look = {
  seen: true,
  address: 'https://bakery.example/',
  filledByScript: false,
  findings: [
    { id: 'document-title', verdict: 'pass', evidence: 'Lin', figures: { title: 'Lin' } },
    { id: 'image-alt', verdict: 'fail', evidence: '3 of 12', figures: { silent: '3', all: '12' } },
  ],
};
const choices = ['A', 'B'].map((place) => ({
  product: aProduct({ id: place, name: `Product ${place}.app`, facts: `Facts of ${place}.` }),
  why: '',
}));

function factsFor(given: { language?: string; look?: Look } = {}): LetterFacts {
  const client = aClient({ language: given.language ?? 'en', company: 'Lin Bakery' });
  return gatherFacts(client, given.look ?? look, choices, {
    sender: 'Mira Chen',
    today: TODAY,
    language: 'en',
  });
}

const good = {
  subject: 'Your site in quarter 4',
  body: `Hello Ms Lin,

I looked at bakery.example. Of 12 images, 3 say nothing to those who cannot see them.

[[report]]

Product A.app could help with that.

[[product A]]

[[product B]]

Mira Chen`,
};
const checkDraft = (draft: Draft, facts: LetterFacts) => judgeDraft(draft, facts).failures;
const failures = (draft: Partial<typeof good>, facts = factsFor()) =>
  checkDraft({ ...good, ...draft }, facts);

describe('checkDraft', () => {
  it('lets a good draft stand', () => {
    expect(failures({})).toEqual([]);
  });

  it.each([
    [
      'a line that looks measured',
      good.body.replace('[[report]]', '[[report]]\n\n✗ Your certificate has expired.'),
      'looks like a line of the report',
    ],
    ['a number that nobody measured', good.body.replace('12', '15'), '“15” is not a number'],
    ['a place that is missing', good.body.replace('[[product B]]', ''), '[[product B]] must stand'],
    ['a place twice', `${good.body}\n[[product A]]`, '[[product A]] must stand exactly once'],
    ['a place within a line', good.body.replace('[[report]]', 'See [[report]] here'), '[[report]]'],
    ['a place that is none', `${good.body}\n[[product C]]`, 'not one of this letter’s places'],
    ['a foreign web address', `${good.body}\nhttps://evil.example/x`, 'evil.example'],
    ['a bare foreign host', `${good.body}\nSee evil.test today`, '“evil.test”'],
    ['a mail address', `${good.body}\nwrite to me@evil.example`, 'me@evil.example'],
    ['a script address', `${good.body}\njavascript:alert(1)`, 'javascript:alert'],
    ['a look-alike of the client’s host', `${good.body}\nbakery.example.evil.test`, 'evil.test'],
    ['HTML', `${good.body}\n<b>bold</b>`, 'is HTML'],
    ['an entity', `${good.body}\n&lt;`, 'is HTML'],
    ['next to no text', '[[report]]', 'must have 60 to 3000 characters'],
  ])('finds %s', (_, body, failure) => {
    expect(failures({ body }).join(' ')).toContain(failure);
  });

  it('finds a subject that is too long or holds a place', () => {
    expect(failures({ subject: 'x'.repeat(121) })[0]).toContain('The subject must have');
    expect(failures({ subject: '[[product A]]' }).join(' ')).toContain('must not hold a place');
  });

  it('lets the client’s own site and a product’s own name stand', () => {
    expect(failures({ body: `${good.body}\nwww.bakery.example, Product B.app.` })).toEqual([]);
  });

  it('asks for no report where nothing could be measured', () => {
    const blind = factsFor({ look: { seen: false, why: 'no answer' } });
    expect(failures({}, blind).join(' ')).toContain(
      '[[report]] is not one of this letter’s places',
    );
  });
});

it('lets a person write numbers of their own, but not lose a link', () => {
  const places = ['[[product A]]', '[[product B]]'];
  const edited = { ...good, body: good.body.replace('[[report]]', 'That is 99 % done.') };
  expect(checkEdit(edited, places, ['bakery.example', 'Product A.app'])).toEqual([]);
  expect(checkEdit({ ...edited, body: 'Hello'.repeat(20) }, places, [])).toHaveLength(2);
});

describe('plainDraft', () => {
  it.each(LANGUAGES)('passes every check in %s', (language) => {
    const facts = factsFor({ language });
    expect(checkDraft(plainDraft(facts), facts)).toEqual([]);
  });

  it.each(LANGUAGES)('says in %s why a site could not be looked at', (language) => {
    const facts = factsFor({ language, look: { seen: false, why: 'challenge' } });
    const draft = plainDraft(facts);
    expect(draft.body).toContain('bakery.example');
    expect(draft.body).not.toContain('[[report]]');
    expect(checkDraft(draft, facts)).toEqual([]);
  });

  it.each(LANGUAGES)('says in %s why it comes, whatever begins it', (language) => {
    const plain = WHENS.map((begins) => {
      const facts = { ...factsFor({ language, look: { seen: false, why: 'no site' } }), begins };
      expect([begins, checkDraft(plainDraft(facts), facts)]).toEqual([begins, []]);
      return plainDraft(facts).body;
    });
    expect(new Set(plain).size).toBe(WHENS.length);
    const facts = { ...factsFor({ language }), begins: 'dormant' as const };
    expect(checkDraft(plainDraft(facts), facts)).toEqual([]);
    expect(plainDraft(facts).body).not.toBe(plainDraft(factsFor({ language })).body);
  });

  it('is a greeting where there is no site at all', () => {
    const client = aClient({ website: '' });
    const context = { sender: 'Mira Chen', today: TODAY, language: 'en' };
    const facts = gatherFacts(client, { seen: false, why: 'no site' }, [], context);
    expect(plainDraft(facts).subject).toBe('A short hello, Ms Lin');
    expect(checkDraft(plainDraft(facts), facts)).toEqual([]);
  });
});

describe('readDraft', () => {
  it('tidies what a writer sends', () => {
    expect(readDraft({ subject: ' a\nb ', body: 'x  \r\n\r\n\r\n\r\ny\n' })).toEqual({
      subject: 'a b',
      body: 'x\n\ny',
    });
  });

  it.each([{}, { subject: 'x' }, 'text', null, { subject: 1, body: '' }])(
    'refuses %j',
    (answer) => {
      expect(readDraft(answer)).toBeUndefined();
    },
  );
});

describe('plainDraft, with facts that say too much', () => {
  const facts = factsFor();
  const told = (text: string): string =>
    plainDraft({
      ...facts,
      products: facts.products.map((product) => ({ ...product, facts: text })),
    }).body;

  it('says no address that is not the client’s or the product’s own', () => {
    const body = told('Good stuff at https://evil.example/x?aff=1, says Product A.app.');
    expect(body).not.toContain('evil.example');
    expect(body).toContain('says Product A.app.');
  });

  it('says no more of it than a letter can hold', () => {
    expect(told('Very long. '.repeat(500)).length).toBeLessThan(3000);
  });
});

it('a person may edit a letter with its long report', () => {
  const body = `${good.body}\n\n${'✗ No title. Add one.\n'.repeat(200)}`;
  expect(
    checkEdit(
      { ...good, body },
      ['[[product A]]', '[[product B]]', '[[report]]'],
      ['bakery.example', 'Product A.app'],
    ),
  ).toEqual([]);
});
