import { links as linksTable } from '../src/core/workbook';
import { chance } from './random';
import { recordsOf, type TabRow } from './tabs';

/** How somebody meets a letter's link. */
export interface Manner {
  /** What their browser calls itself. */
  agent: string;
  /** They look at the page. */
  reads?: boolean;
  /** They go on to the product. */
  taps?: boolean;
  /** Milliseconds between the page and the tap; a person's pause where nothing is said. */
  ms?: number;
}

/** What a visit left behind. */
export interface Visited {
  /** The gate's name for this opening. */
  visit: string;
  /** Where the page's one link leads. */
  destination: string;
}

/** One visit that is to be made. */
export interface DemoVisit extends Manner {
  code: string;
}

/** Browsers as people have them. */
const BROWSERS = [
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36',
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.1 Safari/605.1.15',
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_7 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.1 Mobile/15E148 Safari/604.1',
  'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36',
  'Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0',
] as const;

/** A robot that says so. */
const CRAWLER = 'Mozilla/5.0 (compatible; DemoCrawler/1.0; +https://crawler.example/bot.html)';

/** The shares of links that are opened, read and followed; all others stay closed. */
const OPENED = 0.45;
const READ = 0.33;
const FOLLOWED = 0.2;

/** A person's pause before the page is seen, and before they tap. */
const USUAL_MS = { seen: 180, tapped: 4200 };

/**
 * Opens a link at a gate as a browser would: asks for the page, then lets its script tell that it
 * was seen and that its link was tapped. Throws where the gate shows no such page.
 */
export async function visit(address: string, code: string, manner: Manner): Promise<Visited> {
  const headers = { 'User-Agent': manner.agent };
  const page = await framedPage(`${address}?l=${encodeURIComponent(code)}`, headers);
  const [, name] = /"visit":"([^"]+)"/.exec(page) ?? [];
  const [, beacon] = /"beacon":("[^"]+")/.exec(page) ?? [];
  const [, destination] = /id="go"\s+href="([^"]+)"/.exec(page) ?? [];
  if (name === undefined || beacon === undefined || destination === undefined) {
    throw new Error(`the gate shows no page for ${code}`);
  }
  const tell = (t: 'seen' | 'tapped', ms: number): Promise<Response> =>
    fetch(JSON.parse(beacon) as string, {
      method: 'POST',
      headers: { ...headers, 'Content-Type': 'text/plain;charset=UTF-8' },
      body: JSON.stringify({ t, l: code, v: name, ms }),
    });
  if (manner.reads === true || manner.taps === true) await tell('seen', USUAL_MS.seen);
  if (manner.taps === true) await tell('tapped', manner.ms ?? USUAL_MS.tapped);
  return { visit: name, destination: unescaped(destination) };
}

/**
 * Who opens which links of the Links tab: most stay closed, some are opened, read or followed, and
 * a crawler opens one. What happens to a link follows from its code and the seed.
 */
export function demoVisits(links: TabRow[], seed: string): DemoVisit[] {
  const codes = recordsOf(linksTable, links).map(({ code }) => code);
  const people = codes.flatMap((code): DemoVisit[] => {
    const draw = chance(seed, 'visit', code);
    const interest = draw.next();
    if (interest >= OPENED) return [];
    const manner = { reads: interest < READ, taps: interest < FOLLOWED };
    return [{ code, agent: draw.pick(BROWSERS), ...manner, ms: draw.whole(1200, 24_000) }];
  });
  if (codes.length === 0) return [];
  return [...people, { code: chance(seed, 'crawler').pick(codes), agent: CRAWLER }];
}

/** A page's HTML; where it stands in a frame, as on Google, what the frame holds. */
async function framedPage(address: string, headers: Record<string, string>): Promise<string> {
  const outer = await textOf(address, headers);
  const [, frame] = /<iframe id="sandboxFrame"[^>]*? src="([^"]+)"/.exec(outer) ?? [];
  return frame === undefined ? outer : textOf(new URL(unescaped(frame), address).href, headers);
}

async function textOf(address: string, headers: Record<string, string>): Promise<string> {
  const response = await fetch(address, { headers });
  if (!response.ok) throw new Error(`${address} answered with ${response.status}`);
  return response.text();
}

/** An attribute's value, with what templates escape. */
function unescaped(attribute: string): string {
  return attribute
    .replace(/&#x([0-9a-f]+);/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
    .replace(/&quot;/g, '"')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');
}
