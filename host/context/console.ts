import type { LogLine } from '../shared/job';
import { noted } from './bridge';
import { now } from './date';
import { asText } from '../shared/text';
import { kindOf } from './facade';

const timers = new Map<string, number>();

/** The script's console: lines go to the execution's log. */
export const scriptConsole = {
  log: (...values: unknown[]) => void write('DEBUG', values),
  info: (...values: unknown[]) => void write('INFO', values),
  warn: (...values: unknown[]) => void write('WARNING', values),
  error: (...values: unknown[]) => void write('ERROR', values),
  time: (label: string) => void timers.set(label, now()),
  timeEnd: (label: string): void => {
    const started = timers.get(label);
    if (started !== undefined) write('DEBUG', [`${label}: ${now() - started}ms`]);
    timers.delete(label);
  },
};

/** Adds a line to the execution's log. */
export function write(level: LogLine['level'], values: unknown[]): string {
  const text = format(values);
  noted().log.push({ level, text, at: now() });
  return text;
}

function format(values: unknown[]): string {
  const [first, ...rest] = values;
  if (typeof first !== 'string') return values.map(show).join(' ');
  const text = first.replace(/%[sdifjoO%]/g, (mark) => {
    if (mark === '%%') return '%';
    if (!rest.length) return mark;
    const value = rest.shift();
    if (mark === '%d' || mark === '%i') return String(Number(value));
    return mark === '%s' && typeof value !== 'object' ? asText(value) : show(value);
  });
  return [text, ...rest.map(show)].join(' ');
}

/** A value as the log shows it. Google's own way with nested objects differs in small things. */
function show(value: unknown): string {
  if (typeof value === 'string') return value;
  if (value instanceof Error) return value.stack ?? String(value);
  if (typeof value !== 'object' || value === null || kindOf(value)) return asText(value);
  if (value instanceof Date) return value.toString();
  try {
    return JSON.stringify(value);
  } catch {
    return Object.prototype.toString.call(value);
  }
}
