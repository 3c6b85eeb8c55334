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
  /** Degrees upwards, or letters standing one below the other. */
  textRotation?: number | 'vertical';
  textDirection?: string;
}

export type LookKey = keyof Look;
export type LookValue = Look[LookKey] | null;

export interface Borders {
  top?: string;
  left?: string;
  bottom?: string;
  right?: string;
}

/** How a stretch of text looks; what is missing is as its cell has it. */
export interface TextStyle {
  bold?: boolean;
  italic?: boolean;
  underline?: boolean;
  strikethrough?: boolean;
  color?: string;
  fontFamily?: string;
  fontSize?: number;
}

/** A stretch of a cell's text that has a look or a link of its own; `end` is behind its last sign. */
export interface TextRun {
  start: number;
  end: number;
  style: TextStyle;
  link?: string;
}

export interface RichText {
  text: string;
  runs: TextRun[];
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
  gradient?: Gradient;
}

/** A scale of colours between two points, by way of a third or not. */
export interface Gradient {
  min?: GradientPoint;
  mid?: GradientPoint;
  max?: GradientPoint;
}

export interface GradientPoint {
  color: string;
  /** How its place on the scale is found, as InterpolationType names it. */
  type: string;
  value: string;
}

/** Alternating colours: for its rows, for its columns, or for both. */
export interface Banding {
  id: number;
  area: Area;
  rows: BandColors;
  columns: BandColors;
}

export interface BandColors {
  header?: string;
  first?: string;
  second?: string;
  footer?: string;
}

/** A tab's filter: what each of its columns, by its number on the tab, lets through. */
export interface Filter {
  area: Area;
  criteria: Record<number, FilterCriteria>;
}

/** What a column lets through: a condition, and all values but the hidden ones or only some. */
export interface FilterCriteria {
  criteria?: string;
  values: Criterion[];
  hidden?: string[];
  visible?: string[];
}

/** The groups of one axis: how deep each line lies in them, and which are shut. */
export interface Groups {
  depths: Record<number, number>;
  collapsed: { start: number; depth: number }[];
  control: 'BEFORE' | 'AFTER';
}

/** One group: neighbouring lines that lie at least so deep. */
export interface Group {
  start: number;
  end: number;
  depth: number;
  isCollapsed: boolean;
}

/** A note that a script keeps on the spreadsheet, a tab or a line, unseen. */
export interface DeveloperMetadata {
  id: number;
  key: string;
  value: string | null;
  visibility: string;
  sheet: number | null;
  line: { axis: 'rows' | 'columns'; at: number } | null;
}

export interface Protection {
  id: string;
  /** The named range whose place it follows. */
  rangeName?: string;
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

/** What belongs to the whole spreadsheet beside its name, zone and locale. */
export interface BookSettings {
  editors: string[];
  viewers: string[];
  /** How often volatile functions would be computed, as RecalculationInterval names it. */
  recalculation: string;
  iterative: boolean;
  mostCycles: number;
  threshold: number;
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
