import { sha256 } from 'js-sha256';

/** Lower-case letters and digits that nobody mistakes for one another. */
export const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789';

/** An id such as `C-k3m9…`, the same for the same parts, wherever and whenever it is derived. */
export function derivedId(prefix: string, ...parts: string[]): string {
  return `${prefix}-${spell(sha256.array(joined(parts)), 10)}`;
}

/** A UUID that is the same for the same parts; in the form of one made from a name. */
export function derivedUuid(...parts: string[]): string {
  const hex = sha256(joined(parts));
  const variant = '89ab'[parseInt(hex.charAt(16), 16) % 4] ?? '8';
  const groups = [hex.slice(0, 8), hex.slice(8, 12), `5${hex.slice(13, 16)}`];
  return [...groups, `${variant}${hex.slice(17, 20)}`, hex.slice(20, 32)].join('-');
}

/** The first `length` characters of a keyed digest of the parts, in the alphabet of links. */
export function mac(key: string, length: number, ...parts: string[]): string {
  return spell(sha256.hmac.array(key, joined(parts)), length);
}

/** The hex SHA-256 of a secret, for whoever must recognise it without keeping it. */
export function fingerprint(secret: string): string {
  return sha256(secret);
}

/** Parts are told apart by their length, so that ("ab","c") and ("a","bc") differ. */
function joined(parts: string[]): string {
  return parts.map((part) => `${part.length}:${part}`).join('|');
}

/** Bytes beyond the last whole multiple of the alphabet are passed over, so no letter is favoured. */
function spell(bytes: number[], length: number): string {
  const fair = 256 - (256 % ALPHABET.length);
  const letters = bytes
    .filter((byte) => byte < fair)
    .map((byte) => ALPHABET[byte % ALPHABET.length] ?? '')
    .join('');
  const missing = length - letters.length;
  return missing <= 0 ? letters.slice(0, length) : letters + spell(sha256.array(bytes), missing);
}
