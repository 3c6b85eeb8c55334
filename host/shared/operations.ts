import type {
  Chart,
  FormatRule,
  Input,
  LookKey,
  LookValue,
  Protection,
  SheetArea,
  SheetSettings,
  SortKey,
} from './cells';

export type Axis = 'rows' | 'columns';

/**
 * One step that changes the spreadsheet. A script's steps wait in its execution until they are
 * flushed; the store keeps them in the order in which they took effect.
 */
export type Operation =
  | { do: 'values'; area: SheetArea; values: Input[][] }
  | { do: 'fill'; area: SheetArea; value: Input }
  | { do: 'formulas'; area: SheetArea; formulas: string[][] }
  | { do: 'look'; area: SheetArea; key: LookKey; value: LookValue }
  | { do: 'looks'; area: SheetArea; key: LookKey; values: LookValue[][] }
  | { do: 'borders'; area: SheetArea; edges: (boolean | null)[]; line: string }
  | { do: 'clear'; area: SheetArea; what: Clearing[] }
  | { do: 'append'; sheet: number; values: Input[] }
  | { do: 'insert'; sheet: number; axis: Axis; at: number; count: number; like: number | null }
  | { do: 'delete'; sheet: number; axis: Axis; at: number; count: number }
  | { do: 'sort'; area: SheetArea; keys: SortKey[] }
  | { do: 'copy'; from: SheetArea; to: SheetArea; what: 'all' | 'values' | 'format' }
  | { do: 'size'; sheet: number; axis: Axis; at: number; count: number; pixels: number }
  | { do: 'hide'; sheet: number; axis: Axis; at: number; count: number; hidden: boolean }
  | { do: 'merge'; areas: SheetArea[] }
  | { do: 'unmerge'; area: SheetArea }
  | { do: 'settings'; sheet: number; settings: SheetSettings }
  | { do: 'addSheet'; sheet: number; name: string; index: number; rows: number; columns: number }
  | { do: 'copySheet'; from: number; sheet: number; name: string; index: number }
  | { do: 'removeSheet'; sheet: number }
  | { do: 'renameSheet'; sheet: number; name: string }
  | { do: 'moveSheet'; sheet: number; index: number }
  | { do: 'spreadsheet'; name?: string; timeZone?: string; locale?: string }
  | { do: 'formatRules'; sheet: number; rules: FormatRule[] }
  | { do: 'protect'; sheet: number; protection: Protection }
  | { do: 'unprotect'; sheet: number; id: string }
  | { do: 'chart'; sheet: number; chart: Chart }
  | { do: 'removeChart'; sheet: number; id: number }
  | { do: 'nameRange'; name: string; area: SheetArea | null };

export type Clearing = 'content' | 'format' | 'note' | 'validation';
