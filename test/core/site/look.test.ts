import type { HttpAnswer, HttpRequest } from '../../../src/core/http';
import { findPage, lookOf } from '../../../src/core/site/look';
import { SEARCH_AUDITS } from '../../../src/core/site/audits';
import { NOT_ASKED } from '../../../src/core/site/site';
import { go } from '../../support/quests';
import { NOW } from '../../support/rows';

type Pages = Record<string, HttpAnswer>;
const page = (body: string, status = 200, headers: Record<string, string> = {}): HttpAnswer => ({
  ok: true,
  status,
  headers: { 'content-type': 'text/html', ...headers },
  body,
});
const to = (location: string): HttpAnswer => page('', 301, { location });

function look(website: string, pages: Pages) {
  const answer = ({ url }: HttpRequest): HttpAnswer =>
    pages[url] ?? { ok: false, error: 'DNS error' };
  const { found, rounds } = go(findPage(website, NOW), answer);
  return { found, look: lookOf(found, NOT_ASKED, SEARCH_AUDITS), asked: rounds.flat() };
}

it('looks over https first, and tries http where that is silent', () => {
  const { look: found, asked } = look('bakery.example', {
    'http://bakery.example/': page('<title>Bread</title>'),
  });
  expect(asked).toEqual(['https://bakery.example/', 'http://bakery.example/']);
  expect(found).toMatchObject({ seen: true, address: 'http://bakery.example/' });
});

it('follows redirects to where the page is, and remembers the way', () => {
  const { found } = look('bakery.example', {
    'https://bakery.example/': to('//www.bakery.example/'),
    'https://www.bakery.example/': to('/home'),
    'https://www.bakery.example/home': page('<title>Bread</title>'),
  });
  expect(found.seen && found.page).toMatchObject({
    address: 'https://www.bakery.example/home',
    through: ['https://bakery.example/', 'https://www.bakery.example/'],
  });
});

it('gives up on a circle', () => {
  const { look: found, asked } = look('bakery.example', { 'https://bakery.example/': to('/') });
  expect(found).toEqual({ seen: false, why: 'too many redirects' });
  expect(asked.length).toBeLessThan(8);
});

it('never leads away from the web', () => {
  expect(
    look('bakery.example', { 'https://bakery.example/': to('file:///etc/passwd') }).look,
  ).toEqual({ seen: false, why: 'no answer' });
});

it.each([
  ['no site', '', {}],
  ['no site', 'not an address', {}],
  ['no answer', 'bakery.example', {}],
  [
    'challenge',
    'bakery.example',
    { 'https://bakery.example/': page('<title>Just a moment...</title>', 403) },
  ],
  [
    'not a page',
    'bakery.example',
    { 'https://bakery.example/': page('%PDF', 200, { 'content-type': 'application/pdf' }) },
  ],
] as [string, string, Pages][])('says “%s” and judges nothing', (why, website, pages) => {
  expect(look(website, pages).look).toEqual({ seen: false, why });
});

it('says that a page nested deeper than the stack holds cannot be read', () => {
  const deep = page(`${'<div>'.repeat(60_000)}bread`);
  expect(look('bakery.example', { 'https://bakery.example/': deep }).look).toEqual({
    seen: false,
    why: 'unreadable',
  });
});
