import Mustache from 'mustache';

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** An HTML template with its values, which are taken for text wherever they stand between quotes or tags. */
export function renderHtml(template: string, values: object): string {
  const escape = (value: unknown): string =>
    String(value).replace(/[&<>"']/g, (letter) => ENTITIES[letter] ?? letter);
  return Mustache.render(template, values, {}, { escape });
}
