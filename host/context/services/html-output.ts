import { escapeHtml } from '../../shared/html';
import type { HtmlPage } from '../../shared/page';
import type { EnumValue } from '../enums';
import { exception } from '../exception';
import type { Thing } from '../facade';
import { Blob } from './blob';
import { HtmlTemplate } from './html-template';

/** The meta tags that a page may have, from Google's reference. */
const metaNames = [
  'apple-mobile-web-app-capable',
  'google-site-verification',
  'mobile-web-app-capable',
  'viewport',
];

/** HtmlOutput: a page, sidebar or dialog in the making. */
export class HtmlOutput implements Thing {
  readonly kind = 'HTML.HtmlOutput';
  private readonly data: HtmlPage;

  constructor(html: string) {
    this.data = {
      html,
      title: '',
      favicon: '',
      metas: [],
      width: null,
      height: null,
      framing: 'DEFAULT',
    };
  }

  page(): HtmlPage {
    return this.data;
  }

  addMetaTag(name: string, content: string): this {
    if (!metaNames.includes(name)) {
      // Unverified wording.
      throw exception('The specified meta tag cannot be used in this context.');
    }
    this.data.metas.push({ name, content });
    return this;
  }

  append(added: string): this {
    this.data.html += added;
    return this;
  }

  appendUntrusted(added: string): this {
    return this.append(escapeHtml(added));
  }

  asTemplate(): HtmlTemplate {
    return new HtmlTemplate(this.data.html);
  }

  clear(): this {
    return this.setContent('');
  }

  getAs(contentType: string): Blob {
    return this.getBlob().getAs(contentType);
  }

  getBlob(): Blob {
    return Blob.ofText(this.data.html, 'text/html', 'output.html');
  }

  getContent(): string {
    return this.data.html;
  }

  getFaviconUrl(): string | null {
    return this.data.favicon || null;
  }

  getHeight(): number | null {
    return this.data.height;
  }

  getMetaTags(): MetaTag[] {
    return this.data.metas.map(({ name, content }) => new MetaTag(name, content));
  }

  getTitle(): string | null {
    return this.data.title || null;
  }

  getWidth(): number | null {
    return this.data.width;
  }

  setContent(content: string): this {
    this.data.html = content;
    return this;
  }

  setFaviconUrl(url: string): this {
    this.data.favicon = url;
    return this;
  }

  setHeight(height: number): this {
    this.data.height = height;
    return this;
  }

  /** Without effect since 2016: every page is an IFRAME one. */
  setSandboxMode(): this {
    return this;
  }

  setTitle(title: string): this {
    this.data.title = title;
    return this;
  }

  setWidth(width: number): this {
    this.data.width = width;
    return this;
  }

  setXFrameOptionsMode(mode: EnumValue): this {
    this.data.framing = mode.name();
    return this;
  }
}

class MetaTag implements Thing {
  readonly kind = 'HTML.HtmlOutputMetaTag';

  constructor(
    private readonly name: string,
    private readonly content: string,
  ) {}

  getName(): string {
    return this.name;
  }

  getContent(): string {
    return this.content;
  }
}
