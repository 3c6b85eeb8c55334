import { escapeHtml } from '../../shared/html';
import { asText } from '../../shared/text';
import type { Place } from './html-place';

/** A value as `<?= ?>` writes it at some place of a page. Details of Google's way are unverified. */
export function escapeFor(place: Place, quote: string, value: unknown): string {
  const text = value === null || value === undefined ? '' : asText(value);
  switch (place) {
    case 'script':
      return quote ? withinQuotes(text, quote) : literal(value);
    case 'style':
      return text.replace(/[<>"'\\&();]/g, (sign) => `\\${hex(sign)} `);
    case 'url':
      return escapeHtml(harmlessUrl(text));
    case 'attribute':
      return quote ? escapeHtml(text) : escapeHtml(text).replace(/[\s=`]/g, entity);
    case 'text':
      return escapeHtml(text);
  }
}

const hex = (sign: string): string => sign.charCodeAt(0).toString(16);
const entity = (sign: string): string => `&#${sign.charCodeAt(0)};`;

function harmlessUrl(text: string): string {
  return /^\s*(javascript|vbscript|data):/i.test(text) ? 'about:invalid' : text;
}

/** Inside a script a value becomes a literal that cannot end the script. */
function literal(value: unknown): string {
  const text = JSON.stringify(value ?? null) as string | undefined;
  return (text ?? 'null').replace(/[<>&\u2028\u2029]/g, unicodeEscape);
}

function withinQuotes(text: string, quote: string): string {
  const inner = literal(text).slice(1, -1);
  return quote === '"' ? inner : inner.replaceAll('\\"', '"').replace(/['`$]/g, unicodeEscape);
}

const unicodeEscape = (sign: string): string => `\\u${hex(sign).padStart(4, '0')}`;
