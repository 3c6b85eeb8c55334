import { createHash, createHmac, createSign, randomUUID } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { unzipSync, zipSync } from 'fflate';
import iconv from 'iconv-lite';

type Craft = (...args: string[]) => string;

const binary = (text: string): Buffer => Buffer.from(text, 'latin1');
const hashName = (algorithm: string): string =>
  algorithm
    .replace(/^(HMAC|RSA)_/, '')
    .replace(/^SHA_/, 'sha')
    .toLowerCase();

/** Work on texts and bytes for the scripts' side. Bytes are texts with one sign a byte. */
const crafts: Record<string, Craft> = {
  encode: (text = '', charset = '') => iconv.encode(text, charset).toString('latin1'),
  decode: (data = '', charset = '') => iconv.decode(binary(data), charset),
  toBase64: (data = '') => binary(data).toString('base64'),
  fromBase64: (text = '') => Buffer.from(text, 'base64').toString('latin1'),
  digest: (data = '', algorithm = '') =>
    createHash(hashName(algorithm)).update(binary(data)).digest().toString('latin1'),
  hmac: (data = '', key = '', algorithm = '') =>
    createHmac(hashName(algorithm), binary(key)).update(binary(data)).digest().toString('latin1'),
  rsa: (data = '', key = '', algorithm = '') =>
    createSign(hashName(algorithm)).update(binary(data)).sign(key).toString('latin1'),
  gzip: (data = '') => gzipSync(binary(data)).toString('latin1'),
  gunzip: (data = '') => gunzipSync(binary(data)).toString('latin1'),
  zip: (files = '') => {
    const named = JSON.parse(files) as [name: string, data: string][];
    const entries = named.map(([name, data]) => [name, binary(data)] as const);
    return Buffer.from(zipSync(Object.fromEntries(entries))).toString('latin1');
  },
  unzip: (data = '') => {
    const entries = Object.entries(unzipSync(binary(data)));
    const files = entries.filter(([name]) => !name.endsWith('/'));
    return JSON.stringify(
      files.map(([name, bytes]) => [name, Buffer.from(bytes).toString('latin1')]),
    );
  },
  uuid: () => randomUUID(),
};

/** Does one of the crafts, or gives null when it cannot be done. */
export function doCraft(name: string, args: string[]): string | null {
  try {
    return crafts[name]?.(...args) ?? null;
  } catch {
    return null;
  }
}
