import { messageOf } from '../problem';

/**
 * What an error of the mailbox means: it takes nothing more for a while, this one call may work
 * later (and may have worked although it says otherwise), or it refuses this mail for good.
 */
export type Trouble = 'full' | 'passing' | 'final';

/** As the Gmail API and Apps Script word their limits; a mail that is too big is none of them. */
const FULL =
  /\b(?:rate|daily|sending) limit exceeded|\bquota exceeded|invoked too many times|too many (?:concurrent )?requests/i;

/** Server errors and silence. The wording is unverified but for “Backend Error”. */
const PASSING =
  /backend ?error|(?:internal|server|service) error|unavailable|temporar|timed? ?out|deadline exceeded|empty response|(?:code|status|error):? 50[0234]\b/i;

/** Sorts an error that the mailbox threw. */
export function troubleOf(error: unknown): Trouble {
  const said = messageOf(error);
  if (FULL.test(said)) return 'full';
  return PASSING.test(said) ? 'passing' : 'final';
}
