import type { FetchAnswer } from '../../shared/fetching';
import { craft, decodeText, signedBytes } from '../bytes';
import type { Thing } from '../facade';
import { Blob } from './blob';

type Received = Extract<FetchAnswer, { ok: true }>;

/** HTTPResponse: an answer as it came; header names keep their case. */
export class HTTPResponse implements Thing {
  readonly kind = 'URL_Fetch.HTTPResponse';
  private data: string | null = null;

  constructor(private readonly received: Received) {}

  getResponseCode(): number {
    return this.received.status;
  }

  /** Of a header that came more than once the last value counts. */
  getHeaders(): Record<string, string> {
    return Object.fromEntries(this.received.headers);
  }

  getAllHeaders(): Record<string, string | string[]> {
    const all: Record<string, string | string[]> = {};
    for (const [name, value] of this.received.headers) {
      const present = all[name];
      all[name] = present === undefined ? value : [present, value].flat();
    }
    return all;
  }

  getContent(): number[] {
    return signedBytes(this.binary());
  }

  getContentText(charset?: string): string {
    return decodeText(this.binary(), charset ?? this.declaredCharset() ?? 'UTF-8');
  }

  getBlob(): Blob {
    const type = this.contentType()?.split(';')[0]?.trim() ?? null;
    return new Blob(this.binary(), type, null);
  }

  getAs(contentType: string): Blob {
    return this.getBlob().getAs(contentType);
  }

  private binary(): string {
    this.data ??= craft('fromBase64', this.received.body);
    return this.data;
  }

  private contentType(): string | undefined {
    return this.received.headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1];
  }

  private declaredCharset(): string | undefined {
    return /charset="?([\w-]+)/i.exec(this.contentType() ?? '')?.[1];
  }
}
