import { wideCharset } from '../src/core/charset';

/** A file's text. What is neither UTF-16 nor UTF-8 is taken for what Western Windows programs write. */
export function decode(file: ArrayBuffer): string {
  const wide = wideCharset(new Uint8Array(file));
  if (wide !== undefined) return decoded(wide, file);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(file);
  } catch {
    return decoded('windows-1252', file);
  }
}

function decoded(encoding: string, file: ArrayBuffer): string {
  return new TextDecoder(encoding).decode(file);
}
