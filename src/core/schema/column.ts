import { type Day, dayOf, type Instant, parseDay, parseInstant, startOf } from '../calendar';
import { currencyCode, fromMajor, type Money, parseAmount, toMajor } from '../money';
import { cut, Problem } from '../problem';

/** What a sheet hands out and takes for one cell; an empty cell is `''`. */
export type Cell = string | number | boolean | Date;

/** What is needed to read or write a row's cells. */
export interface CellContext {
  /** IANA name of the workbook's time zone. */
  zone: string;
  /** The freelancer's own currency. */
  home: string;
  /** The same row's cell under another header. */
  sibling: (header: string) => Cell;
}

/** Who fills a column: a person, the system once, or the system anew at each rollup. */
export type Author = 'person' | 'system' | 'rollup';

export interface ColumnLook {
  help: string;
  by?: Author;
  /** Pixels. */
  width?: number;
  /** Offered in a dropdown; what is not among them is refused only where the kind says so. */
  choices?: readonly string[];
  /** Long text that should wrap. */
  wrap?: boolean;
  /** Says something about a person; emptied in the rows of a client who is to be forgotten. */
  personal?: true;
}

/** One column: its header, how its cells look, and how a cell becomes a value and back. */
export interface Column<T> extends ColumnLook {
  header: string;
  by: Author;
  /** The sheet's number format; `@` keeps text as it was written. */
  format: string;
  align?: 'left' | 'right' | 'center';
  blank: T;
  /** Throws a `Problem` where the cell cannot be read. */
  decode: (cell: Cell, context: CellContext) => T;
  encode: (value: T) => Cell;
}

const TEXT = '@';

type Kind<T> = Pick<Column<T>, 'format' | 'blank' | 'decode' | 'encode' | 'align'>;

function column<T>(header: string, look: ColumnLook, kind: Kind<T>): Column<T> {
  return { by: 'person', ...look, header, ...kind };
}

/** Text, byte for byte. */
export function text(header: string, look: ColumnLook): Column<string> {
  return column(header, look, {
    format: TEXT,
    blank: '',
    decode: (cell, { zone }) => asText(cell, zone),
    encode: (value) => value,
  });
}

/** One of the choices or blank; upper and lower case are the same. */
export function choice<const C extends string>(
  header: string,
  look: Omit<ColumnLook, 'choices'> & { choices: readonly C[] },
): Column<C | ''> {
  return column<C | ''>(header, look, {
    format: TEXT,
    blank: '',
    decode: (cell, { zone }) => {
      const said = asText(cell, zone).trim();
      if (said === '') return '';
      const found = look.choices.find((known) => known.toLowerCase() === said.toLowerCase());
      if (found !== undefined) return found;
      throw new Problem({
        code: 'not-a-choice',
        sentence: `“${cut(said)}” is not one of the choices.`,
        remedy: `Pick one of: ${look.choices.join(', ')}.`,
      });
    },
    encode: (value) => value,
  });
}

/** Several words or phrases, parted by commas. */
export function list(header: string, look: ColumnLook): Column<string[]> {
  return column<string[]>(header, look, {
    format: TEXT,
    blank: [],
    decode: (cell, { zone }) =>
      asText(cell, zone)
        .split(/[,，、;；\n]/)
        .map((part) => part.trim())
        .filter((part) => part !== ''),
    encode: (value) => value.join(', '),
  });
}

/** `yes` or `no`; blank is the `blank` given. */
export function yesNo(header: string, look: ColumnLook & { blank: boolean }): Column<boolean> {
  return column<boolean>(
    header,
    { ...look, choices: ['yes', 'no'] },
    {
      format: TEXT,
      align: 'center',
      blank: look.blank,
      decode: (cell) => {
        if (typeof cell === 'boolean') return cell;
        const said = String(cell).trim().toLowerCase();
        if (said === '') return look.blank;
        if (said === 'yes' || said === 'true') return true;
        if (said === 'no' || said === 'false') return false;
        throw new Problem({
          code: 'not-yes-or-no',
          sentence: `“${cut(said)}” is neither yes nor no.`,
          remedy: 'Pick yes or no.',
        });
      },
      encode: (value) => (value ? 'yes' : 'no'),
    },
  );
}

