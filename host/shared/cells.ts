import type { Area } from './a1';

/** What a script puts into a cell. */
export type Input = string | number | boolean | null | { date: number };

/** What a cell holds, as a script reads it; a date stands among `dates` of the block. */
export type Value = string | number | boolean;

/** A block as read: the dates, given by place, are milliseconds that the reader turns into Dates. */
export interface Block {
  values: Value[][];
  dates: [row: number, column: number, instant: number][];
}

/** Everything about a cell but its content. */
export interface Look {
  numberFormat?: string;
  note?: string;
  validation?: Validation;
  background?: string;
  fontColor?: string;
  fontFamily?: string;
  fontSize?: number;
  fontWeight?: string;
  fontStyle?: string;
  fontLine?: string;
  horizontalAlignment?: string;
  verticalAlignment?: string;
  wrapStrategy?: string;
  borders?: Borders;
}

export type LookKey = keyof Look;
export type LookValue = Look[LookKey] | null;

export interface Borders {
  top?: string;
  left?: string;
  bottom?: string;
  right?: string;
}

/** A rule of data validation, as the criteria enum names it. */
export interface Validation {
  criteria: string;
  values: Criterion[];
  allowInvalid: boolean;
  help?: string;
}

/** A value in a rule: a plain one, a date, or a range on some sheet. */
export type Criterion =
  Value | null | string[] | { date: number } | { enum: string } | { range: SheetArea };

export interface SheetArea extends Area {
  sheet: number;
}

export interface Style {
  background?: string;
  fontColor?: string;
  bold?: boolean;
  italic?: boolean;
  underline?: boolean;
  strikethrough?: boolean;
}

/** A rule of conditional formatting. */
export interface FormatRule {
  ranges: SheetArea[];
  criteria?: string;
  values: Criterion[];
  style: Style;
  gradient?: { color: string; type?: string; value?: string }[];
}

export interface Protection {
  id: string;
  area: Area | null;
  description: string;
  warningOnly: boolean;
  editors: string[];
  unprotected: Area[];
}

export interface Chart {
  id: number;
  type: string;
  ranges: SheetArea[];
  options: Record<string, unknown>;
  position: { row: number; column: number; x: number; y: number };
  headers: number;
  mergeStrategy: string;
  transpose: boolean;
  hidden: string;
}

/** What belongs to a whole sheet and can be set in one step. */
export interface SheetSettings {
  hidden?: boolean;
  tabColor?: string | null;
  frozenRows?: number;
  frozenColumns?: number;
  hiddenGridlines?: boolean;
  rightToLeft?: boolean;
}

/** A sheet as a script sees it from outside. */
export interface SheetInfo extends Required<SheetSettings> {
  id: number;
  name: string;
  index: number;
  rows: number;
  columns: number;
}

export interface SortKey {
  column: number;
  ascending: boolean;
}
