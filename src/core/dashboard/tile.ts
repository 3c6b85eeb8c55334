import type { Money } from '../money';
import type { Board } from './board';

/** One line of the dashboard: a figure, its value and how many cases stand behind it. */
export interface Figure {
  figure: string;
  value: Money | number | string;
  /** A number's own form; a plain count where absent. */
  as?: 'percent';
  /** What the figure rests on; blank where it is a plan. */
  cases: number | '';
}

/** A group of figures. */
export interface Tile {
  id: string;
  title: string;
  figures: (board: Board) => Figure[];
}
