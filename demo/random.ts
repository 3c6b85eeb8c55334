/** Chance that can be repeated: all that is drawn follows from the seed. */
export interface Chance {
  /** A number from 0 up to, but not including, 1. */
  next: () => number;
  /** A whole number from `least` to `most`, both possible. */
  whole: (least: number, most: number) => number;
  /** True in `probability` of all draws. */
  happens: (probability: number) => boolean;
  /** One of a list that is not empty. */
  pick: <T>(from: readonly T[]) => T;
  /** The same list in another order. */
  shuffled: <T>(from: readonly T[]) => T[];
}

/**
 * A generator for the seed and what it is used for. Naming the use keeps draws apart: one more
 * draw for a client's name does not change anybody's website.
 */
export function chance(...seed: (string | number)[]): Chance {
  const next = mulberry32(hash(seed.join('\u0000')));
  const whole = (least: number, most: number): number =>
    least + Math.floor(next() * (most - least + 1));
  return {
    next,
    whole,
    happens: (probability) => next() < probability,
    pick: (from) => {
      const picked = from[whole(0, from.length - 1)];
      if (picked === undefined) throw new Error('cannot pick from an empty list');
      return picked;
    },
    shuffled: (from) =>
      from
        .map((value) => ({ value, place: next() }))
        .sort((a, b) => a.place - b.place)
        .map(({ value }) => value),
  };
}

/** FNV-1a over UTF-16 units, stirred at the end so that like seeds start far apart. */
function hash(text: string): number {
  let state = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) {
    state = Math.imul(state ^ text.charCodeAt(at), 0x01000193);
  }
  state = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
  state = Math.imul(state ^ (state >>> 13), 0xc2b2ae35);
  return state ^ (state >>> 16);
}

/** Tommy Ettinger's mulberry32: 32 bits of state are plenty for a made-up world. */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
