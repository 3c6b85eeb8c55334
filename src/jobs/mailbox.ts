import { cut, messageOf, Problem } from '../core/problem';

/**
 * What Gmail answers; where it does not, a `Problem` that passes, with what was asked for and what
 * follows from its silence.
 */
export function askMailbox<T>(ask: () => T, { what, then }: { what: string; then: string }): T {
  try {
    return ask();
  } catch (error) {
    throw new Problem(
      {
        code: 'mailbox-silent',
        sentence: `Gmail could not be asked ${what} (${cut(messageOf(error), 160)}).`,
        remedy: `${then} If this stays so, choose Perennial → Set up.`,
        passes: true,
      },
      error,
    );
  }
}
