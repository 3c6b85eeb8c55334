import type {
  Block,
  Chart,
  FormatRule,
  LookKey,
  LookValue,
  Protection,
  SheetArea,
  SheetInfo,
} from './cells';
import type { Operation } from './operations';

export interface SpreadsheetInfo {
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
  'sheets.charts'(args: { sheet: number }): Chart[];
  'sheets.namedRanges'(args: object): { name: string; area: SheetArea }[];
  'sheets.activate'(args: { area: SheetArea }): null;
  'sheets.newId'(args: object): number;
}
