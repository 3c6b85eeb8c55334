import type { FormatRule, Gradient, GradientPoint, Value } from '../shared/cells';
import { rawValue } from './reading';
import type { Workbook } from './workbook';

/** Gives the colour of a number on the scale of a rule's gradient, among all its cells' numbers. */
export type Scale = (value: Value) => string | undefined;

export function scaleOf(workbook: Workbook, { ranges, gradient }: FormatRule): Scale {
  const numbers = ranges
    .flatMap((area) => workbook.tab(area.sheet)?.grid.read(area, rawValue).flat() ?? [])
    .filter((value) => typeof value === 'number')
    .sort((a, b) => a - b);
  const points = gradient ? placesOf(gradient, numbers) : [];
  return (value) => (typeof value === 'number' ? colorOn(points, value) : undefined);
}

type Place = [at: number, color: string];

function placesOf({ min, mid, max }: Gradient, numbers: number[]): Place[] {
  return [min, mid, max].flatMap((point) =>
    point ? [[placeOf(point, numbers), point.color] as Place] : [],
  );
}

function placeOf({ type, value }: GradientPoint, numbers: number[]): number {
  const lowest = numbers[0] ?? 0;
  const highest = numbers.at(-1) ?? 0;
  const wanted = Number(value.replace(/^=/, ''));
  switch (type) {
    case 'MIN':
      return lowest;
    case 'MAX':
      return highest;
    case 'PERCENT':
      return lowest + ((highest - lowest) * wanted) / 100;
    case 'PERCENTILE':
      return percentile(numbers, wanted / 100);
    default:
      return wanted;
  }
}

function percentile(numbers: number[], share: number): number {
  const at = (numbers.length - 1) * share;
  const below = numbers[Math.floor(at)] ?? 0;
  return below + ((numbers[Math.ceil(at)] ?? below) - below) * (at % 1);
}

function colorOn(points: Place[], value: number): string | undefined {
  const above = points.findIndex(([at]) => value <= at);
  if (above <= 0) return points.at(above)?.[1];
  const [low, high] = [points[above - 1], points[above]];
  if (!low || !high) return undefined;
  const share = high[0] === low[0] ? 1 : (value - low[0]) / (high[0] - low[0]);
  return mixed(low[1], high[1], share);
}

function mixed(from: string, to: string, share: number): string {
  const channels = [1, 3, 5].map((at) => {
    const [a, b] = [from, to].map((color) => parseInt(color.slice(at, at + 2), 16));
    return Math.round((a ?? 0) + ((b ?? 0) - (a ?? 0)) * share)
      .toString(16)
      .padStart(2, '0');
  });
  return `#${channels.join('')}`;
}
