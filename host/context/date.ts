import { instantOf, offsetAt } from '../shared/zone';
import { boot } from './bridge';

const NativeDate = Date;
const nativeFormat = Intl.DateTimeFormat;
const prototype = NativeDate.prototype;
const nativeNow = NativeDate.now.bind(NativeDate);
const nativeParse = NativeDate.parse.bind(NativeDate);
const getTime = native('getTime') as Native<[], number>;
const setTime = native('setTime') as Native<[number], number>;

/** Virtual now: the machine's clock plus what it has been moved by. */
export const now = (): number => nativeNow() + boot().ahead;

/** A moment as this context's Date; quicker than `new Date`, for whole blocks of cells. */
export const dateAt = (instant: number): Date => new NativeDate(instant);

/**
 * Makes this context's Date follow the virtual clock and the script's time zone. The machine itself
 * runs in UTC, so what JavaScript calls local time is computed here from the zone's offsets.
 */
export function installDate(): void {
  const { timeZone } = boot();
  const toShown = (instant: number): number => instant + offsetAt(timeZone, instant);
  replaceGetters(toShown);
  replaceSetters(toShown, (shown) => instantOf(timeZone, shown));
  replaceTexts(timeZone, toShown);
  globalThis.Date = zonedConstructor(timeZone);
  Intl.DateTimeFormat = zonedFormat(timeZone);
  replaceFormatDefaults();
}

const localParts = ['FullYear', 'Month', 'Date', 'Hours', 'Minutes', 'Seconds', 'Milliseconds'];

function define(name: string, value: (this: Date, ...args: never[]) => unknown): void {
  Object.defineProperty(value, 'name', { value: name });
  Object.defineProperty(prototype, name, { value, writable: true, configurable: true });
}

type Native<Args extends unknown[], Result> = (this: Date, ...args: Args) => Result;

/** A method of Date as it was before this file replaced any. */
function native(name: string): unknown {
  return Reflect.get(prototype, name);
}

function replaceGetters(toShown: (instant: number) => number): void {
  for (const part of [...localParts, 'Day']) {
    const read = native(`getUTC${part}`) as Native<[], number>;
    define(`get${part}`, function () {
      return read.call(new NativeDate(toShown(getTime.call(this))));
    });
  }
  define('getTimezoneOffset', function () {
    const instant = getTime.call(this);
    return (instant - toShown(instant)) / 60_000;
  });
  define('getYear', function () {
    return this.getFullYear() - 1900;
  });
}

function replaceSetters(
  toShown: (instant: number) => number,
  fromShown: (shown: number) => number,
): void {
  for (const part of localParts) {
    const write = native(`setUTC${part}`) as Native<number[], number>;
    define(`set${part}`, function (...args: number[]) {
      const instant = getTime.call(this);
      const startsAnew = part === 'FullYear' && Number.isNaN(instant);
      const shown = new NativeDate(startsAnew ? 0 : toShown(instant));
      return setTime.call(this, fromShown(write.apply(shown, args)));
    });
  }
}

const two = (value: number): string => String(value).padStart(2, '0');

function replaceTexts(timeZone: string, toShown: (instant: number) => number): void {
  const zoneName = new nativeFormat('en-US', { timeZone, timeZoneName: 'long' });
  const toUTCString = native('toUTCString') as Native<[], string>;

  const dateText = (date: Date): string => {
    const [weekday = '', day = '', month = '', year = ''] = toUTCString
      .call(new NativeDate(toShown(getTime.call(date))))
      .split(/,? /);
    return `${weekday} ${month} ${day} ${year}`;
  };
  const timeText = (date: Date): string => {
    const minutes = -date.getTimezoneOffset();
    const size = Math.abs(minutes);
    const offset = `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}${two(size % 60)}`;
    const name = zoneName.formatToParts(date).find(({ type }) => type === 'timeZoneName')?.value;
    const time = [date.getHours(), date.getMinutes(), date.getSeconds()].map(two).join(':');
    return `${time} GMT${offset} (${name ?? timeZone})`;
  };
  const valid = (text: (date: Date) => string) =>
    function (this: Date) {
      return Number.isNaN(getTime.call(this)) ? 'Invalid Date' : text(this);
    };
  define('toDateString', valid(dateText));
  define('toTimeString', valid(timeText));
  define(
    'toString',
    valid((date) => `${dateText(date)} ${timeText(date)}`),
  );
  for (const name of ['toLocaleString', 'toLocaleDateString', 'toLocaleTimeString']) {
    const original = native(name) as Native<[string?, Intl.DateTimeFormatOptions?], string>;
    define(name, function (locales?: string, options?: Intl.DateTimeFormatOptions) {
      return original.call(this, locales, { timeZone, ...options });
    });
  }
}