/** A number, or null where the cell is empty. */
export function number(
  header: string,
  look: ColumnLook & { format: string },
): Column<number | null> {
  return column<number | null>(header, look, {
    format: look.format,
    align: 'right',
    blank: null,
    decode: (cell) => {
      if (cell === '') return null;
      const value = typeof cell === 'string' ? Number(cell.trim() || NaN) : cell;
      if (typeof value === 'number' && Number.isFinite(value)) return value;
      throw new Problem({
        code: 'not-a-number',
        sentence: `“${cut(shown(cell))}” is not a number.`,
        remedy: 'Write it in digits, like 12.',
      });
    },
    encode: (value) => value ?? '',
  });
}

/** What a formula of ours comes to: a number, or the words that stand there while it comes to none. */
export function computed(
  header: string,
  look: ColumnLook & { format: string },
): Column<number | string | null> {
  return column<number | string | null>(header, look, {
    format: look.format,
    align: 'right',
    blank: null,
    decode: (cell) => (cell === '' ? null : typeof cell === 'number' ? cell : shown(cell)),
    encode: (value) => value ?? '',
  });
}

/** A whole number from 0 up; empty is 0. */
export function count(header: string, look: ColumnLook): Column<number> {
  const plain = number(header, { ...look, format: '0' });
  return {
    ...plain,
    blank: 0,
    decode: (cell, context) => {
      const value = plain.decode(cell, context) ?? 0;
      if (Number.isInteger(value) && value >= 0) return value;
      throw new Problem({
        code: 'not-a-count',
        sentence: `“${cut(shown(cell))}” is not a whole number from 0 up.`,
        remedy: 'Write it in digits, like 12.',
      });
    },
    encode: (value) => value,
  };
}

/** Where an amount's currency stands: under another header, or it is the home currency. */
type CurrencyPlace = { header: string; blank?: 'home' } | 'home';

/** Major units in the cell. */
export function money(
  header: string,
  look: ColumnLook & { currency: CurrencyPlace },
): Column<Money | null> {
  return column<Money | null>(header, look, {
    format: '#,##0.00',
    align: 'right',
    blank: null,
    decode: (cell, context) => {
      if (cell === '') return null;
      const currency = currencyCode(currencyBeside(look.currency, context));
      if (typeof cell === 'number') return fromMajor(cell, currency);
      return parseAmount(shown(cell), currency);
    },
    encode: (value) => (value === null ? '' : toMajor(value)),
  });
}

function currencyBeside(place: CurrencyPlace, { home, sibling }: CellContext): string {
  if (place === 'home') return home;
  const said = shown(sibling(place.header)).trim();
  return said === '' && place.blank === 'home' ? home : said;
}

/** A currency's code or blank. */
export function currency(header: string, look: ColumnLook): Column<string> {
  return column(header, look, {
    format: TEXT,
    align: 'center',
    blank: '',
    decode: (cell) => (shown(cell).trim() === '' ? '' : currencyCode(shown(cell))),
    encode: (value) => value,
  });
}

/** A calendar day in the workbook's zone, or blank. */
export function day(header: string, look: ColumnLook): Column<Day> {
  return column<Day>(header, look, {
    format: 'yyyy-mm-dd',
    align: 'center',
    blank: '',
    decode: (cell, { zone }) => {
      if (cell instanceof Date) return dayOf(cell.getTime(), zone);
      const said = shown(cell).trim();
      return said === '' ? '' : parseDay(said);
    },
    // Written as typed, the sheet itself makes a date of it in its own zone.
    encode: (value) => value,
  });
}

/** A moment, or null where the cell is empty. */
export function instant(header: string, look: ColumnLook): Column<Instant | null> {
  return column<Instant | null>(header, look, {
    format: 'yyyy-mm-dd hh:mm',
    align: 'center',
    blank: null,
    decode: (cell, { zone }) => {
      if (cell instanceof Date) return cell.getTime();
      const said = shown(cell).trim();
      if (said === '') return null;
      return /^\d{4}-\d\d-\d\d$/.test(said)
        ? startOf(parseDay(said), zone)
        : parseInstant(said, zone);
    },
    encode: (value) => (value === null ? '' : new Date(value)),
  });
}

/** What a cell says, for a sentence or a text column; a date in ISO form. */
function asText(cell: Cell, zone: string): string {
  return cell instanceof Date ? dayOf(cell.getTime(), zone) : String(cell);
}

function shown(cell: Cell): string {
  return cell instanceof Date ? cell.toISOString() : String(cell);
}
