/** Where in a page a value would stand; it decides how the value must be escaped. */
export type Place = 'text' | 'attribute' | 'url' | 'script' | 'style';

type Mode = 'text' | 'comment' | 'tag' | 'value' | 'script' | 'style';

const urlAttributes = /^(href|src|action|formaction|poster|data)$/i;

/** Follows a page as it is written and knows the place at which it stands open. */
export class PlaceReader {
  private mode: Mode = 'text';
  private word = '';
  private tagName = '';
  private attribute = '';
  /** The quote that stands open in an attribute's value or in a script. */
  quote = '';
  private started = false;

  get place(): Place {
    if (this.mode === 'script' || this.mode === 'style') return this.mode;
    if (this.mode === 'text' || this.mode === 'comment') return 'text';
    const isUrl = this.mode === 'value' && !this.started && urlAttributes.test(this.attribute);
    return isUrl ? 'url' : 'attribute';
  }

  read(html: string): void {
    let at = 0;
    while (at < html.length) at += this.step(html, at);
  }

  /** Takes the next sign, or a few at once, and tells how many. */
  private step(html: string, at: number): number {
    const sign = html.charAt(at);
    switch (this.mode) {
      case 'text':
        return this.inText(html, at);
      case 'comment':
        if (html.startsWith('-->', at)) this.mode = 'text';
        return 1;
      case 'tag':
        return this.inTag(sign);
      case 'value':
        return this.inValue(sign);
      case 'style':
      case 'script':
        return this.inRaw(html, at, sign);
    }
  }

  private inText(html: string, at: number): number {
    if (html.startsWith('<!--', at)) {
      this.mode = 'comment';
      return 4;
    }
    if (/^<[a-z/]/i.test(html.slice(at, at + 2))) {
      this.mode = 'tag';
      this.tagName = '';
      this.word = '';
    }
    return 1;
  }

  private inTag(sign: string): number {
    if (sign === '>') {
      const name = (this.tagName || this.word).toLowerCase();
      this.mode = name === 'script' || name === 'style' ? name : 'text';
      this.quote = '';
    } else if (sign === '=') {
      this.attribute = this.word;
      this.mode = 'value';
      this.quote = '';
      this.started = false;
    } else if (/\s/.test(sign)) {
      this.tagName ||= this.word;
      this.word = '';
    } else this.word += sign;
    return 1;
  }

  private inValue(sign: string): number {
    if (!this.started && !this.quote && /["']/.test(sign)) this.quote = sign;
    else if (this.quote ? sign === this.quote : /[\s>]/.test(sign)) {
      this.mode = 'tag';
      this.word = '';
      return this.quote ? 1 : 0;
    } else this.started = true;
    return 1;
  }

  private inRaw(html: string, at: number, sign: string): number {
    if (new RegExp(`^</${this.mode}`, 'i').test(html.slice(at, at + 8))) {
      this.mode = 'tag';
      this.tagName = '/';
      return 1;
    }
    if (this.mode === 'style') return 1;
    if (sign === '\\') return 2;
    if (this.quote) {
      if (sign === this.quote) this.quote = '';
    } else if (html.startsWith('//', at)) {
      return lengthUntil(html, at, '\n');
    } else if (html.startsWith('/*', at)) {
      return lengthUntil(html, at, '*/') + 2;
    } else if (/["'`]/.test(sign)) this.quote = sign;
    return 1;
  }
}

function lengthUntil(html: string, at: number, end: string): number {
  const found = html.indexOf(end, at);
  return (found < 0 ? html.length : found) - at;
}
