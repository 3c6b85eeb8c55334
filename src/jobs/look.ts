import type { Instant } from '../core/calendar';
import type { HttpRequest } from '../core/http';
import { beginLook, continueLook, type Look, type LookStep } from '../core/site/look';
import type { Services } from '../services';

/**
 * Looks at sites side by side, one round for each redirect; the looks come in the same order.
 * Undefined where the deadline came first.
 */
export function lookAt(
  { http, clock }: Pick<Services, 'http' | 'clock'>,
  websites: string[],
  deadline: Instant,
): Look[] | undefined {
  const steps: LookStep[] = websites.map(beginLook);
  for (;;) {
    const open = steps.flatMap((step, i) => ('ask' in step ? [{ i, ...step }] : []));
    if (open.length === 0) break;
    if (clock.now() > deadline) return undefined;
    const answers = http.batch(open.map(({ ask }): HttpRequest => ask));
    open.forEach(({ i, ask, hops }, n) => {
      steps[i] = continueLook(ask, hops, answers[n] ?? { ok: false, error: 'no answer' });
    });
  }
  return steps.flatMap((step) => ('done' in step ? [step.done] : []));
}
