import type { HttpAnswer, HttpRequest } from '../../../src/core/http';
import { askExtras, EXTRAS } from '../../../src/core/site/extras';
import { UNASKED } from '../../../src/core/site/requests';
import { go } from '../../support/quests';
import { siteFacts } from '../../support/site-facts';

const HOME = 'https://bakery.example/';
const PAGE = `<link rel=stylesheet href=/a.css><link rel="stylesheet preload" href=/b.css>
  <link rel=stylesheet href=https://fonts.example/f.css><link rel=stylesheet href=/c.css>
  <link rel=stylesheet href=/d.css><link rel="shortcut icon" href=/i.png>
  <link rel=alternate type=application/rss+xml href=/feed><meta property=og:image content=/o.png>`;

const answer = (body: string, status = 200, type = ''): HttpAnswer => ({
  ok: true,
  status,
  headers: { 'content-type': type },
  body,
});

function ask(html: string, reply: (request: HttpRequest) => HttpAnswer, robots = '') {
  const quest = askExtras(siteFacts(html), EXTRAS, { status: 200, text: robots });
  const { found, rounds } = go(quest, reply);
  return { found, asked: rounds.flat() };
}

it('asks once for three own style sheets, the icon, the shared picture and the feed', () => {
  const { found, asked } = ask(PAGE, ({ url }) =>
    url.endsWith('b.css') ? answer('', 404) : answer(url, 200, 'image/png'),
  );
  expect(asked).toEqual(
    ['a.css', 'b.css', 'c.css', 'i.png', 'o.png', 'feed'].map((file) => HOME + file),
  );
  expect(found).toEqual({
    sheets: ['a.css', 'c.css'].map((file) => ({ address: HOME + file, text: HOME + file })),
    icon: { address: `${HOME}i.png`, status: 200, contentType: 'image/png' },
    sharePicture: { address: `${HOME}o.png`, status: 200, contentType: 'image/png' },
    feed: { address: `${HOME}feed`, text: `${HOME}feed` },
  });
});

it('looks for the icon in the usual place, and takes one within the page as it is', () => {
  expect(ask('', () => answer('', 404)).asked).toEqual([`${HOME}favicon.ico`]);
  const { found, asked } = ask('<link rel=icon href="data:image/svg+xml,x">', () => answer(''));
  expect(asked).toEqual([]);
  expect(found.icon).toEqual({ address: 'data:', status: 200, contentType: 'image/svg+xml' });
});

it('asks for nothing that robots.txt forbids, and knows nothing of what was not asked', () => {
  const { found, asked } = ask(PAGE, () => answer(''), 'User-agent: *\nDisallow: /');
  expect(asked).toEqual([]);
  expect(found).toEqual({ sheets: [], icon: undefined, sharePicture: undefined });
  const open = ask(PAGE, () => UNASKED).found;
  expect(Object.values(open).filter((fact) => fact !== undefined)).toEqual([]);
});
