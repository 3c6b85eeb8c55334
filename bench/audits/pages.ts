import { chance, type Chance } from '../../demo/random';
import { listen, type Loopback } from '../../demo/loopback';
import * as snippets from './snippets';

/** One page with its site: what its server answers. */
export interface MadePage {
  path: string;
  status: number;
  html: string;
  headers: Record<string, string | string[]>;
  /** The text of its robots.txt, or the status that stands in its place. */
  robots: string | number;
}

const PATHS = ['/', '/shop', '/shop/cakes.html', '/?page=2', '/shop?a=1&b=%C3%BC'];

/** Style rules that some snippets refer to. */
const STYLE = `<style>
  .far { position: absolute; left: -9999px }
  .unseen { display: none } img#one.unseen { display: inline }
  @media (max-width: 600px) { p.box { display: none } }
  @media print { img { display: none } }
  a:hover img { visibility: hidden }
</style>`;

/**
 * Pages by number: the first ones take every snippet in its turn, each kind on its own, the others
 * mix several by the seed.
 */
export function madePage(number: number, seed: string): MadePage {
  const inTurn = number < snippets.LINKS.length;
  const draw = chance(seed, number);
  const one = <T>(from: readonly T[]): T => (inTurn ? nth(from, number) : draw.pick(from));
  const some = (from: readonly string[]): string =>
    inTurn ? nth(from, number) : several(from, draw).join('\n');
  // What keeps crawlers out would hide everything else about crawling, were it always there.
  const rarely = <T>(from: readonly T[], usual: T, turn: number): T =>
    (inTurn ? number % 3 === turn : draw.happens(0.3)) ? one(from) : usual;
  const head = [
    STYLE,
    one(snippets.TITLES),
    rarely(snippets.ROBOTS_METAS, '', 0),
    one(snippets.DESCRIPTIONS),
    one(snippets.HEAD_LINKS),
  ];
  const body = ['<p>Bread, cake and coffee.</p>', some(snippets.LINKS), some(snippets.IMAGES)];
  const language = one(snippets.LANGUAGES);
  return {
    path: one(PATHS),
    status: one(snippets.STATUSES),
    html: `<!doctype html><html${language}><head>${draw.shuffled(head).join('\n')}</head><body>${draw.shuffled(body).join('\n')}</body></html>`,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      ...named('x-robots-tag', rarely(snippets.ROBOTS_HEADERS, '', 1)),
      ...named('link', rarely(snippets.LINK_HEADERS, '', 1)),
    },
    robots: rarely(snippets.ROBOTS_TXTS, 404, 2),
  };
}

/** Serves a page as the only one of its site. */
export async function servePage(page: MadePage): Promise<Loopback> {
  const server: Loopback = await listen((request, response) => {
    const site = `http://${request.headers.host ?? ''}`;
    const filled = (text: string): string =>
      text.replaceAll('{page}', site + page.path).replaceAll('{site}', site);
    if (request.url === page.path) {
      for (const [name, value] of Object.entries(page.headers)) {
        response.setHeader(name, typeof value === 'string' ? filled(value) : value.map(filled));
      }
      response.writeHead(page.status);
      response.end(filled(page.html));
    } else if (request.url === '/robots.txt' && typeof page.robots === 'string') {
      response.writeHead(200, { 'content-type': 'text/plain' });
      response.end(filled(page.robots));
    } else {
      const status = request.url === '/robots.txt' ? page.robots : 404;
      response.writeHead(Number(status));
      response.end('nothing here');
    }
  });
  return server;
}

function nth<T>(from: readonly T[], number: number): T {
  const found = from[number % from.length];
  if (found === undefined) throw new Error('an empty list of snippets');
  return found;
}

function several(from: readonly string[], draw: Chance): string[] {
  return draw.shuffled(from).slice(0, draw.whole(1, 4));
}

function named(name: string, value: string | string[]): Record<string, string | string[]> {
  return value === '' ? {} : { [name]: value };
}
