import type { DemoClient } from '../clients';
import { type Flaw, flawNamed, flawsLeft } from './flaws';
import { CHALLENGE_PAGE, errorPage, scriptPage } from './odd-pages';
import { CHILD, homePage, sitePicture } from './page';

/** A client's website with all flaws it ever has. */
export interface Site {
  client: DemoClient;
  flaws: Flaw[];
}

/** What a made-up site answers. */
export interface Answer {
  status: number;
  headers: Record<string, string>;
  body: string;
}

/** Under which of its names a site is asked, and whether by https. */
export interface Asked {
  host: string;
  isSafe: boolean;
}

/** What a client's site answers for a path under one of its names. */
export function answerOf(
  site: Site,
  { host, isSafe }: Asked,
  path: string,
  quarter: number,
  seed: string,
): Answer {
  const [, name] = /^\/pictures\/([123])\.svg$/.exec(path) ?? [];
  if (name !== undefined) {
    const body = sitePicture(site.client, name, seed);
    return { status: 200, headers: { 'Content-Type': 'image/svg+xml' }, body };
  }
  if (site.client.site === 'challenge') return page(403, CHALLENGE_PAGE);
  const left = flawsLeft(site.flaws, quarter);
  const detour = detourOf(site.client, left, { host, isSafe });
  if (detour !== undefined) {
    return { status: 301, headers: { Location: detour + path }, body: '' };
  }
  const address = `${isSafe ? 'https' : 'http'}://${host}/`;
  if (path === '/favicon.ico' && flawNamed('icon', left) === undefined) {
    const body = sitePicture(site.client, '1', seed);
    return { status: 200, headers: { 'Content-Type': 'image/svg+xml' }, body };
  }
  if (path === '/robots.txt') return text(robotsOf(address, left));
  if (path === '/sitemap.xml' && flawNamed('sitemap', left) === undefined) {
    return { ...text(sitemapOf(address, left)), headers: { 'Content-Type': 'application/xml' } };
  }
  if (![CHILD, '/'].includes(path)) return errorAnswer(404);
  if (site.client.site === 'script') return page(200, scriptPage(site.client));
  const error = flawNamed('error', left);
  if (error !== undefined) return errorAnswer(error.variant === 0 ? 404 : 500);
  return page(200, homePage(site.client, left, address, seed));
}

/** Where a site leads whoever comes by another name, or by another connection, than its own. */
function detourOf(client: DemoClient, left: Flaw[], { host, isSafe }: Asked): string | undefined {
  const withWww = `www.${client.host}`;
  const listed = client.website.includes(withWww) ? withWww : client.host;
  const own = flawNamed('insecure', left) === undefined;
  const name = flawNamed('twoHosts', left) === undefined ? listed : host;
  return isSafe === own && host === name ? undefined : `${own ? 'https' : 'http'}://${name}`;
}

function robotsOf(address: string, left: Flaw[]): string {
  const flaw = flawNamed('robots', left);
  const wrong = flaw?.variant === 0 ? 'Please be gentle with our server\n' : 'Allow all\n';
  return `User-agent: *\nDisallow: /private/\n${flaw === undefined ? '' : wrong}Sitemap: ${address}sitemap.xml\n`;
}

/** When the pages last changed, of a site that is looked after and of one that is not. */
const CHANGED = { kept: ['2026-10-12', '2025-06-08'], stale: ['2024-05-20', '2023-11-02'] };

function sitemapOf(address: string, left: Flaw[]): string {
  const days = flawNamed('stale', left) === undefined ? CHANGED.kept : CHANGED.stale;
  const places = [address, address + CHILD.slice(1)].map(
    (place, n) => `<url><loc>${place}</loc><lastmod>${days[n] ?? ''}</lastmod></url>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${places.join('')}</urlset>
`;
}

function text(body: string): Answer {
  return { status: 200, headers: { 'Content-Type': 'text/plain; charset=utf-8' }, body };
}

/** A page that says what is wrong. */
export function errorAnswer(status: 404 | 500): Answer {
  return page(status, errorPage(status));
}

function page(status: number, body: string): Answer {
  return { status, headers: { 'Content-Type': 'text/html; charset=utf-8' }, body };
}