function zonedConstructor(timeZone: string): DateConstructor {
  const parse = (text: string): number => {
    const asUtc = nativeParse(text);
    return namesItsZone(text) ? asUtc : instantOf(timeZone, asUtc);
  };
  const instantFrom = (args: unknown[]): unknown => {
    if (args.length === 0) return now();
    if (args.length > 1) return instantOf(timeZone, NativeDate.UTC(...(args as [number, number])));
    const [only] = args;
    const isObject = typeof only === 'object' && only !== null && !(only instanceof NativeDate);
    const value = isObject ? only.valueOf() : only;
    return typeof value === 'string' ? parse(value) : value;
  };
  const zoned = new Proxy(NativeDate, {
    apply: () => new NativeDate(now()).toString(),
    construct: (target, args, newTarget) =>
      Reflect.construct(target, [instantFrom(args)], newTarget) as Date,
  });
  const hidden = { writable: true, enumerable: false, configurable: true };
  Object.defineProperty(NativeDate, 'now', { value: now, ...hidden });
  Object.defineProperty(NativeDate, 'parse', { value: parse, ...hidden });
  Object.defineProperty(prototype, 'constructor', { value: zoned, ...hidden });
  return zoned;
}

/** Whether a date's text says where it counts from; a bare ISO day counts from UTC. */
function namesItsZone(text: string): boolean {
  const trimmed = text.trim();
  if (/^[+-]?\d{4,6}(-\d\d){0,2}$/.test(trimmed)) return true;
  return /(Z|\b(GMT|UTC?|[ECMP][SD]T)\b.*|\d[+-]\d\d:?\d\d|\s[+-]\d{4})\s*(\(.*\))?$/i.test(
    trimmed,
  );
}

type Formatter = (date?: Date | number) => unknown;

/** Formatting without a date means now, and now is virtual. */
function replaceFormatDefaults(): void {
  const { prototype: formats } = nativeFormat;
  const original = Object.getOwnPropertyDescriptor(formats, 'format');
  Object.defineProperty(formats, 'format', {
    configurable: true,
    get(this: Intl.DateTimeFormat): Formatter {
      const format = original?.get?.call(this) as Formatter;
      return (date) => format(date ?? now());
    },
  });
  const toParts = Reflect.get(formats, 'formatToParts') as Formatter;
  Object.defineProperty(formats, 'formatToParts', {
    configurable: true,
    writable: true,
    value(this: Intl.DateTimeFormat, date?: Date | number): unknown {
      return toParts.call(this, date ?? now());
    },
  });
}

function zonedFormat(timeZone: string): typeof Intl.DateTimeFormat {
  const withZone = (args: unknown[]): unknown[] => {
    const options = (args[1] ?? {}) as Intl.DateTimeFormatOptions;
    return [args[0], { ...options, timeZone: options.timeZone ?? timeZone }];
  };
  return new Proxy(nativeFormat, {
    apply: (target, _self, args) =>
      Reflect.construct(target, withZone(args)) as Intl.DateTimeFormat,
    construct: (target, args, newTarget) =>
      Reflect.construct(target, withZone(args), newTarget) as Intl.DateTimeFormat,
  });
}
