import type { HttpAnswer, HttpRequest } from '../../../src/core/http';
import { UNASKED } from '../../../src/core/site/requests';
import { askSite, MOST_LINKS } from '../../../src/core/site/site';
import { go } from '../../support/quests';
import { siteFacts } from '../../support/site-facts';

const answer = (body: string, status = 200, headers: Record<string, string> = {}): HttpAnswer => ({
  ok: true,
  status,
  headers,
  body,
});

/** Asks the site of a page; addresses that are not named are not found. */
function ask(html: string, answers: Record<string, HttpAnswer> = {}, address?: string) {
  const page = siteFacts(html, address === undefined ? {} : { address });
  const reply = ({ url }: HttpRequest): HttpAnswer => answers[url] ?? answer('', 404);
  const { found, rounds } = go(askSite(page), reply);
  return { site: found, asked: rounds.flat() };
}

it('asks for robots.txt, the other addresses, then the sitemap that robots.txt names', () => {
  const { site, asked } = ask('', {
    'https://bakery.example/robots.txt': answer('Sitemap: https://bakery.example/map.xml'),
    'https://bakery.example/map.xml': answer('<urlset>'),
    'http://bakery.example/': answer('', 301, { location: 'https://bakery.example/' }),
    'https://bakery.example/': answer('home'),
    'https://www.bakery.example/': { ok: false, error: 'DNS error' },
  });
  expect(asked).toEqual([
    'https://bakery.example/robots.txt',
    'http://bakery.example/',
    'https://www.bakery.example/',
    'https://bakery.example/',
    'https://bakery.example/map.xml',
  ]);
  expect(site).toEqual({
    robots: { status: 200, text: 'Sitemap: https://bakery.example/map.xml' },
    plain: { asked: 'http://bakery.example/', address: 'https://bakery.example/' },
    twin: { asked: 'https://www.bakery.example/', address: undefined },
    speed: undefined,
    sitemap: { address: 'https://bakery.example/map.xml', status: 200, text: '<urlset>' },
    tried: [],
  });
});

it('tries at most thirty links, the site’s own first, none twice and not the page itself', () => {
  const others = Array.from({ length: 40 }, (_, i) => `<a href="https://other.example/${i}">`);
  const { site } = ask(
    `${others.join('')}<a href="#a"><a href="/"><a href="/b"><a href="/b#c"><a href="mailto:x">`,
  );
  expect(site.tried).toHaveLength(MOST_LINKS);
  expect(site.tried?.slice(0, 2).map(({ address }) => address)).toEqual([
    'https://bakery.example/b',
    'https://other.example/0',
  ]);
});

it('asks for nothing that robots.txt forbids', () => {
  const { asked } = ask('<a href="/secret/a"><a href="/open">', {
    'https://bakery.example/robots.txt': answer(
      'User-agent: *\nDisallow: /secret\nDisallow: /*.xml',
    ),
  });
  expect(asked).toContain('https://bakery.example/open');
  expect(asked.join()).not.toMatch(/secret|sitemap/);
});

it.each([
  ['gone', answer('', 404), true],
  ['gone', answer('', 410), true],
  ['gone', { ok: false, error: 'DNS error: https://bakery.example/b' } as const, true],
  ['there', answer('', 403), false],
  ['there', answer('', 503), false],
  ['there', answer('', 206), false],
  ['perhaps only slow', { ok: false, error: 'Timeout' } as const, false],
])('takes a link for %s after %j', (_, reply, isGone) => {
  const { site } = ask('<a href="/b">', { 'https://bakery.example/b': reply });
  expect(site.tried?.[0]?.isGone).toBe(isGone);
});

it('judges nothing by what nobody had the time to ask', () => {
  const { found } = go(askSite(siteFacts('<a href="/b">')), () => UNASKED);
  expect(Object.values(found).every((fact) => fact === undefined)).toBe(true);
});

it.each(['http://127.0.0.1:4000/', 'http://localhost/', 'http://[::1]/'])(
  'asks for no other name of %s',
  (address) => {
    expect(ask('', {}, address).asked).toHaveLength(2);
  },
);
