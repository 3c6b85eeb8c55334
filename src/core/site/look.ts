import { parseAddress } from '../address';
import { type HttpAnswer, type HttpRequest, isChallenge } from '../http';
import type { Finding } from './audit';
import { judgePage } from './audits';
import { readPage } from './page';

/** What came of looking at a client's site. */
export type Look =
  | { seen: true; address: string; findings: Finding[]; filledByScript: boolean }
  | {
      seen: false;
      why: 'no site' | 'no answer' | 'challenge' | 'not a page' | 'too many redirects';
    };

/** A look under way: the next request, until it is done. */
export type LookStep = { ask: HttpRequest; hops: number } | { done: Look };

const MOST_HOPS = 5;
/** Characters of a page that are read; no title or heading comes later. */
const MOST_HTML = 2_000_000;

/** The first step for what a Website cell says: https, unless the cell says otherwise. */
export function beginLook(website: string): LookStep {
  const said = website.trim();
  if (said === '') return { done: { seen: false, why: 'no site' } };
  const address = parseAddress(/^https?:\/\//i.test(said) ? said : `https://${said}`);
  if (address === undefined) return { done: { seen: false, why: 'no site' } };
  return ask(address.href, 0);
}

/** The step after an answer: a redirect is followed, plain http is tried where https is silent. */
export function continueLook(asked: HttpRequest, hops: number, answer: HttpAnswer): LookStep {
  if (!answer.ok) {
    const isSilentHttps = hops === 0 && asked.url.startsWith('https://');
    if (isSilentHttps) return ask(asked.url.replace(/^https/, 'http'), 1);
    return { done: { seen: false, why: 'no answer' } };
  }
  const location = answer.headers.location;
  if (answer.status >= 300 && answer.status < 400 && location !== undefined) {
    const target = parseAddress(location, asked.url);
    if (target === undefined) return { done: { seen: false, why: 'no answer' } };
    if (hops >= MOST_HOPS) return { done: { seen: false, why: 'too many redirects' } };
    return ask(target.href, hops + 1);
  }
  return { done: judge(asked.url, answer) };
}

function ask(url: string, hops: number): LookStep {
  return { ask: { url, method: 'GET', timeoutSeconds: 20 }, hops };
}

function judge(address: string, answer: HttpAnswer & { ok: true }): Look {
  const { status, headers } = answer;
  const html = answer.body.slice(0, MOST_HTML);
  if (isChallenge(status, html)) return { seen: false, why: 'challenge' };
  const type = headers['content-type'] ?? 'text/html';
  if (!/html/i.test(type)) return { seen: false, why: 'not a page' };
  const facts = readPage(address, status, headers, html);
  return {
    seen: true,
    address,
    findings: judgePage(facts),
    filledByScript: facts.filledByScript,
  };
}
