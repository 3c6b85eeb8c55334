import type { Day } from '../../calendar';
import { cut } from '../../problem';
import { type Occasion, OUTCOMES } from '../../workbook';
import type { Life } from '../life';
import { QUIET_AFTER, type Outcome } from '../outcome';
import { daysAfter, ENDS, followUp, type Known, type When } from './when';

/**
 * Days after another occasion's letter left, if you like with or without an outcome. The period is
 * that letter's own, so that a chain of letters shares it.
 */
export const after: When = {
  id: 'after',
  detail: 'Another occasion, and if you like an outcome: “quarterly-report: without bought”.',
  waitDays: { least: 1, most: 365 },
  urgency: 'follow-up',
  says: ({ detail, waitDays }) => {
    const { occasion, outcome } = parts(detail);
    const which = outcome === undefined ? '' : `, if ${outcome.not ? 'not ' : ''}${outcome.is}`;
    return `${daysAfter(waitDays, `“${occasion}” left`)}${which}`;
  },
  check: ({ id, detail }, known, name) => {
    const wrong = (sentence: string, remedy: string) => ({
      column: 'Detail' as const,
      sentence,
      remedy,
    });
    const remedy = 'Write the title or the id of another occasion.';
    if (detail.trim() === '') {
      return wrong(`The occasion “${name}” does not say which letter it follows.`, remedy);
    }
    const found = anchorOf(detail, known);
    if (found === undefined) {
      return wrong(
        `The occasion “${name}” follows “${cut(detail)}”, which there is not.`,
        `${remedy} An outcome after a colon is one of: ${OUTCOMES.join(', ')}.`,
      );
    }
    if (!isCircle(id, found.occasion, known)) return undefined;
    return wrong(
      `The occasion “${name}” follows a letter that follows its own.`,
      'Let one of them follow something else.',
    );
  },
  plan: (occasion, known) => {
    const anchor = anchorOf(occasion.detail, known);
    if (anchor === undefined) return () => [];
    const { outcome } = anchor;
    const asked = outcome?.not === false ? outcome.is : undefined;
    const waitDays = Math.max(occasion.waitDays, asked === 'quiet' ? QUIET_AFTER : 0);
    const at = ENDS.filter((end) => end !== asked);
    return (life) =>
      life.letters
        .filter((letter) => letter.occasionId === anchor.occasion.id && letter.sentOn !== '')
        .filter((letter) => hasCome(letter.outcome, outcome))
        .map(({ period, sentOn }) =>
          followUp({ waitDays }, sentOn, period, {
            since: beginning(anchor.occasion, period, sentOn, life, known),
            at,
          }),
        );
  },
  gone: 'The letter that it follows is gone, or had another outcome.',
};

interface Wish {
  is: Outcome;
  /** The letter goes where this did not come. */
  not: boolean;
}

interface Anchor {
  occasion: Occasion;
  outcome?: Wish;
}

function hasCome(came: Outcome | '', wish: Wish | undefined): boolean {
  if (wish === undefined) return true;
  return (came === wish.is) !== wish.not;
}

/** The occasion that a Detail names, and the outcome; undefined where there is no such thing. */
function anchorOf(detail: string, { occasions }: Known): Anchor | undefined {
  const named = (said: string): Occasion | undefined => {
    const wanted = said.trim().toLowerCase();
    return (
      occasions.find(({ id }) => id.toLowerCase() === wanted) ??
      occasions.find(({ title }) => title.trim().toLowerCase() === wanted)
    );
  };
  // A title may hold a colon of its own.
  const whole = named(detail);
  if (whole !== undefined) return { occasion: whole };
  const { occasion, outcome } = parts(detail);
  const found = named(occasion);
  return found === undefined || outcome === undefined ? undefined : { occasion: found, outcome };
}

function parts(detail: string): { occasion: string; outcome?: Wish } {
  const [, name = detail, not, word = ''] = /^(.*):\s*(without\s+)?(\w+)\s*$/i.exec(detail) ?? [];
  const is = OUTCOMES.find((known) => known === word.toLowerCase());
  if (is === undefined) return { occasion: detail.trim() };
  return { occasion: name.trim(), outcome: { is, not: not !== undefined } };
}

/** Whether following from `first` on comes back to the occasion `id`. */
function isCircle(id: string, first: Occasion, known: Known): boolean {
  const seen = new Set<string>();
  let at: Occasion | undefined = first;
  while (at !== undefined && !seen.has(at.id)) {
    if (at.id === id) return true;
    seen.add(at.id);
    at = at.when === 'after' ? anchorOf(at.detail, known)?.occasion : undefined;
  }
  return false;
}

/** The day on which the chain's first letter left: what came of any letter since then ends it. */
function beginning(occasion: Occasion, period: string, sentOn: Day, life: Life, known: Known): Day {
  let since = sentOn;
  const seen = new Set<string>();
  let at: Occasion | undefined = occasion;
  while (at?.when === 'after' && !seen.has(at.id)) {
    seen.add(at.id);
    const before: Occasion | undefined = anchorOf(at.detail, known)?.occasion;
    const letter = life.letters.find(
      (one) => one.occasionId === before?.id && one.period === period && one.sentOn !== '',
    );
    if (letter !== undefined && letter.sentOn < since) since = letter.sentOn;
    at = before;
  }
  return since;
}
