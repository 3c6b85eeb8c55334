import utf8 from 'utf8';

/** A text's UTF-8 bytes in hex. */
export function hexOf(text: string): string {
  return Array.from(utf8.encode(text), (byte) =>
    byte.charCodeAt(0).toString(16).padStart(2, '0'),
  ).join('');
}

/** The text that hex digits stand for; blank where they stand for none. */
export function textOf(hex: string): string {
  if (!/^(?:[0-9a-f]{2})+$/.test(hex)) return '';
  const bytes = hex.match(/../g) ?? [];
  try {
    return utf8.decode(bytes.map((byte) => String.fromCharCode(parseInt(byte, 16))).join(''));
  } catch {
    return '';
  }
}
