import { createHash, createHmac, createSign, randomUUID } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';

type Craft = (...args: string[]) => string;

const binary = (text: string): Buffer => Buffer.from(text, 'latin1');
const hashName = (algorithm: string): string =>
  algorithm
    .replace(/^(HMAC|RSA)_/, '')
    .replace(/^SHA_/, 'sha')
    .toLowerCase();

/** Work on texts and bytes for the scripts' side. Bytes are texts with one sign a byte. */
const crafts: Record<string, Craft> = {
  encode: (text = '', charset = '') => encode(text, charset).toString('latin1'),
  decode: (data = '', charset = '') => new TextDecoder(charset).decode(binary(data)),
  toBase64: (data = '') => binary(data).toString('base64'),
  fromBase64: (text = '') => Buffer.from(text, 'base64').toString('latin1'),
  digest: (data = '', algorithm = '') =>
    createHash(hashName(algorithm)).update(binary(data)).digest().toString('latin1'),
  hmac: (data = '', key = '', algorithm = '') =>
    createHmac(hashName(algorithm), binary(key)).update(binary(data)).digest().toString('latin1'),
  rsa: (data = '', algorithm = '', key = '') =>
    createSign(hashName(algorithm)).update(binary(data)).sign(key).toString('latin1'),
  gzip: (data = '') => gzipSync(binary(data)).toString('latin1'),
  gunzip: (data = '') => gunzipSync(binary(data)).toString('latin1'),
  uuid: () => randomUUID(),
};

function encode(text: string, charset: string): Buffer {
  const name = charset.toUpperCase().replace('_', '-');
  if (name === 'UTF-8') return Buffer.from(text, 'utf8');
  if (name === 'UTF-16LE') return Buffer.from(text, 'utf16le');
  const highest = name === 'US-ASCII' ? 0x7f : 0xff;
  const known = text.replace(/[^]/gu, (sign) =>
    (sign.codePointAt(0) ?? 0) > highest ? '?' : sign,
  );
  return Buffer.from(known, 'latin1');
}

/** Does one of the crafts, or gives null when it cannot be done. */
export function doCraft(name: string, args: string[]): string | null {
  try {
    return crafts[name]?.(...args) ?? null;
  } catch {
    return null;
  }
}
