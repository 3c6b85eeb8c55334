import { dayOf, type Instant } from '../core/calendar';
import type { HttpAnswer, HttpRequest } from '../core/http';
import type { ReportKind } from '../core/letters/reports/report-kind';
import { type Quest, together } from '../core/quest';
import { findPage, type Look, lookOf } from '../core/site/look';
import { UNASKED } from '../core/site/requests';
import { askSite, NOT_ASKED } from '../core/site/site';
import type { SpeedFact } from '../core/site/speed';
import type { Services } from '../services';
import { countedOn, STATE } from './state';

type LookServices = Pick<Services, 'http' | 'clock' | 'state'>;

/** One request that fails loses its whole batch, so what is beyond the pages goes in small ones. */
const BATCH = 10;
/** So long a wave waits for what is beyond its pages; whatever is open by then is not judged. */
const PATIENCE_MS = 60_000;
/** Requests in a day beyond the pages themselves; a free account has 20,000 for everything. */
const MOST_A_DAY = 12_000;

/** A client's Website cell, and the report that it is looked at for. */
export interface Sight {
  website: string;
  report: ReportKind;
}

/**
 * Looks at sites side by side, each with how fast it is where that is known; the looks come in the
 * same order. Undefined where the deadline came first.
 */
export function lookAt(
  services: LookServices,
  sights: Sight[],
  deadline: Instant,
  speeds: (SpeedFact | undefined)[] = [],
): Look[] | undefined {
  const { clock, http } = services;
  const now = clock.now();
  const pages = answered(
    together(sights.map(({ website }) => findPage(website, now))),
    (requests) => (clock.now() > deadline ? undefined : http.batch(requests)),
  );
  if (pages === undefined) return undefined;
  const allowance = openAllowance(services, Math.min(deadline, clock.now() + PATIENCE_MS));
  const sites = answered(
    together(
      pages.map((found, i) =>
        found.seen ? askSite(found.page, sights[i]?.report.extras) : { done: NOT_ASKED },
      ),
    ),
    allowance.ask,
  );
  allowance.close();
  return pages.map((found, i) => {
    const facts = { ...(sites?.[i] ?? NOT_ASKED), speed: speeds[i] };
    return lookOf(found, facts, sights[i]?.report.looks ?? []);
  });
}

/** Goes through a quest's rounds; undefined where a round got no answers. */
function answered<Found>(
  quest: Quest<Found>,
  ask: (requests: HttpRequest[]) => HttpAnswer[] | undefined,
): Found | undefined {
  let step = quest;
  while (!('done' in step)) {
    const answers = ask(step.ask);
    if (answers === undefined) return undefined;
    step = step.next(answers);
  }
  return step.done;
}

/** Asks in small batches while there is time, and while the day's requests last. */
function openAllowance({ http, clock, state }: LookServices, until: Instant) {
  const today = dayOf(clock.now(), 'UTC');
  const before = countedOn(today, state.get(STATE.siteAsks));
  let asked = before;
  return {
    ask: (requests: HttpRequest[]): HttpAnswer[] => {
      const answers: HttpAnswer[] = [];
      for (let at = 0; at < requests.length; at += BATCH) {
        const batch = requests.slice(at, at + BATCH);
        const mayAsk = clock.now() <= until && asked + batch.length <= MOST_A_DAY;
        if (mayAsk) asked += batch.length;
        answers.push(...(mayAsk ? http.batch(batch) : batch.map(() => UNASKED)));
      }
      return answers;
    },
    close: (): void => {
      if (asked > before) state.set(STATE.siteAsks, `${today} ${asked}`);
    },
  };
}
