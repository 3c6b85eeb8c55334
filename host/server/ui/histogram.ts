import type { Chart } from '../../shared/cells';
import type { Table } from './chart-svg';

/** The numbers of each series counted into buckets of one size, about as many as their root. */
export function histogramOf({ options }: Chart, { categories, series }: Table): Table {
  // A chart of one column has its numbers where others have their categories.
  const columns = series.length ? series : [{ name: '', values: categories.map(Number) }];
  const numbers = columns.flatMap(({ values }) => values.filter((value) => value !== null));
  const [lowest, highest] = [Math.min(...numbers), Math.max(...numbers)];
  const wanted = Number(options['histogram.bucketSize'] ?? 0);
  const size = wanted > 0 ? wanted : niceSize((highest - lowest) / Math.sqrt(numbers.length || 1));
  const start = Math.floor(lowest / size) * size;
  const count = Math.floor((highest - start) / size) + 1;
  const buckets = Array.from({ length: Number.isFinite(count) ? count : 0 }, (_, at) => at);
  return {
    categories: buckets.map(
      (at) => `${round(start + at * size)}–${round(start + (at + 1) * size)}`,
    ),
    series: columns.map(({ name, values }) => ({
      name,
      values: buckets.map(
        (at) =>
          values.filter((value) => value !== null && Math.floor((value - start) / size) === at)
            .length,
      ),
    })),
  };
}

/** The next larger of 1, 2, 5, 10, 20, … */
function niceSize(size: number): number {
  if (!(size > 0)) return 1;
  const power = 10 ** Math.floor(Math.log10(size));
  return ([1, 2, 5].find((step) => step * power >= size) ?? 10) * power;
}

const round = (number: number): number => Number(number.toPrecision(12));
