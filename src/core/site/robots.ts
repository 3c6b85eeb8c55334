import robotsParser from 'robots-parser';
import { anyAddress, parseAddress } from '../address';
import type { Instant } from '../calendar';
import { cut } from '../problem';
import type { MetaFact } from './head';
import type { PageFacts } from './page';

/** How a site's robots.txt answered. */
export interface RobotsFact {
  /** Null where nothing answered. */
  status: number | null;
  /** Blank unless the status is in the two hundreds. */
  text: string;
}

/** The crawlers that Lighthouse asks for; the first stands for every other. */
const BOTS = [undefined, 'Googlebot', 'bingbot', 'DuckDuckBot', 'archive.org_bot'] as const;

/** How our own requests are told apart in a robots.txt. */
const OURSELVES = 'Google-Apps-Script';

/** Whether we may ask for an address of this site beyond the page that we were given. */
export function mayAsk(address: string, robots: RobotsFact | undefined): boolean {
  if (robots === undefined || robots.text === '') return true;
  const { href } = robotsAddress(address);
  return robotsParser(href, robots.text).isAllowed(address, OURSELVES) ?? true;
}

/** Where the site of a page has its robots.txt. */
export function robotsAddress(page: string): { href: string } {
  const address = parseAddress('/robots.txt', page);
  if (address === undefined) throw new Error(`a page without an address: ${page}`);
  return address;
}

/** The sitemaps that a robots.txt names. */
export function sitemapsIn(address: string, { text }: RobotsFact): string[] {
  return robotsParser(robotsAddress(address).href, text).getSitemaps();
}

/** What keeps every crawler away from the page, for want of one that it lets in; undefined where one may. */
export function whatBlocks(
  facts: Pick<PageFacts, 'address' | 'metas' | 'robotsHeader' | 'at'>,
  robots: RobotsFact | undefined,
): string | undefined {
  const rules =
    robots === undefined || robots.text === ''
      ? undefined
      : robotsParser(robotsAddress(facts.address).href, robots.text);
  const blocks = BOTS.map((bot) => {
    if (blocksByMeta(facts.metas, bot, facts.at)) return 'meta robots';
    if (blocksByHeader(facts.robotsHeader, bot, facts.at)) return 'X-Robots-Tag';
    return rules !== undefined && rules.isAllowed(facts.address, bot) !== true
      ? 'robots.txt'
      : undefined;
  });
  return blocks.includes(undefined) ? undefined : blocks[0];
}

function blocksByMeta(metas: MetaFact[], bot: string | undefined, now: Instant): boolean {
  const own = metas.find(({ name }) => name === bot?.toLowerCase());
  const said = own ?? metas.find(({ name }) => name === 'robots');
  return said !== undefined && forbids(said.content, now);
}

function blocksByHeader(header: string, bot: string | undefined, now: Instant): boolean {
  if (header === '') return false;
  return header.split('\n').some((line) => {
    const [, addressee] = /^([^,:]+):/.exec(line) ?? [];
    const isForAll = addressee === undefined || addressee.toLowerCase() === 'unavailable_after';
    if (!isForAll && addressee !== bot) return false;
    return forbids(bot !== undefined && !isForAll ? line.slice(bot.length + 1) : line, now);
  });
}

/** Whether one of the directives keeps a page out of an index. */
function forbids(directives: string, now: Instant): boolean {
  return directives
    .toLowerCase()
    .split(',')
    .map((directive) => directive.trim())
    .some((directive) => {
      const [name, ...rest] = directive.split(':');
      if (name === 'unavailable_after') return Date.parse(rest.join(':')) < now;
      return directive === 'noindex' || directive === 'none';
    });
}

/** Directives that crawlers know. */
const KNOWN = new Set(
  'user-agent disallow allow sitemap crawl-delay clean-param host request-rate visit-time noindex'.split(
    ' ',
  ),
);

/** The lines of a robots.txt that crawlers cannot understand, each as it stands, cut. */
export function faultyLines(text: string): string[] {
  let inGroup = false;
  return text
    .split(/\r\n|\r|\n/)
    .filter((line) => {
      const said = (line.split('#')[0] ?? '').trim();
      if (said === '') return false;
      const colon = said.indexOf(':');
      const name = said.slice(0, Math.max(0, colon)).trim().toLowerCase();
      const value = said.slice(colon + 1).trim();
      if (colon < 0 || !isUnderstood(name, value)) return true;
      if (name === 'user-agent') inGroup = true;
      return !inGroup && (name === 'allow' || name === 'disallow');
    })
    .map((line) => cut(line, 80));
}

function isUnderstood(name: string, value: string): boolean {
  if (!KNOWN.has(name)) return false;
  if (name === 'sitemap') return /^(https?|ftp):$/.test(anyAddress(value)?.protocol ?? '');
  if (name === 'user-agent') return value !== '';
  if (name !== 'allow' && name !== 'disallow') return true;
  const dollar = value.indexOf('$');
  return /^($|[/*])/.test(value) && (dollar < 0 || dollar === value.length - 1);
}
