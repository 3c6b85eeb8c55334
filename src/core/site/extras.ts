import { anyAddress, parseAddress } from '../address';
import type { HttpAnswer } from '../http';
import { asking, goingOn, type Quest, together } from '../quest';
import { openGraphIn } from './head';
import { type PageFacts, placeOf } from './page';
import { getting, MOST_TEXT, peeking, wasAsked } from './requests';
import { mayAsk, type RobotsFact } from './robots';

/** What only some reports ask for; what was not asked, or not answered in time, is undefined. */
export interface ExtraFacts {
  /** The first of the page's style sheets that lie on its own host; those that did not answer are left out. */
  sheets: TextFact[] | undefined;
  /** The small picture beside the page's title. */
  icon: PictureFact | undefined;
  /** The picture that the page names for shared links. */
  sharePicture: PictureFact | undefined;
  /** The feed that the page names. */
  feed: TextFact | undefined;
}

export interface TextFact {
  address: string;
  text: string;
}

export interface PictureFact {
  address: string;
  /** Null where nothing answered. */
  status: number | null;
  contentType: string;
}

/** What a report may want, each one request or a few. */
export const EXTRAS = ['style sheets', 'icon', 'share picture', 'feed'] as const;
export type Extra = (typeof EXTRAS)[number];

export const NO_EXTRAS: ExtraFacts = {
  sheets: undefined,
  icon: undefined,
  sharePicture: undefined,
  feed: undefined,
};

/** Style sheets that are read; the first ones hold what a site looks like. */
const MOST_SHEETS = 3;

/** Asks for the extras that a report wants, as far as robots.txt lets us. */
export function askExtras(
  page: PageFacts,
  extras: readonly Extra[],
  robots: RobotsFact | undefined,
): Quest<Partial<ExtraFacts>> {
  const may = (address: string): boolean => !isOwn(address, page) || mayAsk(address, robots);
  const asked = together(extras.map((extra) => ASKS[extra](page, may)));
  return goingOn(asked, (found) => ({ done: Object.assign({}, ...found) as Partial<ExtraFacts> }));
}

type May = (address: string) => boolean;

const ASKS: Record<Extra, (page: PageFacts, may: May) => Quest<Partial<ExtraFacts>>> = {
  'style sheets': askSheets,
  icon: (page, may) => goingOn(askPicture(iconOf(page), may), (icon) => ({ done: { icon } })),
  'share picture': (page, may) =>
    goingOn(askPicture(sharePictureOf(page), may), (sharePicture) => ({ done: { sharePicture } })),
  feed: askFeed,
};

function askSheets(page: PageFacts, may: May): Quest<Partial<ExtraFacts>> {
  const addresses = page.links
    .filter(({ rel, from }) => from !== 'header' && /\bstylesheet\b/.test(rel))
    .map(({ href }) => href)
    .filter((href) => isOwn(href, page) && may(href));
  const tries = [...new Set(addresses)]
    .slice(0, MOST_SHEETS)
    .map((address) => asking(getting(address), (answer) => ({ done: { address, answer } })));
  return goingOn(together(tries), (found): Quest<Partial<ExtraFacts>> => {
    if (!found.every(({ answer }) => wasAsked(answer))) return { done: {} };
    return { done: { sheets: found.flatMap(({ address, answer }) => textOf(address, answer)) } };
  });
}

function askFeed(page: PageFacts, may: May): Quest<Partial<ExtraFacts>> {
  const named = page.links.find(
    ({ rel, type }) => /\balternate\b/.test(rel) && /^application\/(rss|atom)\+xml\b/.test(type),
  );
  const address = parseAddress(named?.href ?? '')?.href;
  if (address === undefined || !may(address)) return { done: {} };
  return asking(getting(address), (answer) => ({ done: { feed: textOf(address, answer)[0] } }));
}

function askPicture(said: string | undefined, may: May): Quest<PictureFact | undefined> {
  const address = said === undefined ? undefined : anyAddress(said);
  if (address?.protocol === 'data:') {
    const contentType = /^[^;,]*/.exec(address.pathname)?.[0] ?? '';
    return { done: { address: 'data:', status: 200, contentType } };
  }
  if (address === undefined || !/^https?:$/.test(address.protocol) || !may(address.href)) {
    return { done: undefined };
  }
  const { href } = address;
  return asking(peeking(href), (answer): Quest<PictureFact | undefined> => {
    if (!wasAsked(answer)) return { done: undefined };
    const [status, contentType = ''] = answer.ok
      ? [answer.status, answer.headers['content-type']]
      : [null];
    return { done: { address: href, status, contentType } };
  });
}

function iconOf(page: PageFacts): string | undefined {
  const named = page.links.find(({ rel, href }) => /\bicon\b/.test(rel) && href !== '');
  return named?.href ?? parseAddress('/favicon.ico', page.address)?.href;
}

function sharePictureOf({ metas, address }: PageFacts): string | undefined {
  const said = openGraphIn(metas, 'og:image');
  return said === '' ? undefined : anyAddress(said, address)?.href;
}

function textOf(address: string, answer: HttpAnswer): TextFact[] {
  const isThere = answer.ok && answer.status >= 200 && answer.status < 300;
  return isThere ? [{ address, text: answer.body.slice(0, MOST_TEXT) }] : [];
}

function isOwn(address: string, page: PageFacts): boolean {
  return parseAddress(address)?.host === placeOf(page).host;
}
