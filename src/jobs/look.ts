import type { Instant } from '../core/calendar';
import { beginLook, continueLook, type Look } from '../core/site/look';
import type { Services } from '../services';
import { inRounds } from './rounds';

/** Looks at sites side by side; the looks come in the same order. Undefined where the deadline came first. */
export function lookAt(
  services: Pick<Services, 'http' | 'clock'>,
  websites: string[],
  deadline: Instant,
): Look[] | undefined {
  return inRounds(
    services,
    websites.map(beginLook),
    ({ ask, hops }, answer) => continueLook(ask, hops, answer),
    deadline,
  );
}
