import { cut } from '../../problem';
import { asSeen } from '../addresses';
import { check, ownNames, textOf } from './check';

/** So much in a row is no chance any more: words, or signs of a script without spaces. */
const RUN = { words: 5, signs: 10 };
/** Of what stands in the Clients tab a letter may speak, but not recite it. */
const LONG_RUN = { words: 9, signs: 20 };

/** The freelancer's notes are not repeated, whatever they order; nor is a client's long field. */
export const notes = check({
  title: 'notes kept private',
  failures: (draft, facts, around) => {
    const text = textOf(draft);
    const { industry, needs, pastWork } = facts.client;
    const repeated =
      withoutNames(around.notes, ownNames(facts))
        .map((part) => repeatedIn(text, part, RUN))
        .find((run) => run !== undefined) ??
      repeatedIn(text, [industry, needs, pastWork].join('\n'), LONG_RUN);
    return repeated === undefined
      ? []
      : [`“${cut(repeated)}” repeats what was only background; leave it out.`];
  },
});

/** What stands between the names that a letter may say anyway: the client, the sender, the products. */
function withoutNames(text: string, names: string[]): string[] {
  const known = names.filter((name) => name.trim().length > 1);
  return known.reduce((parts, name) => parts.flatMap((part) => part.split(name)), [text]);
}

/** The first run of that length that both hold. */
function repeatedIn(text: string, source: string, run: typeof RUN): string | undefined {
  return (
    sharedRun(wordsIn(text), wordsIn(source), run.words, ' ') ??
    sharedRun(signsIn(text), signsIn(source), run.signs, '')
  );
}

function sharedRun(
  said: string[],
  source: string[],
  size: number,
  glue: string,
): string | undefined {
  const runs = (all: string[]): string[] =>
    all
      .slice(0, Math.max(0, all.length - size + 1))
      .map((_, i) => all.slice(i, i + size).join(glue));
  const known = new Set(runs(source));
  return runs(said).find((run) => known.has(run));
}

function wordsIn(text: string): string[] {
  return (
    asSeen(text)
      .toLowerCase()
      .match(/[\p{Script=Latin}\p{Script=Cyrillic}\p{N}\p{M}]+/gu) ?? []
  );
}

function signsIn(text: string): string[] {
  return (
    asSeen(text).match(
      /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー]/gu,
    ) ?? []
  );
}
