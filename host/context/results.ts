import { exception } from './exception';
import { kindOf } from './facade';

/** A function's result for whoever ran it by name: whatever JSON can say of it. */
export function forCaller(value: unknown): unknown {
  return value === undefined || typeof value === 'function' ? null : value;
}

/**
 * A function's result for a page's google.script.run. Dates, functions and service objects are
 * refused wherever they stand; undefined becomes null in arrays and disappears from objects.
 */
export function forClient(value: unknown): unknown {
  if (value === undefined || value === null) return null;
  refuseIllegal(value, '');
  return value;
}

function refuseIllegal(value: unknown, path: string): void {
  const illegal =
    typeof value === 'function' || typeof value === 'symbol' || typeof value === 'bigint';
  if (illegal || value instanceof Date || kindOf(value) !== undefined) {
    // Unverified: on Google some of these reach the success handler as null.
    throw exception(`The script returned an illegal value${path ? ` in property: ${path}` : '.'}`);
  }
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) refuseIllegal(inner, key);
}
