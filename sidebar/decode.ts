/**
 * A file's text. UTF-16, which Excel calls “Unicode text”, says so by its first two bytes, or is told
 * by the blank halves of its letters; what is no UTF-8 is taken for what Western Windows programs write.
 */
export function decode(file: ArrayBuffer): string {
  const bytes = new Uint8Array(file);
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || isBlankAt(1, bytes)) return decoded('utf-16le', file);
  if ((first === 0xfe && second === 0xff) || isBlankAt(0, bytes)) return decoded('utf-16be', file);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(file);
  } catch {
    return decoded('windows-1252', file);
  }
}

function decoded(encoding: string, file: ArrayBuffer): string {
  return new TextDecoder(encoding).decode(file);
}

/** Whether one half of the first letters is blank and the other is not, as in UTF-16 of Western words. */
function isBlankAt(half: 0 | 1, bytes: Uint8Array): boolean {
  const start = bytes.slice(0, 64 - (bytes.length % 2));
  return (
    bytes.length > 3 &&
    bytes.length % 2 === 0 &&
    start.every((byte, i) => (i % 2 === half ? byte === 0 : byte !== 0))
  );
}
