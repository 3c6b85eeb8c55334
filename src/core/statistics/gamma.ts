/** Lanczos' coefficients for g = 7 and nine terms, good to 15 digits (Godfrey 2001). */
const LANCZOS = [
  676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
];

/** The logarithm of the gamma function; `x` above 0. */
export function lnGamma(x: number): number {
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - lnGamma(1 - x);
  const base = x - 1;
  const top = base + 7.5;
  let series = 0.99999999999980993;
  LANCZOS.forEach((coefficient, i) => (series += coefficient / (base + i + 1)));
  return 0.5 * Math.log(2 * Math.PI) + (base + 0.5) * Math.log(top) - top + Math.log(series);
}

/** The logarithm of the beta function. */
export function lnBeta(a: number, b: number): number {
  return lnGamma(a) + lnGamma(b) - lnGamma(a + b);
}
