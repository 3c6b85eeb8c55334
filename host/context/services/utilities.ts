import { parseCsv } from '../../shared/csv';
import { formatDate, parseDate } from '../../shared/date-pattern';
import { call, lent } from '../bridge';
import { binaryOf, craft, encodeText, signedBytes } from '../bytes';
import { enumValue, type EnumValue } from '../enums';
import { exception, notBuilt } from '../exception';
import type { Thing } from '../facade';
import { describeArguments } from '../fits';
import { Blob, type BlobSource } from './blob';
import { formatString } from './format-string';

type Data = string | number[];

const charsets: Record<string, string> = { US_ASCII: 'US-ASCII', UTF_8: 'UTF-8' };

/** Utilities: encodings, digests, dates and other small things. */
export class Utilities implements Thing {
  readonly kind = 'Utilities.Utilities';

  base64Encode(data: Data, charset?: EnumValue): string {
    return craft('toBase64', binary(data, charset, 'UTF-8'));
  }

  base64EncodeWebSafe(data: Data, charset?: EnumValue): string {
    return this.base64Encode(data, charset).replace(/\+/g, '-').replace(/\//g, '_');
  }

  /** A character set given here changes nothing: bytes come back. */
  base64Decode(encoded: string): number[] {
    if (!/^[A-Za-z0-9+/\s]*={0,2}\s*$/.test(encoded)) throw exception('Could not decode string.');
    return signedBytes(craft('fromBase64', encoded));
  }

  base64DecodeWebSafe(encoded: string): number[] {
    if (!/^[\w+/\s-]*={0,2}\s*$/.test(encoded)) throw exception('Could not decode string.');
    return signedBytes(craft('fromBase64', encoded));
  }

  computeDigest(algorithm: EnumValue, value: Data, charset?: EnumValue): number[] {
    if (algorithm.name() === 'MD2') throw notBuilt('Utilities.computeDigest(MD2)');
    return signedBytes(craft('digest', binary(value, charset), algorithm.name()));
  }

  computeHmacSha256Signature(value: Data, key: Data, charset?: EnumValue): number[] {
    const algorithm = enumValue('Utilities.MacAlgorithm', 'HMAC_SHA_256');
    return this.computeHmacSignature(algorithm, value, key, charset);
  }

  computeHmacSignature(
    algorithm: EnumValue,
    value: Data,
    key: Data,
    charset?: EnumValue,
  ): number[] {
    const texts = [binary(value, charset), binary(key, charset)] as const;
    return signedBytes(craft('hmac', ...texts, algorithm.name()));
  }

  computeRsaSha1Signature(value: string, key: string, charset?: EnumValue): number[] {
    return this.rsa('RSA_SHA_1', value, key, charset);
  }

  computeRsaSha256Signature(value: string, key: string, charset?: EnumValue): number[] {
    return this.rsa('RSA_SHA_256', value, key, charset);
  }

  computeRsaSignature(
    algorithm: EnumValue,
    value: string,
    key: string,
    charset?: EnumValue,
  ): number[] {
    return this.rsa(algorithm.name(), value, key, charset);
  }

  private rsa(algorithm: string, value: string, key: string, charset?: EnumValue): number[] {
    const signature = lent().craft('rsa', [binary(value, charset), key, algorithm]);
    if (signature === null) throw exception('Invalid argument: key');
    return signedBytes(signature);
  }

  formatDate(date: Date | null, timeZone: string | null, format: string | null): string {
    if (!date || timeZone === null || format === null) {
      const given = describeArguments([date, timeZone, format]);
      throw exception(
        `The parameters (${given}) don't match the method signature for Utilities.formatDate.`,
      );
    }
    try {
      return formatDate(date.getTime(), timeZone, format);
    } catch (reason) {
      // Unverified wording.
      throw exception((reason as Error).message);
    }
  }

  parseDate(date: string, timeZone: string, format: string): Date {
    const instant = parseDate(date, timeZone, format);
    if (instant === null) throw exception(`Unparseable date: "${date}"`);
    return new Date(instant);
  }

  formatString(template: string, ...values: unknown[]): string {
    return formatString(template, values);
  }

  getUuid(): string {
    return craft('uuid');
  }

  gzip(blob: BlobSource, name?: string): Blob {
    const source = blob.getBlob();
    const zipped = craft('gzip', source.binary());
    return new Blob(zipped, 'application/x-gzip', name ?? `${source.getName() ?? 'archive'}.gz`);
  }

  ungzip(blob: BlobSource): Blob {
    const source = blob.getBlob();
    const name = source.getName()?.replace(/\.gz$/, '') ?? null;
    const data = lent().craft('gunzip', [source.binary()]);
    // Unverified wording.
    if (data === null) throw exception('Invalid argument: blob');
    return new Blob(data, null, name);
  }

  /** All files in one; each must have a name of its own. */
  zip(blobs: BlobSource[], name = 'archive.zip'): Blob {
    const files = blobs.map((source): [string | null, string] => {
      const blob = source.getBlob();
      return [blob.getName(), blob.binary()];
    });
    const names = files.map(([file]) => file);
    if (names.includes(null)) {
      throw exception('Blob object must have non-null name for this operation.');
    }
    const twice = names.find((file, at) => names.indexOf(file) !== at);
    // Unverified wording.
    if (twice !== undefined) throw exception(`Duplicate file name: ${twice ?? ''}`);
    return new Blob(craft('zip', JSON.stringify(files)), 'application/zip', name);
  }

  /** The files of an archive, typed by their extension (unverified). */
  unzip(blob: BlobSource): Blob[] {
    const listed = lent().craft('unzip', [blob.getBlob().binary()]);
    // Unverified wording.
    if (listed === null) throw exception('Invalid argument: blob');
    const files = JSON.parse(listed) as [name: string, data: string][];
    return files.map(([name, data]) => new Blob(data, null, name).setContentTypeFromExtension());
  }

  jsonParse(text: string): unknown {
    return JSON.parse(text);
  }

  jsonStringify(value: unknown): string {
    return JSON.stringify(value);
  }

  newBlob(data: Data, contentType: string | null = null, name: string | null = null): Blob {
    return new Blob(
      typeof data === 'string' ? encodeText(data, 'UTF-8') : binaryOf(data),
      contentType,
      name,
    );
  }

  parseCsv(csv: string, delimiter = ','): string[][] {
    return parseCsv(csv, delimiter);
  }

  sleep(milliseconds: number): void {
    if (milliseconds < 0 || milliseconds > 300_000) {
      // Unverified wording.
      throw exception('Invalid argument: milliseconds');
    }
    call('engine.sleep', { milliseconds });
  }
}

/** Google takes the text of a digest or signature as US-ASCII unless told otherwise. */
function binary(data: Data, charset?: EnumValue, usual = 'US-ASCII'): string {
  if (typeof data !== 'string') return binaryOf(data);
  return encodeText(data, charset ? (charsets[charset.name()] ?? usual) : usual);
}
