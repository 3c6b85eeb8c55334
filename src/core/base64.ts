const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Base64 of text in Latin letters (bytes up to 255), as basic authentication wants it. */
export function base64(text: string): string {
  let coded = '';
  for (let at = 0; at < text.length; at += 3) {
    const bytes = [0, 1, 2].map((n) => text.charCodeAt(at + n) || 0);
    const [a = 0, b = 0, c = 0] = bytes;
    const places = [a >> 2, ((a & 3) << 4) | (b >> 4), ((b & 15) << 2) | (c >> 6), c & 63];
    const filled = Math.min(3, text.length - at) + 1;
    coded += places.map((place, n) => (n < filled ? (LETTERS[place] ?? '') : '=')).join('');
  }
  return coded;
}
