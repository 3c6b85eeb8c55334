import { exception } from '../exception';

/** Utilities.formatString: the marks of sprintf that Google documents. */
export function formatString(template: string, values: readonly unknown[]): string {
  let used = 0;
  return template.replace(
    /%([-+ 0#]*)(\d+)?(?:\.(\d+))?([%a-zA-Z])/g,
    (
      _mark,
      flags: string,
      width: string | undefined,
      precision: string | undefined,
      kind: string,
    ) => {
      if (kind === '%') return '%';
      if (used >= values.length) throw exception(`Format specifier '%${kind}'`);
      const digits = precision === undefined ? null : Number(precision);
      const text = formatOne(kind, flags, digits, values[used]);
      used += 1;
      return pad(text, flags, Number(width ?? 0), kind);
    },
  );
}

function formatOne(kind: string, flags: string, digits: number | null, value: unknown): string {
  const number = Number(value);
  const sign = number >= 0 && flags.includes('+') ? '+' : '';
  switch (kind) {
    case 's':
      return digits === null ? String(value) : String(value).slice(0, digits);
    case 'd':
    case 'i':
      return sign + String(Math.trunc(number));
    case 'f':
      return sign + number.toFixed(digits ?? 6);
    case 'e':
      return sign + number.toExponential(digits ?? 6).replace(/e([+-])(\d)$/, 'e$10$2');
    case 'x':
      return Math.trunc(number).toString(16);
    case 'X':
      return Math.trunc(number).toString(16).toUpperCase();
    case 'o':
      return Math.trunc(number).toString(8);
    case 'c':
      return typeof value === 'number' ? String.fromCodePoint(value) : String(value).charAt(0);
    case 'b':
      return String(Boolean(value));
    default:
      throw exception(`Unknown format conversion: '%${kind}'`);
  }
}

function pad(text: string, flags: string, width: number, kind: string): string {
  if (flags.includes('-')) return text.padEnd(width);
  if (!flags.includes('0') || kind === 's') return text.padStart(width);
  const [, sign = '', digits = ''] = /^([+-]?)(.*)$/.exec(text) ?? [];
  return sign + digits.padStart(width - sign.length, '0');
}
