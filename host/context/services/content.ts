import { enumValue, type EnumValue } from '../enums';
import type { Thing } from '../facade';

/** ContentService: answers that are plain text of some kind. */
export class ContentService implements Thing {
  readonly kind = 'Content.ContentService';

  createTextOutput(content = ''): TextOutput {
    return new TextOutput(content);
  }
}

export class TextOutput implements Thing {
  readonly kind = 'Content.TextOutput';
  private mimeType = enumValue('Content.MimeType', 'TEXT');
  private fileName: string | null = null;

  constructor(private content: string) {}

  append(added: string): this {
    this.content += added;
    return this;
  }

  clear(): this {
    this.content = '';
    return this;
  }

  downloadAsFile(fileName: string): this {
    this.fileName = fileName;
    return this;
  }

  getContent(): string {
    return this.content;
  }

  getFileName(): string | null {
    return this.fileName;
  }

  getMimeType(): EnumValue {
    return this.mimeType;
  }

  setContent(content: string): this {
    this.content = content;
    return this;
  }

  setMimeType(mimeType: EnumValue): this {
    this.mimeType = mimeType;
    return this;
  }
}

/** What is sent as Content-Type for each of ContentService's kinds. */
export const contentTypes: Record<string, string> = {
  ATOM: 'application/atom+xml',
  CSV: 'text/csv',
  ICAL: 'text/calendar',
  JAVASCRIPT: 'application/javascript',
  JSON: 'application/json',
  RSS: 'application/rss+xml',
  TEXT: 'text/plain',
  VCARD: 'text/vcard',
  XML: 'text/xml',
};
