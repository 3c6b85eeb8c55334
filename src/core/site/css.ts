import { colord, extend } from 'colord';
import names from 'colord/plugins/names';

/** What style sheets declare, whatever rule it stands in. */

/** A value, and how often it is declared. */
export interface Declared {
  value: string;
  times: number;
}

extend([names]);

/** The distinct colours, as `#rrggbb` without their transparency, the most frequent first. */
export function coloursIn(css: string[]): Declared[] {
  return counted(
    css.flatMap(declarations).flatMap(([property, value]) => {
      if (/^(font|content|animation|transition|grid|src)/.test(property)) return [];
      const tokens = value.match(
        /#[\da-f]{3,8}\b|\b(?:rgb|hsl)a?\([^)]*\)|(?<![\w-])[a-z]+\b(?!-)/g,
      );
      return (tokens ?? []).flatMap(colourOf);
    }),
  );
}

/** The distinct font families that come first in a declaration, as written, the most frequent first. */
export function fontsIn(css: string[]): Declared[] {
  const all = css.flatMap(declarations);
  const custom = new Map(all.filter(([property]) => property.startsWith('--')));
  return counted(
    all.flatMap(([property, value]) => {
      if (property !== 'font-family' && property !== 'font') return [];
      const families = property === 'font' ? SHORTHAND.exec(value)?.[1] : value;
      const [, variable] = /^var\(\s*(--[\w-]+)/.exec(families ?? '') ?? [];
      const said = variable === undefined ? families : custom.get(variable);
      const first = (said ?? '').split(',')[0] ?? '';
      const name = first
        .replace(/!\s*important/, '')
        .replace(/["']/g, '')
        .trim();
      return isFont(name) ? [name] : [];
    }),
  );
}

/** Families follow the size in the property `font`. */
const SHORTHAND = /(?:\d[\w.%]*|\)|small|medium|large)(?:\s*\/\s*[\w.%]+)?\s+([^\d].*)$/;

/** Names that leave the choice to the browser, or to what is around. */
const GENERIC =
  /^(serif|sans-serif|monospace|cursive|fantasy|math|emoji|system-ui|ui-[\w-]+|inherit|initial|unset|revert|-apple-system|blinkmacsystemfont)$/;

/** A family of letters: icons come in fonts, too. */
function isFont(name: string): boolean {
  return (
    /^[\p{L}\d][\p{L}\d _-]*$/u.test(name) &&
    !GENERIC.test(name) &&
    !/icon|awesome|glyph|symbol/.test(name)
  );
}

function colourOf(token: string): string[] {
  const colour = colord(token);
  if (!colour.isValid() || colour.alpha() === 0) return [];
  return [colour.alpha(1).toHex()];
}

/** Property and value of each declaration, in small letters; what comments and addresses hold is none. */
function declarations(css: string): [string, string][] {
  const plain = css
    .toLowerCase()
    .replace(/\/\*[\s\S]*?(\*\/|$)/g, ' ')
    .replace(/url\((?:"[^"]*"|'[^']*'|[^)]*)\)/g, ' ');
  return [...plain.matchAll(/(?<=^|[;{\s])(-{0,2}[a-z][\w-]*)\s*:\s*([^;{}]+)(?=[;}]|$)/g)].map(
    ([, property = '', value = '']) => [property, value.trim()],
  );
}

function counted(values: string[]): Declared[] {
  const times = new Map<string, number>();
  for (const value of values) times.set(value, (times.get(value) ?? 0) + 1);
  return [...times]
    .map(([value, count]) => ({ value, times: count }))
    .sort((a, b) => b.times - a.times);
}
