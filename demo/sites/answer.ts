import type { DemoClient } from '../clients';
import { type Flaw, flawNamed, flawsLeft } from './flaws';
import { CHALLENGE_PAGE, errorPage, scriptPage } from './odd-pages';
import { homePage, sitePicture } from './page';

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

/** What a client's site answers for a path under one of its names. */
export function answerOf(
  site: Site,
  host: string,
  path: string,
  quarter: number,
  seed: string,
): Answer {
  const [, name] = /^\/pictures\/([123])\.svg$/.exec(path) ?? [];
  if (name !== undefined) {
    const body = sitePicture(site.client, name, seed);
    return { status: 200, headers: { 'Content-Type': 'image/svg+xml' }, body };
  }
  if (path !== '/') return errorAnswer(404);
  if (site.client.site === 'challenge') return page(403, CHALLENGE_PAGE);
  if (site.client.site === 'script') return page(200, scriptPage(site.client));
  return homeOf(site, host, quarter, seed);
}

/**
 * A table of routes does not tell https from http, so a site without a safe connection is one
 * whose listed name leads on to its other name by plain http and, once that is mended, by https.
 */
function homeOf({ client, flaws }: Site, host: string, quarter: number, seed: string): Answer {
  const left = flawsLeft(flaws, quarter);
  const scheme = flawNamed('insecure', left) === undefined ? 'https' : 'http';
  const withWww = `www.${client.host}`;
  const [listed, other] = client.website.includes(withWww)
    ? [withWww, client.host]
    : [client.host, withWww];
  if (flawNamed('insecure', flaws) !== undefined && host === listed) {
    return { status: 301, headers: { Location: `${scheme}://${other}/` }, body: '' };
  }
  const error = flawNamed('error', left);
  if (error !== undefined) return errorAnswer(error.variant === 0 ? 404 : 500);
  return page(200, homePage(client, left, `${scheme}://${host}/`, seed));
}

/** A page that says what is wrong. */
export function errorAnswer(status: 404 | 500): Answer {
  return page(status, errorPage(status));
}

function page(status: number, body: string): Answer {
  return { status, headers: { 'Content-Type': 'text/html; charset=utf-8' }, body };
}
