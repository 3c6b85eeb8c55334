import type { MailFile } from '../../../shared/mail';
import { craft, signedBytes } from '../../bytes';
import type { Thing } from '../../facade';
import { Blob } from '../blob';

/** GmailAttachment: a file of a message; it can be used wherever a blob can. */
export class GmailAttachment implements Thing {
  readonly kind = 'Gmail.GmailAttachment';
  private readonly blob: Blob;

  constructor(file: MailFile) {
    this.blob = new Blob(craft('fromBase64', file.body), file.type, file.name);
  }

  getBlob(): Blob {
    return this.blob.copyBlob();
  }

  copyBlob(): Blob {
    return this.blob.copyBlob();
  }

  getAllBlobs(): Blob[] {
    return [this.blob];
  }

  getAs(contentType: string): Blob {
    return this.blob.getAs(contentType);
  }

  getBytes(): number[] {
    return this.blob.getBytes();
  }

  getContentType(): string | null {
    return this.blob.getContentType();
  }

  getDataAsString(charset = 'UTF-8'): string {
    return this.blob.getDataAsString(charset);
  }

  /** The SHA-1 of the content; that it is written in hex is unverified. */
  getHash(): string {
    const digest = signedBytes(craft('digest', this.blob.binary(), 'SHA_1'));
    return digest.map((byte) => (byte & 0xff).toString(16).padStart(2, '0')).join('');
  }

  getName(): string | null {
    return this.blob.getName();
  }

  getSize(): number {
    return this.blob.binary().length;
  }

  isGoogleType(): boolean {
    return this.blob.isGoogleType();
  }

  setBytes(bytes: number[]): Blob {
    return this.blob.setBytes(bytes);
  }

  setContentType(contentType: string | null): Blob {
    return this.blob.setContentType(contentType);
  }

  setContentTypeFromExtension(): Blob {
    return this.blob.setContentTypeFromExtension();
  }

  setDataFromString(text: string, charset = 'UTF-8'): Blob {
    return this.blob.setDataFromString(text, charset);
  }

  setName(name: string): Blob {
    return this.blob.setName(name);
  }
}
