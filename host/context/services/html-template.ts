import { lent } from '../bridge';
import { exception } from '../exception';
import { facadeOf, type Thing } from '../facade';
import { escapeFor } from './html-escaping';
import { HtmlOutput } from './html-output';
import { PlaceReader } from './html-place';

type Renderer = (values: object, output: object, print: Print, raw: Print) => void;
type Print = (value: unknown) => void;

/** HtmlTemplate: html with `<? statements ?>`, `<?= escaped ?>` and `<?!= raw ?>`. */
export class HtmlTemplate implements Thing {
  readonly kind = 'HTML.HtmlTemplate';

  constructor(private readonly html: string) {}

  getRawContent(): string {
    return this.html;
  }

  getCode(): string {
    return codeOf(this.html);
  }

  getCodeWithComments(): string {
    return codeOf(this.html);
  }

  /** Runs the template; its variables are what the script has set on it. */
  evaluate(): HtmlOutput {
    const render = lent().compile(codeOf(this.html), 'template');
    if (typeof render !== 'function') throw exception(String(render));
    const reader = new PlaceReader();
    let html = '';
    const raw: Print = (value) => {
      const text = String(value);
      reader.read(text);
      html += text;
    };
    const print: Print = (value) => raw(escapeFor(reader.place, reader.quote, value));
    const output = { append: raw, appendUntrusted: print };
    (render as Renderer)({ ...facadeOf(this) }, output, print, raw);
    return new HtmlOutput(html);
  }
}

/** The template as the JavaScript that renders it. */
function codeOf(html: string): string {
  const parts = html.split(/(<\?!?=?[\s\S]*?\?>)/);
  const statements = parts.map((part) => {
    const scriptlet = /^<\?(!?=?)([\s\S]*)\?>$/.exec(part);
    if (!scriptlet) return part ? `__raw(${JSON.stringify(part)});` : '';
    const [, kind = '', code = ''] = scriptlet;
    if (!kind.endsWith('=')) return code;
    return `${kind === '=' ? '__print' : '__raw'}(${code.trim().replace(/;$/, '')});`;
  });
  const body = statements.join('\n');
  return `(function (__values, output, __print, __raw) { with (__values) { ${body} } })`;
}
