import type { Instant } from '../core/calendar';
import type { HttpAnswer, HttpRequest } from '../core/http';
import type { Services } from '../services';

/** Something that is found out by asking, perhaps several times: the next request, or what was found. */
export type Step<Asked extends { ask: HttpRequest }, Found> = Asked | { done: Found };

/**
 * Finds several things out side by side, one round of requests for each redirect; what was found
 * comes in the same order. Undefined where the deadline came first.
 */
export function inRounds<Asked extends { ask: HttpRequest }, Found>(
  { http, clock }: Pick<Services, 'http' | 'clock'>,
  begun: Step<Asked, Found>[],
  next: (asked: Asked, answer: HttpAnswer) => Step<Asked, Found>,
  deadline: Instant,
): Found[] | undefined {
  const steps = [...begun];
  for (;;) {
    const open = steps.flatMap((step, i) => ('ask' in step ? [{ i, step }] : []));
    if (open.length === 0) break;
    if (clock.now() > deadline) return undefined;
    const answers = http.batch(open.map(({ step }) => step.ask));
    open.forEach(({ i, step }, n) => {
      steps[i] = next(step, answers[n] ?? { ok: false, error: 'no answer' });
    });
  }
  return steps.flatMap((step) => ('done' in step ? [step.done] : []));
}
