import type { HttpAnswer } from '../../../src/core/http';
import { beginLook, continueLook, type Look } from '../../../src/core/site/look';

type Pages = Record<string, HttpAnswer>;
const page = (body: string, status = 200, headers: Record<string, string> = {}): HttpAnswer => ({
  ok: true,
  status,
  headers: { 'content-type': 'text/html', ...headers },
  body,
});
const to = (location: string): HttpAnswer => page('', 301, { location });

function look(website: string, pages: Pages): { look: Look; asked: string[] } {
  const asked: string[] = [];
  let step = beginLook(website);
  while ('ask' in step) {
    asked.push(step.ask.url);
    step = continueLook(
      step.ask,
      step.hops,
      pages[step.ask.url] ?? { ok: false, error: 'DNS error' },
    );
  }
  return { look: step.done, asked };
}

it('looks over https first, and tries http where that is silent', () => {
  const { look: found, asked } = look('bakery.example', {
    'http://bakery.example/': page('<title>Bread</title>'),
  });
  expect(asked).toEqual(['https://bakery.example/', 'http://bakery.example/']);
  expect(found).toMatchObject({ seen: true, address: 'http://bakery.example/' });
});

it('follows redirects to where the page is', () => {
  const { look: found } = look('bakery.example', {
    'https://bakery.example/': to('//www.bakery.example/'),
    'https://www.bakery.example/': to('/home'),
    'https://www.bakery.example/home': page('<title>Bread</title>'),
  });
  expect(found).toMatchObject({ seen: true, address: 'https://www.bakery.example/home' });
});

it('gives up on a circle', () => {
  const { look: found, asked } = look('bakery.example', { 'https://bakery.example/': to('/') });
  expect(found).toEqual({ seen: false, why: 'too many redirects' });
  expect(asked.length).toBeLessThan(8);
});

it('never leads away from the web', () => {
  expect(
    look('bakery.example', { 'https://bakery.example/': to('file:///etc/passwd') }).look,
  ).toEqual({
    seen: false,
    why: 'no answer',
  });
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

it('judges of an error page only that it is one', () => {
  const { look: found } = look('bakery.example', {
    'https://bakery.example/': page('<h1>Gone</h1>', 404),
  });
  expect(found.seen && found.findings.map(({ id, verdict }) => `${id} ${verdict}`)).toEqual([
    'http-status-code fail',
    'is-on-https pass',
  ]);
});
