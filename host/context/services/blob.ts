import { binaryOf, decodeText, encodeText, signedBytes } from '../bytes';
import { exception, notBuilt } from '../exception';
import type { Thing } from '../facade';
import { mimeTypes } from '../mime-types';

/** Anything that can be had as a blob. */
export interface BlobSource {
  getBlob(): Blob;
}

/** Blob: bytes with a name and a type. */
export class Blob implements Thing, BlobSource {
  readonly kind = 'Base.Blob';

  constructor(
    private data: string,
    private contentType: string | null,
    private name: string | null,
  ) {}

  static ofText(text: string, contentType: string | null, name: string | null): Blob {
    return new Blob(encodeText(text, 'UTF-8'), contentType, name);
  }

  /** The bytes as a binary text. */
  binary(): string {
    return this.data;
  }

  copyBlob(): Blob {
    return new Blob(this.data, this.contentType, this.name);
  }

  getAs(contentType: string): Blob {
    const own = this.contentType ?? '';
    if (own !== contentType && !contentType.startsWith('text/')) {
      if (isConvertible(own, contentType)) throw notBuilt(`Blob.getAs(${contentType})`);
      throw exception(`Converting from ${own} to ${contentType} is not supported.`);
    }
    return new Blob(this.data, contentType, this.name);
  }

  getAllBlobs(): Blob[] {
    return [this];
  }

  getBlob(): Blob {
    return this.copyBlob();
  }

  getBytes(): number[] {
    return signedBytes(this.data);
  }

  getContentType(): string | null {
    return this.contentType;
  }

  getDataAsString(charset = 'UTF-8'): string {
    return decodeText(this.data, charset);
  }

  getName(): string | null {
    return this.name;
  }

  isGoogleType(): boolean {
    return this.contentType?.startsWith('application/vnd.google-apps') ?? false;
  }

  setBytes(bytes: number[]): this {
    this.data = binaryOf(bytes);
    return this;
  }

  setContentType(contentType: string | null): this {
    this.contentType = contentType;
    return this;
  }

  setContentTypeFromExtension(): this {
    const extension = this.name?.split('.').at(-1)?.toUpperCase() ?? '';
    const byExtension: Record<string, string> = {
      ...mimeTypes,
      TXT: 'text/plain',
      JPG: 'image/jpeg',
    };
    this.contentType = byExtension[extension] ?? this.contentType;
    return this;
  }

  setDataFromString(text: string, charset = 'UTF-8'): this {
    this.data = encodeText(text, charset);
    return this;
  }

  setName(name: string): this {
    this.name = name;
    return this;
  }
}

/** Whether Google can do it: pictures into one another, and texts into PDF. */
function isConvertible(from: string, to: string): boolean {
  const picture = /^image\/(bmp|gif|jpeg|png)$/;
  if (picture.test(from) && picture.test(to)) return true;
  return to === 'application/pdf' && /^(text|image)\/|officedocument/.test(from);
}
