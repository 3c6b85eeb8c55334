import { lent } from './bridge';
import { exception } from './exception';

/**
 * Bytes travel inside the host as "binary" texts, one sign a byte. Scripts see Google's signed
 * bytes, in which 200 is -56.
 */
export function signedBytes(binary: string): number[] {
  const bytes = new Array<number>(binary.length);
  for (let at = 0; at < binary.length; at += 1) bytes[at] = (binary.charCodeAt(at) << 24) >> 24;
  return bytes;
}

/** The binary text of bytes that a script gave, signed or not. */
export function binaryOf(bytes: readonly number[]): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += 4096) {
    const part = bytes.slice(at, at + 4096).map((byte) => byte & 0xff);
    parts.push(String.fromCharCode(...part));
  }
  return parts.join('');
}

/** A text as binary in one of the character sets that Google names. */
export function encodeText(text: string, charset: string): string {
  return craft('encode', text, charset);
}

/** The text that a binary stands for; what is not valid becomes U+FFFD. */
export function decodeText(binary: string, charset: string): string {
  return craft('decode', binary, charset);
}

/** One of the worker's crafts; what it cannot do is an invalid argument. */
export function craft(name: string, ...args: string[]): string {
  const result = lent().craft(name, args);
  if (result === null) throw exception(`Invalid argument: ${args.at(-1) ?? ''}`);
  return result;
}
