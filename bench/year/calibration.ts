import type { Guess } from '../../demo/year/audit';

/** Guesses of about the same chance: what was said of them, and how many were right. */
export interface Bin {
  /** From this chance up to a tenth more. */
  from: number;
  cases: number;
  said: number;
  right: number;
}

/** Guesses in tenths of chance; tenths without a case are left out. */
export function binsOf(guesses: readonly Guess[]): Bin[] {
  return Array.from({ length: 10 }, (_, i) => i / 10).flatMap((from) => {
    const within = guesses.filter(({ chance }) => chance >= from && chance < from + 0.1);
    if (within.length === 0) return [];
    return [{ from, cases: within.length, said: meanSaid(within), right: shareRight(within) }];
  });
}

/** The mean square of what was said less what was: 0 is perfect, 0.25 what saying 50 % always gets. */
export function brier(guesses: readonly Guess[]): number {
  return mean(guesses.map(({ chance, isRight }) => (chance - Number(isRight)) ** 2));
}

export function meanSaid(guesses: readonly Guess[]): number {
  return mean(guesses.map(({ chance }) => chance));
}

export function shareRight(guesses: readonly Guess[]): number {
  return mean(guesses.map(({ isRight }) => Number(isRight)));
}

function mean(values: number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
