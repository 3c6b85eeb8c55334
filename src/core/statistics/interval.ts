/** A figure with the range that it most likely lies in. */
export interface Range {
  low: number;
  high: number;
}

/** The normal distribution's point that leaves 2.5 % above it. */
const Z_95 = 1.959963984540054;

/** Wilson's 95 % interval of a share, from 0 to 1; without any case it is all there is. */
export function wilson(hits: number, cases: number): Range {
  if (cases <= 0) return { low: 0, high: 1 };
  const share = hits / cases;
  const square = Z_95 ** 2 / cases;
  const centre = share + square / 2;
  const spread = Z_95 * Math.sqrt((share * (1 - share)) / cases + square / (4 * cases));
  return {
    low: hits === 0 ? 0 : (centre - spread) / (1 + square),
    high: hits === cases ? 1 : (centre + spread) / (1 + square),
  };
}

/** The value below which a share of the values lies, between two of them where need be; 0 of none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const place = share * (sorted.length - 1);
  const below = sorted[Math.floor(place)] ?? 0;
  const above = sorted[Math.ceil(place)] ?? below;
  return below + (above - below) * (place - Math.floor(place));
}

/** The range that holds the middle 80 % of what was drawn. */
export function middle80(values: readonly number[]): Range {
  return { low: quantile(values, 0.1), high: quantile(values, 0.9) };
}
