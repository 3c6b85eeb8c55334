import { parseAddress } from '../address';
import type { HttpAnswer } from '../http';
import { asking, goingOn, type Quest, together } from '../quest';
import { askExtras, type Extra, type ExtraFacts, NO_EXTRAS } from './extras';
import { type PageFacts, placeOf } from './page';
import { getting, MOST_TEXT, peeking, SECONDS, wasAsked } from './requests';
import { mayAsk, robotsAddress, type RobotsFact, sitemapsIn } from './robots';
import type { SpeedFact } from './speed';
import { walk } from './walk';

/** What was asked beyond the page itself; what was not asked, or not answered in time, is undefined. */
export interface SiteFacts extends ExtraFacts {
  robots: RobotsFact | undefined;
  sitemap: SitemapFact | undefined;
  /** Where the same address leads without a safe connection. */
  plain: Arrival | undefined;
  /** Where the name with www leads, or that without. */
  twin: Arrival | undefined;
  /** How fast the page is, where that was measured. */
  speed: SpeedFact | undefined;
  /** The links that were tried, those of the own site first. */
  tried: TriedLink[] | undefined;
}

export interface SitemapFact {
  address: string;
  status: number | null;
  text: string;
}

/** Where one of a site's other addresses led. */
export interface Arrival {
  asked: string;
  /** Undefined where nothing answered. */
  address: string | undefined;
}

export interface TriedLink {
  address: string;
  markup: string;
  /** Nothing is there any more; a page that only refuses us is there. */
  isGone: boolean;
}

/** Links that are tried. */
export const MOST_LINKS = 30;

/** Nothing beyond the page was asked. */
export const NOT_ASKED: SiteFacts = {
  robots: undefined,
  sitemap: undefined,
  plain: undefined,
  twin: undefined,
  speed: undefined,
  tried: undefined,
  ...NO_EXTRAS,
};

/**
 * Asks a site what its page alone does not tell: first its robots.txt, which the rest then obeys.
 * The extras are those that the report in question speaks of.
 */
export function askSite(page: PageFacts, extras: readonly Extra[] = []): Quest<SiteFacts> {
  const first = together<Partial<SiteFacts>>([
    askRobots(page.address),
    ...otherAddresses(page).map(([name, address]) =>
      goingOn(arrival(address), (found) => ({ done: { [name]: found } })),
    ),
  ]);
  return goingOn(first, (found) => {
    const known = Object.assign({}, NOT_ASKED, ...found) as SiteFacts;
    if (page.status >= 400) return { done: known };
    const rest = together<Partial<SiteFacts>>([
      askSitemap(page.address, known.robots),
      tryLinks(page, known.robots),
      askExtras(page, extras, known.robots),
    ]);
    return goingOn(rest, (more) => ({ done: Object.assign({}, known, ...more) as SiteFacts }));
  });
}

function askRobots(page: string): Quest<Partial<SiteFacts>> {
  return asking<Partial<SiteFacts>>(getting(robotsAddress(page).href), (answer) => {
    if (!wasAsked(answer)) return { done: {} };
    if (!answer.ok) return { done: { robots: { status: null, text: '' } } };
    const { status, body } = answer;
    return { done: { robots: { status, text: status >= 200 && status < 300 ? body : '' } } };
  });
}

/** The addresses that should lead to the page as well; none of a host that is only a number or has a port. */
function otherAddresses(page: PageFacts): ['plain' | 'twin', string][] {
  const { protocol, host, hostname, pathname } = placeOf(page);
  const labels = hostname.split('.');
  if (host !== hostname || labels.length < 2 || /^[\d.]+$|:/.test(hostname)) return [];
  const others: ['plain' | 'twin', string][] = [];
  if (protocol === 'https:') others.push(['plain', `http://${host}${pathname}`]);
  if (labels[0] === 'www') others.push(['twin', `${protocol}//${labels.slice(1).join('.')}/`]);
  if (labels.length === 2) others.push(['twin', `${protocol}//www.${host}/`]);
  return others;
}

function arrival(asked: string): Quest<Arrival | undefined> {
  return goingOn(walk(asked, SECONDS), ({ address, answer }) => {
    if (answer !== undefined && !wasAsked(answer)) return { done: undefined };
    return { done: { asked, address: answer?.ok === true ? address : undefined } };
  });
}

function askSitemap(page: string, robots: RobotsFact | undefined): Quest<Partial<SiteFacts>> {
  const named = robots === undefined ? undefined : sitemapsIn(page, robots)[0];
  const address = parseAddress(named ?? '/sitemap.xml', page)?.href;
  if (address === undefined || !mayAsk(address, robots)) return { done: {} };
  return asking<Partial<SiteFacts>>(getting(address), (answer) => {
    if (!wasAsked(answer)) return { done: {} };
    const [status, text] = answer.ok ? [answer.status, answer.body] : [null, ''];
    return { done: { sitemap: { address, status, text: text.slice(0, MOST_TEXT) } } };
  });
}

function tryLinks(page: PageFacts, robots: RobotsFact | undefined): Quest<Partial<SiteFacts>> {
  const tries = linksToTry(page, robots).map(([address, markup]) =>
    asking<TriedLink | undefined>(peeking(address), (answer) => ({
      done: wasAsked(answer) ? { address, markup, isGone: isGone(answer) } : undefined,
    })),
  );
  return goingOn(together(tries), (answers) => {
    const tried = answers.filter((link) => link !== undefined);
    return { done: tried.length < tries.length ? {} : { tried } };
  });
}

/** The page's links without repeats, its own site's first, those that it forbids us left out. */
function linksToTry(page: PageFacts, robots: RobotsFact | undefined): [string, string][] {
  const own = placeOf(page);
  const links = new Map<string, string>();
  for (const { href, markup } of page.anchors) {
    const target = parseAddress(href);
    if (target === undefined) continue;
    const address = target.href.slice(0, target.href.length - target.hash.length);
    if (address !== own.href && !links.has(address)) links.set(address, markup);
  }
  const isOwn = ([address]: [string, string]): boolean => parseAddress(address)?.host === own.host;
  const all = [...links];
  const ours = all.filter((link) => isOwn(link) && mayAsk(link[0], robots));
  return [...ours, ...all.filter((link) => !isOwn(link))].slice(0, MOST_LINKS);
}

/** Only what is certain counts: a page may refuse a stranger, or be slow today. */
function isGone(answer: HttpAnswer): boolean {
  if (answer.ok) return answer.status === 404 || answer.status === 410;
  return /DNS error|Address unavailable/i.test(answer.error);
}
