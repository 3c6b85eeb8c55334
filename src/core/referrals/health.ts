import { parseAddress } from '../address';
import { addDays, type Day } from '../calendar';
import { type HttpAnswer, type HttpRequest, isChallenge } from '../http';
import { cut, type ProblemDetails } from '../problem';
import type { Product } from '../workbook';
import { networkOf } from './networks';

/**
 * Whether the ordinary page of a product still answers. Its affiliate address is never asked for:
 * that would be a tap that nobody made.
 */

/** What came of looking at a page; `none` where there is no ordinary page to look at. */
export type PageState = 'fine' | 'gone' | 'loops' | 'moved' | 'silent' | 'not seen' | 'none';

/** A look under way: the next request, until it is done. */
export type PageStep =
  { ask: HttpRequest; been: string[] } | { done: { state: PageState; detail: string } };

const MOST_HOPS = 6;
const DAYS_BETWEEN = 7;
const WORDS: Record<PageState, string> = {
  fine: 'answers',
  gone: 'is gone',
  loops: 'leads in circles',
  moved: 'has moved',
  silent: 'did not answer',
  'not seen': 'could not be looked at',
  none: 'is your affiliate address, so it was not opened',
};

/** The active products whose page is to be looked at: weekly, and daily while there is trouble; longest unseen first. */
export function pagesDue(products: Product[], today: Day): Product[] {
  const isDue = (product: Product): boolean => {
    const days = pageTrouble(product) === undefined ? DAYS_BETWEEN : 1;
    return dayOf(product.pageCheck) <= addDays(today, -days);
  };
  return products
    .filter((product) => product.active && product.page !== '' && isDue(product))
    .sort((a, b) => dayOf(a.pageCheck).localeCompare(dayOf(b.pageCheck)));
}

/** The first step of looking at a product's page. */
export function beginPage({ page, destination }: Pick<Product, 'page' | 'destination'>): PageStep {
  const isOurs = page.trim() === destination.trim() || networkOf(page)?.kind === 'network';
  const address = parseAddress(page);
  if (isOurs || address === undefined) return { done: { state: 'none', detail: '' } };
  return ask(address.href, []);
}

/** The step after an answer; redirects are followed so far, and no page is asked for twice. */
export function continuePage(asked: HttpRequest, been: string[], answer: HttpAnswer): PageStep {
  const done = (state: PageState, detail: string): PageStep => ({ done: { state, detail } });
  if (!answer.ok) return done('silent', answer.error);
  const { status, headers, body } = answer;
  if (isChallenge(status, body)) return done('not seen', 'it asks visitors to prove themselves');
  if (status >= 300 && status < 400 && headers.location !== undefined) {
    const target = parseAddress(headers.location, asked.url);
    const way = [...been, asked.url];
    if (target === undefined) return done('gone', 'it redirects to nowhere');
    if (way.includes(target.href) || way.length > MOST_HOPS) return done('loops', target.href);
    return ask(target.href, way);
  }
  if ([404, 410].includes(status)) return done('gone', String(status));
  if ([401, 403, 429].includes(status)) return done('not seen', String(status));
  if (status >= 500) return done('silent', String(status));
  const [first = asked.url] = been;
  return hostOf(first) === hostOf(asked.url) ? done('fine', '') : done('moved', asked.url);
}

/** What the Page check column says of a look. */
export function pageCheck(
  today: Day,
  { state, detail }: { state: PageState; detail: string },
): string {
  return `${today}: ${WORDS[state]}${detail === '' ? '' : ` (${cut(detail, 100)})`}`;
}

/** The trouble that a Page check cell tells of, or undefined where clients can be sent there. */
export function pageTrouble(product: Pick<Product, 'name' | 'pageCheck'>): string | undefined {
  const trouble = (['gone', 'loops', 'moved', 'silent'] as const).find((state) =>
    product.pageCheck.includes(`: ${WORDS[state]}`),
  );
  if (trouble === undefined) return undefined;
  return `The page of ${cut(product.name)} ${product.pageCheck.replace(/^[\d-]+: /, '')}, as of ${dayOf(product.pageCheck)}.`;
}

/** Whether a product may be recommended: not while its page is known to be gone or to lead in circles. */
export function canBeSeen({ pageCheck: said }: Pick<Product, 'pageCheck'>): boolean {
  return !said.includes(`: ${WORDS.gone}`) && !said.includes(`: ${WORDS.loops}`);
}

/** A problem for each active product whose page has trouble. */
export function pageProblems(products: Product[]): ProblemDetails[] {
  return products.flatMap((product) => {
    const sentence = product.active ? pageTrouble(product) : undefined;
    if (sentence === undefined) return [];
    const rests = canBeSeen(product) ? '' : ' It is not recommended until then.';
    return [
      {
        code: 'page-trouble',
        tab: 'Products',
        column: 'Page',
        value: product.page,
        sentence,
        remedy: `Open it, and correct Page and Destination, or set Active to no.${rests}`,
      },
    ];
  });
}

function ask(url: string, been: string[]): PageStep {
  return { ask: { url, method: 'GET', timeoutSeconds: 20 }, been };
}

/** The day that a cell begins with; a day before all where there is none. */
function dayOf(said: string): Day {
  return /^\d{4}-\d\d-\d\d/.exec(said)?.[0] ?? '0000-00-00';
}

function hostOf(address: string): string {
  return parseAddress(address)?.hostname.replace(/^www\./, '') ?? '';
}
