import { parseAddress } from '../address';
import type { Instant } from '../calendar';
import { isChallenge } from '../http';
import { goingOn, type Quest } from '../quest';
import type { Facts, Finding, Looking } from './audit';
import { judge } from './audits';
import { type PageFacts, readPage } from './page';
import type { SiteFacts } from './site';
import { type Walk, walk } from './walk';

/** Why a site could not be looked at. */
export type Unseen =
  'no site' | 'no answer' | 'challenge' | 'not a page' | 'unreadable' | 'too many redirects';

/** What came of looking at a client's site. */
export type Look =
  | { seen: true; address: string; findings: Finding[]; filledByScript: boolean }
  | { seen: false; why: Unseen };

/** A client's page, or why there is none. */
export type FoundPage = { seen: true; page: PageFacts } | { seen: false; why: Unseen };

/** How long we wait for the page. */
const SECONDS = 20;
/** Characters of a page that are read; no title or heading comes later. */
const MOST_HTML = 2_000_000;

/** Finds the page that a Website cell means: by https, unless the cell says otherwise or that is silent. */
export function findPage(website: string, at: Instant): Quest<FoundPage> {
  const said = website.trim();
  const address =
    said === ''
      ? undefined
      : parseAddress(/^https?:\/\//i.test(said) ? said : `https://${said}`)?.href;
  if (address === undefined) return { done: { seen: false, why: 'no site' } };
  return goingOn(walk(address, SECONDS), (found) => {
    const isSilent = found.answer?.ok === false && found.through.length === 0;
    if (!isSilent || !address.startsWith('https://')) return { done: pageOf(found, at) };
    const plain = walk(address.replace(/^https/, 'http'), SECONDS, []);
    return goingOn(plain, (second) => ({ done: pageOf(second, at) }));
  });
}

/** What is made of a page and of what its site answered. */
export function lookOf(found: FoundPage, site: SiteFacts, looked: readonly Looking[]): Look {
  if (!found.seen) return found;
  const facts: Facts = { ...found.page, ...site };
  const { address, filledByScript } = facts;
  return readable(() => ({
    seen: true,
    address,
    findings: judge(facts, looked),
    filledByScript,
  }));
}

function pageOf({ address, through, answer, isEndless }: Walk, at: Instant): FoundPage {
  if (answer?.ok !== true) {
    return { seen: false, why: isEndless ? 'too many redirects' : 'no answer' };
  }
  const { status, headers } = answer;
  const html = answer.body.slice(0, MOST_HTML);
  if (isChallenge(status, html)) return { seen: false, why: 'challenge' };
  const type = headers['content-type'] ?? 'text/html';
  if (!/html/i.test(type)) return { seen: false, why: 'not a page' };
  return readable(() => ({
    seen: true,
    page: readPage({ address, through, status, headers, html, at }),
  }));
}

/** One page that is nested deeper than the stack holds must not keep the other clients waiting. */
function readable<Read>(read: () => Read): Read | { seen: false; why: 'unreadable' } {
  try {
    return read();
  } catch (error) {
    if (error instanceof RangeError) return { seen: false, why: 'unreadable' };
    throw error;
  }
}
