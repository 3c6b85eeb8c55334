/** A value that a fill writes. */
export type Fill = string | number | boolean | Date;

const DAY = 86_400_000;

/**
 * What follows on some values, or goes before them when `count` is negative: numbers and dates go
 * on by their step, a text that ends in a number counts on, all else repeats. One number alone
 * repeats, one date goes on by days.
 */
export function filled(given: unknown[], count: number): Fill[] {
  const values = given as Fill[];
  const at = (step: number): Fill => {
    const index = count > 0 ? values.length + step : step - Math.abs(count);
    return seriesAt(values, index);
  };
  return Array.from({ length: Math.abs(count) }, (_, step) => at(step));
}

function seriesAt(values: Fill[], index: number): Fill {
  if (values.every((value) => typeof value === 'number')) return numberAt(values, index, 0);
  if (values.every((value) => value instanceof Date)) {
    return new Date(
      numberAt(
        values.map((date) => date.getTime()),
        index,
        DAY,
      ),
    );
  }
  const counted = values.map((value) => /^(.*?)(\d+)$/s.exec(String(value)));
  const [first] = counted;
  if (first && counted.every((match) => match?.[1] === first[1])) {
    const numbers = counted.map((match) => Number(match?.[2]));
    return `${first[1] ?? ''}${numberAt(numbers, index, 1)}`;
  }
  return values[((index % values.length) + values.length) % values.length] ?? '';
}

/** The straight line through the numbers, of which one alone goes on by `step`. */
function numberAt(numbers: number[], index: number, step: number): number {
  const { length } = numbers;
  const [first = 0] = numbers;
  if (length === 1) return first + step * index;
  const meanIndex = (length - 1) / 2;
  const mean = numbers.reduce((sum, number) => sum + number, 0) / length;
  let [over, under] = [0, 0];
  numbers.forEach((number, at) => {
    over += (at - meanIndex) * (number - mean);
    under += (at - meanIndex) ** 2;
  });
  return Number((mean + (over / under) * (index - meanIndex)).toPrecision(15));
}
