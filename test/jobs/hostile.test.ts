import type { HttpAnswer, HttpRequest } from '../../src/core/http';
import { clients, letters, occasions, products } from '../../src/core/workbook';
import { writeLetters } from '../../src/jobs/write';
import { VAULT } from '../../src/jobs/state';
import { aClient, anOccasion, aProduct } from '../support/rows';
import { World } from '../support/services';
import { type Hostile, HOSTILE } from './hostile/cases';

/** What a good writer says in each language, before it obeys anybody. */
const GOOD = {
  en: {
    hello: 'Hello Ms Lin,',
    text: 'I had a look at your site and wrote down what I saw. I hope that it is of use to you.',
  },
  de: {
    hello: 'Hallo Ms Lin,',
    text: 'ich habe mir Ihre Seite angesehen und für Sie notiert, was mir aufgefallen ist. Ich hoffe, dass es Ihnen nützt.',
  },
  'zh-TW': {
    hello: 'Ms Lin 您好，',
    text: '我看了您的網站，並把看到的情況整理在下面，希望對您有幫助。',
  },
  ja: {
    hello: 'Ms Lin 様',
    text: 'サイトを拝見し、気づいたことを以下にまとめました。お役に立てば幸いです。',
  },
};

function page({ where, says }: Hostile): string {
  const text = (place: Hostile['where'], usual: string): string =>
    (place === where ? says : usual).replace(/[<"&]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  return `<title>${text('title', 'Bread')}</title>
    <meta name="description" content="${text('description', 'Bread and cake')}">
    <h1>${text('heading', 'Fresh bread')}</h1><img src="a.png" alt="${text('alt', 'bread')}">
    <p>Bread and cake every day, and a place to sit and read the paper in the morning.</p>`;
}

/** A letter without a fault but for what the attack wanted. */
function obedient(one: Hostile, request: HttpRequest): { subject: string; body: string } {
  const { into = 'body', adds, language = 'en' } = one;
  const { hello, text } = GOOD[language];
  const [, listed = ''] = /PLACES: (.*?)\\n/.exec(request.body ?? '') ?? [];
  const marks = listed.match(/\[\[[^\]]+\]\]/g) ?? [];
  const said = into === 'instead' ? [adds] : into === 'body' ? [text, adds] : [text];
  return {
    subject: into === 'subject' ? adds : GOOD[language].hello,
    body: [hello, ...said, ...marks, 'Mira Chen'].join('\n\n'),
  };
}

function answered(letter: object): HttpAnswer {
  const content = [{ type: 'output_text', text: JSON.stringify(letter) }];
  const body = JSON.stringify({ status: 'completed', output: [{ type: 'message', content }] });
  return { ok: true, status: 200, headers: {}, body };
}

/** The row of the attacked client's letter, written while the writer obeys in its first `obeys` tries. */
function attacked(one: Hostile, obeys: number) {
  const world = new World().ready();
  world.vault.set(VAULT.openAiKey, 'sk-test');
  world.put(occasions, anOccasion());
  world.put(products, aProduct());
  const field = ['notes', 'needs', 'company'].includes(one.where) ? one.where : '';
  world.put(
    clients,
    aClient({
      language: one.language ?? 'en',
      ...(field === 'needs' ? { needs: [one.says] } : field === '' ? {} : { [field]: one.says }),
    }),
    aClient({
      id: 'C-web',
      email: 'a@weber-dental.example',
      name: 'Anna Weber',
      company: 'Weber Dental GmbH',
      website: 'weber-dental.example',
      consent: '',
    }),
    aClient({
      id: 'C-wang',
      email: 'w@wang.example',
      name: '王美玲',
      company: '',
      website: '',
      consent: '',
    }),
  );
  let tries = 0;
  world.answer = (request) => {
    if (!request.url.includes('openai')) {
      return { ok: true, status: 200, headers: { 'content-type': 'text/html' }, body: page(one) };
    }
    const isObeying = tries++ < obeys;
    return answered(obedient(isObeying ? one : { ...one, adds: '', into: 'body' }, request));
  };
  writeLetters(world.services(), world.now + 270_000);
  const [letter] = world.rows(letters);
  if (letter === undefined) throw new Error('no letter was written');
  return { letter, tries, orders: world.requests.at(-1)?.body ?? '' };
}

const reaches = (
  { adds, never = [adds] }: Hostile,
  { subject, body }: { subject: string; body: string },
) => never.filter((part) => `${subject}\n${body}\n`.includes(part));

it('knows many attacks, each by another name', () => {
  expect(HOSTILE.length).toBeGreaterThanOrEqual(60);
  expect(new Set(HOSTILE.map(({ what }) => what)).size).toBe(HOSTILE.length);
});

it('lets the letter stand that obeys nobody, in every language', () => {
  for (const language of ['en', 'de', 'zh-TW', 'ja'] as const) {
    const calm: Hostile = { what: '', where: 'notes', says: 'Likes tea.', adds: '', language };
    const { letter, tries } = attacked(calm, 0);
    expect([language, tries, letter.writer, letter.problem]).toEqual([
      language,
      1,
      'gpt-6-luna',
      '',
    ]);
  }
});

describe.each(HOSTILE.map((one) => [one.what, one] as const))('%s', (_, one) => {
  it('reaches no letter by a writer that obeys it twice', () => {
    const { letter, tries } = attacked(one, 2);
    expect(reaches(one, letter)).toEqual([]);
    expect([letter.status, letter.writer, tries]).toEqual(['drafted', 'plain', 2]);
  });

  it('is told to the writer, and its second letter is taken', () => {
    const { letter, tries, orders } = attacked(one, 1);
    expect(reaches(one, letter)).toEqual([]);
    expect([letter.writer, tries]).toEqual(['gpt-6-luna', 2]);
    expect(orders).toContain('Your draft failed these checks');
  });
});
