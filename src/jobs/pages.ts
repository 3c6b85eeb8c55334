import { dayOf, type Instant } from '../core/calendar';
import { locate } from '../core/problem';
import {
  beginPage,
  continuePage,
  pageCheck,
  pageProblems,
  pagesDue,
  type PageStep,
} from '../core/referrals/health';
import { type Product, products } from '../core/workbook';
import { many } from '../core/words/count';
import type { Http, Services } from '../services';
import type { JobResult } from './job';

type PageServices = Pick<Services, 'sheets' | 'http' | 'clock'>;

const WAVE = 8;
/** Pages looked at in one run; the rest waits for the next day's. */
const MOST = 40;

/** Looks, once a week, whether the products' ordinary pages still answer; tells of those that do not. */
export function checkPages({ sheets, http, clock }: PageServices, deadline: Instant): JobResult {
  const all = sheets.read(products).rows;
  const today = dayOf(clock.now(), sheets.zone());
  const due = pagesDue(all, today).slice(0, MOST);
  const said = new Map<string, string>();
  for (let at = 0; at < due.length && clock.now() <= deadline; at += WAVE) {
    const wave = due.slice(at, at + WAVE);
    for (const [id, check] of look(http, wave, today)) said.set(id, check);
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

/** Looks at a few pages side by side, one round for each redirect. */
function look(http: Http, wave: Product[], today: string): Map<string, string> {
  const steps: PageStep[] = wave.map(beginPage);
  for (;;) {
    const open = steps.flatMap((step, i) => ('ask' in step ? [{ i, ...step }] : []));
    if (open.length === 0) break;
    const answers = http.batch(open.map(({ ask }) => ask));
    open.forEach(({ i, ask, been }, n) => {
      steps[i] = continuePage(ask, been, answers[n] ?? { ok: false, error: 'no answer' });
    });
  }
  return new Map(
    wave.flatMap(({ id }, i) => {
      const step = steps[i];
      return step !== undefined && 'done' in step ? [[id, pageCheck(today, step.done)]] : [];
    }),
  );
}
