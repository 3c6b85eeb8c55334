/**
 * Which UTF-16 a file's bytes are, which Excel calls “Unicode text”: it says so by its first two bytes,
 * or is told by the blank halves of its letters. Undefined for any other text.
 */
export function wideCharset(bytes: ArrayLike<number>): 'utf-16le' | 'utf-16be' | undefined {
  // Apps Script's bytes are signed.
  const [first = 0, second = 0] = Array.from({ length: 2 }, (_, i) => (bytes[i] ?? 0) & 0xff);
  if ((first === 0xff && second === 0xfe) || isBlankAt(1, bytes)) return 'utf-16le';
  if ((first === 0xfe && second === 0xff) || isBlankAt(0, bytes)) return 'utf-16be';
  return undefined;
}

/** Whether one half of the first letters is blank and the other is not, as in UTF-16 of Western words. */
function isBlankAt(half: 0 | 1, bytes: ArrayLike<number>): boolean {
  const start = Array.from({ length: Math.min(64, bytes.length) }, (_, i) => bytes[i] ?? 0);
  return (
    bytes.length > 3 &&
    bytes.length % 2 === 0 &&
    start.every((byte, i) => (i % 2 === half ? byte === 0 : byte !== 0))
  );
}
