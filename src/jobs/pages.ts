import { dayOf, type Instant } from '../core/calendar';
import { locate } from '../core/problem';
import {
  beginPage,
  continuePage,
  pageCheck,
  pageProblems,
  pagesDue,
} from '../core/referrals/health';
import { products } from '../core/workbook';
import { many } from '../core/words/count';
import type { Services } from '../services';
import type { JobResult } from './job';
import { inRounds } from './rounds';

type PageServices = Pick<Services, 'sheets' | 'http' | 'clock'>;

const WAVE = 8;
/** Pages looked at in one run; the rest waits for the next day's. */
const MOST = 40;

/** Looks, once a week, whether the products' ordinary pages still answer; tells of those that do not. */
export function checkPages(services: PageServices, deadline: Instant): JobResult {
  const { sheets, clock } = services;
  const all = sheets.read(products).rows;
  const today = dayOf(clock.now(), sheets.zone());
  const due = pagesDue(all, today).slice(0, MOST);
  const said = new Map<string, string>();
  for (let at = 0; at < due.length && clock.now() <= deadline; at += WAVE) {
    const wave = due.slice(at, at + WAVE);
    const found = inRounds(
      services,
      wave.map(beginPage),
      ({ ask, been }, answer) => continuePage(ask, been, answer),
      deadline,
    );
    wave.forEach(({ id }, i) => {
      const page = found?.[i];
      if (page !== undefined) said.set(id, pageCheck(today, page));
    });
  }
  sheets.patch(
    products,
    [...said].map(([id, check]) => ({ id, set: { pageCheck: check } })),
  );
  const now = all.map((product) => ({
    ...product,
    pageCheck: said.get(product.id) ?? product.pageCheck,
  }));
  const problems = pageProblems(now);
  return {
    done: said.size === 0 ? '' : `${many(said.size, 'page')} looked at`,
    ...(problems.length === 0 ? {} : { problem: problems.map(locate).join('\n') }),
  };
}
