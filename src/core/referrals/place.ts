import { spelledParameter, withParameter } from '../address';

/** A place in an affiliate address that a network sets aside for the affiliate's own mark. */
export interface Place {
  /** As the network calls it. */
  name: string;
  /** What stands there; blank where nothing does. */
  read: (destination: string) => string;
  /** The address with `mark` there, word for word; what else it holds stays as it is. */
  put: (destination: string, mark: string) => string;
}

/** A query parameter; `before` names one that must come after it. */
export function query(name: string, { before }: { before?: string } = {}): Place {
  return {
    name,
    read: (destination) => spelledParameter(destination, name) ?? '',
    put: (destination, mark) => withParameter(destination, name, mark, before),
  };
}

/** Several query parameters, each a place. */
export const queries = (...names: [string, ...string[]]): [Place, ...Place[]] => {
  const [first, ...others] = names;
  return [query(first), ...others.map((name) => query(name))];
};

/** A `name:value` segment of the path that must stand before the one that begins with `before:`. */
export function segment(name: string, before: string): Place {
  const own = new RegExp(`/${name}:([^/?#]*)`);
  return {
    name,
    read: (destination) => own.exec(destination)?.[1] ?? '',
    put: (destination, mark) => {
      const bare = destination.replace(own, '');
      const at = bare.indexOf(`/${before}:`);
      if (at >= 0) return `${bare.slice(0, at)}/${name}:${mark}${bare.slice(at)}`;
      const end = /[?#]/.exec(bare)?.index ?? bare.length;
      return `${bare.slice(0, end).replace(/\/$/, '')}/${name}:${mark}${bare.slice(end)}`;
    },
  };
}

/** The path's segment number `nth`, counted from 1, as its last. */
export function lastSegment(name: string, nth: number): Place {
  return {
    name,
    read: (destination) => segmentsOf(destination)[nth - 1] ?? '',
    put: (destination, mark) => {
      const [, origin = '', , rest = ''] = PARTS.exec(destination) ?? [];
      const path = [...segmentsOf(destination).slice(0, nth - 1), mark].join('/');
      return `${origin}/${path}${rest}`;
    },
  };
}

const PARTS = /^(https?:\/\/[^/?#]+)([^?#]*)(.*)$/is;

function segmentsOf(destination: string): string[] {
  const path = PARTS.exec(destination)?.[2] ?? '';
  return path.split('/').filter((part) => part !== '');
}

/** The place in an address that takes our mark, and what of the freelancer's own must give way. */
export function placeFor(
  { places }: { places: readonly [Place, ...Place[]] },
  destination: string,
): { place: Place; displaced: string } {
  const free = places.find((place) => place.read(destination) === '');
  const place = free ?? places[0];
  return { place, displaced: place.read(destination) };
}
