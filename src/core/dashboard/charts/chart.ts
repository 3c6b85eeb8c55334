import { minorDigits } from '../../money';
import { cut } from '../../problem';
import type { Board } from '../board';

/** A built-in chart of the Dashboard. */
export interface Chart {
  id: string;
  /** By which it is found again. */
  title: string;
  /** A combo draws its last series as a line and the others as columns. */
  type: 'column' | 'bar' | 'line' | 'combo';
  draw: (board: Board) => Drawing;
}

/** What a chart shows now. */
export interface Drawing {
  /** One row for each category, header first; none where there is nothing to draw. */
  rows: (string | number)[][];
  /** One for each series. */
  colours: string[];
  /** What it rests on; where nothing is drawn, what is missing and what to do. */
  note: string;
}

/** Categories that a chart names at most; the others would be too small to read. */
export const MOST_BARS = 8;
const LONGEST_NAME = 20;

export const DEEP = '#1f6f4a';
export const MIDDLE = '#6fae8c';
export const PALE = '#cfe3d7';
export const AMBER = '#d9a441';
/** What is sure, what is expected, and what may be at best. */
export const RANGE = [DEEP, MIDDLE, PALE];
export const RANGE_TITLES = ['At least', 'Expected', 'At most'] as const;
/** Products side by side. */
export const SERIES = [DEEP, '#5b9bab', MIDDLE, '#a8bf5f', '#8c7aa8'];
export const OTHERS = '#c4cdc8';

export function nothing(note: string): Drawing {
  return { rows: [], colours: [], note };
}

/** A category with its number of cases. */
export function label(name: string, cases: number | string): string {
  return `${cut(name === '' ? 'no name' : name, LONGEST_NAME)} (${cases})`;
}

/** A range as three parts laid end to end: to its low end, to what is expected, to its high end. */
export function parts(low: number, expected: number, high: number): [number, number, number] {
  const from = Math.max(0, Math.min(low, expected));
  const middle = Math.max(0, expected);
  return [from, middle - from, Math.max(0, high - middle)];
}

/** Minor units as whole major units, which is all that a chart can show. */
export function wholly(minor: number, { settings: { homeCurrency } }: Board): number {
  return Math.round(minor / 10 ** minorDigits(homeCurrency));
}
