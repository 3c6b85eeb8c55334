import type {
  Banding,
  Block,
  BookSettings,
  Chart,
  DeveloperMetadata,
  Filter,
  FormatRule,
  Group,
  LookKey,
  LookValue,
  Protection,
  RichText,
  SheetArea,
  SheetInfo,
} from './cells';
import type { Operation } from './operations';

export interface SpreadsheetInfo extends BookSettings {
  id: string;
  name: string;
  url: string;
  timeZone: string;
  locale: string;
  active: { sheet: number; row: number; column: number; rows: number; columns: number };
}

export interface SheetCalls {
  'sheets.spreadsheet'(args: object): SpreadsheetInfo;
  'sheets.list'(args: object): SheetInfo[];
  'sheets.sheet'(args: { sheet: number }): SheetInfo | null;
  /** Puts a step among those that wait for the next flush. */
  'sheets.write'(args: { operation: Operation }): null;
  /** Does a step at once, after all that waited: what changes the shape of a sheet. */
  'sheets.apply'(args: { operation: Operation }): null;
  'sheets.flush'(args: object): null;
  'sheets.values'(args: { area: SheetArea }): Block;
  'sheets.display'(args: { area: SheetArea }): string[][];
  'sheets.formulas'(args: { area: SheetArea }): string[][];
  'sheets.looks'(args: { area: SheetArea; key: LookKey }): LookValue[][];
  /** The last row and column with content; 0 where there is none. */
  'sheets.extent'(args: { sheet: number }): { row: number; column: number };
  'sheets.sizes'(args: { sheet: number; axis: 'rows' | 'columns'; at: number }): {
    pixels: number;
    hidden: boolean;
  };
  'sheets.merges'(args: { area: SheetArea }): SheetArea[];
  'sheets.formatRules'(args: { sheet: number }): FormatRule[];
  'sheets.protections'(args: { sheet: number }): Protection[];
  /** The text of each cell with its stretches; null where a cell holds no text. */
  'sheets.rich'(args: { area: SheetArea }): (RichText | null)[][];
  'sheets.bandings'(args: { sheet: number }): Banding[];
  'sheets.filter'(args: { sheet: number }): { filter: Filter; hidden: number[] } | null;
  'sheets.groups'(args: { sheet: number; axis: 'rows' | 'columns' }): {
    groups: Group[];
    control: 'BEFORE' | 'AFTER';
  };
  'sheets.metadata'(args: object): DeveloperMetadata[];
  'sheets.charts'(args: { sheet: number }): Chart[];
  'sheets.namedRanges'(args: object): { name: string; area: SheetArea }[];
  'sheets.activate'(args: { area: SheetArea }): null;
  'sheets.newId'(args: object): number;
}
