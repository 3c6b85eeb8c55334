import type { Click } from '../../src/core/workbook';
import { isPersonsTap, type Kind, KINDS, type Visiting } from './visiting';

/** How often counting was right and wrong. */
export interface Score {
  /** Counted, and a person's tap. */
  right: number;
  /** Counted, and none. */
  wrong: number;
  /** A person's tap that was not counted. */
  missed: number;
}

/** What became of one kind of visitor. */
export interface KindScore {
  kind: Kind;
  visits: number;
  pressed: number;
  countedAlone: number;
  counted: number;
}

/** Compares what was counted with the truth. */
export function score(truth: Map<string, Visiting>, rows: Map<string, Click>): Score {
  const found: Score = { right: 0, wrong: 0, missed: 0 };
  for (const [id, visit] of truth) {
    const isCounted = rows.get(id)?.counted === true;
    if (isCounted) found[isPersonsTap(visit) ? 'right' : 'wrong']++;
    else if (isPersonsTap(visit)) found.missed++;
  }
  return found;
}

export function sumOf(scores: Score[]): Score {
  const add = (of: keyof Score): number => scores.reduce((sum, one) => sum + one[of], 0);
  return { right: add('right'), wrong: add('wrong'), missed: add('missed') };
}

/** The share of what was counted that is a person's tap. */
export const precision = ({ right, wrong }: Score): number => right / (right + wrong);
/** The share of people's taps that was counted. */
export const recall = ({ right, missed }: Score): number => right / (right + missed);

/** How each kind of visitor was judged, alone and together. */
export function byKind(
  worlds: { truth: Map<string, Visiting>; alone: Map<string, Click>; rows: Map<string, Click> }[],
): KindScore[] {
  const scores = new Map<Kind, KindScore>(
    KINDS.map((kind) => [kind, { kind, visits: 0, pressed: 0, countedAlone: 0, counted: 0 }]),
  );
  for (const { truth, alone, rows } of worlds) {
    for (const [id, { kind, pressedAfter }] of truth) {
      const one = scores.get(kind);
      if (one === undefined) continue;
      one.visits++;
      if (pressedAfter !== undefined) one.pressed++;
      if (alone.get(id)?.counted === true) one.countedAlone++;
      if (rows.get(id)?.counted === true) one.counted++;
    }
  }
  return [...scores.values()];
}
