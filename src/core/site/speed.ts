/** One run of Google's test phone: milliseconds, and the share of the screen that moved. */
export interface LabRun {
  largestPaint: number;
  shift: number;
  blocking: number;
}

/** What Chrome's users met in the last weeks, at the 75th percentile, as far as there are enough of them. */
export interface FieldData {
  largestPaint?: number;
  shift?: number;
  interaction?: number;
}

/** A figure with where it is from: Chrome's users, or the test phone. */
export interface SpeedFigure {
  value: number;
  source: 'field' | 'lab';
}

/** How fast a page is; what nobody measured is undefined. */
export interface SpeedFact {
  largestPaint: SpeedFigure | undefined;
  shift: SpeedFigure | undefined;
  /** How soon it answers a tap: INP from the field, total blocking time from the test phone. */
  answer: SpeedFigure | undefined;
}

/** Runs that make a figure. */
export const RUNS = 3;

/** How a letter names a source. */
export const SOURCES: Record<SpeedFigure['source'], string> = {
  field: 'Chrome UX Report',
  lab: 'Lighthouse',
};

/** The figures of a page: visitors' own where there are any, else the median of the runs. */
export function speedOf(runs: LabRun[], field: FieldData): SpeedFact | undefined {
  if (runs.length < RUNS) return undefined;
  const figure = (own: number | undefined, of: (run: LabRun) => number): SpeedFigure =>
    own === undefined
      ? { value: median(runs.map(of)), source: 'lab' }
      : { value: own, source: 'field' };
  return {
    largestPaint: figure(field.largestPaint, (run) => run.largestPaint),
    shift: figure(field.shift, (run) => run.shift),
    answer: figure(field.interaction, (run) => run.blocking),
  };
}

/** The middle value; of an even number the lower of the two. */
function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
}
