import { sha256 } from 'js-sha256';

/** A number from 0 up to, but not including, 1; each call the next one. */
export type Chance = () => number;

/**
 * Chance that can be repeated: the same parts give the same numbers, wherever and whenever. The
 * generator is Chris Doty-Humphrey's sfc32 (PractRand), seeded by SHA-256.
 */
export function chanceFrom(...parts: string[]): Chance {
  const bytes = sha256.array(parts.map((part) => `${part.length}:${part}`).join('|'));
  const word = (at: number): number =>
    bytes.slice(4 * at, 4 * at + 4).reduce((said, byte) => (said << 8) | byte, 0);
  return sfc32(word(0), word(1), word(2), 1);
}

function sfc32(a: number, b: number, c: number, count: number): Chance {
  return () => {
    const mixed = (((a + b) | 0) + count) | 0;
    count = (count + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + mixed) | 0;
    return (mixed >>> 0) / 2 ** 32;
  };
}
