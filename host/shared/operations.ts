import type {
  Banding,
  BookSettings,
  Chart,
  DeveloperMetadata,
  Filter,
  FormatRule,
  Input,
  LookKey,
  LookValue,
  Protection,
  RichText,
  SheetArea,
  SheetSettings,
  SortKey,
} from './cells';

export type Axis = 'rows' | 'columns';

/** Steps that change the spreadsheet as a whole: its tabs, its settings, its named ranges. */
export type BookOperation =
  | { do: 'addSheet'; sheet: number; name: string; index: number; rows: number; columns: number }
  | { do: 'copySheet'; from: number; sheet: number; name: string; index: number }
  | { do: 'removeSheet'; sheet: number }
  | { do: 'renameSheet'; sheet: number; name: string }
  | { do: 'moveSheet'; sheet: number; index: number }
  | {
      do: 'spreadsheet';
      name?: string;
      timeZone?: string;
      locale?: string;
      settings?: Partial<BookSettings>;
    }
  | { do: 'nameRange'; name: string; area: SheetArea | null }
  | { do: 'metadata'; metadata: DeveloperMetadata }
  | { do: 'removeMetadata'; id: number };

/** Steps that change a tab, but not by what its cells hold. */
export type TabOperation =
  | { do: 'insert'; sheet: number; axis: Axis; at: number; count: number; like: number | null }
  | { do: 'delete'; sheet: number; axis: Axis; at: number; count: number }
  | { do: 'size'; sheet: number; axis: Axis; at: number; count: number; pixels: number }
  | { do: 'hide'; sheet: number; axis: Axis; at: number; count: number; hidden: boolean }
  | { do: 'merge'; sheet: number; areas: SheetArea[] }
  | { do: 'unmerge'; sheet: number; area: SheetArea }
  | { do: 'settings'; sheet: number; settings: SheetSettings }
  | { do: 'formatRules'; sheet: number; rules: FormatRule[] }
  | { do: 'protect'; sheet: number; protection: Protection }
  | { do: 'unprotect'; sheet: number; id: string }
  | { do: 'chart'; sheet: number; chart: Chart }
  | { do: 'removeChart'; sheet: number; id: number }
  | { do: 'banding'; sheet: number; banding: Banding }
  | { do: 'removeBanding'; sheet: number; id: number }
  | { do: 'filter'; sheet: number; filter: Filter | null }
  | { do: 'groupDepth'; sheet: number; axis: Axis; at: number; count: number; by: number }
  | { do: 'collapse'; sheet: number; axis: Axis; groups: GroupPlace[]; collapsed: boolean }
  | { do: 'groupControl'; sheet: number; axis: Axis; control: 'BEFORE' | 'AFTER' }
  | { do: 'moveLines'; sheet: number; axis: Axis; from: number; count: number; to: number };

/** Which group is meant: the one of this depth that starts here. */
export interface GroupPlace {
  start: number;
  depth: number;
}

/** Steps that change the content or the looks of cells. */
export type CellOperation =
  | { do: 'values'; area: SheetArea; values: Input[][] }
  | { do: 'fill'; area: SheetArea; value: Input }
  | { do: 'formulas'; area: SheetArea; formulas: string[][] }
  | { do: 'look'; area: SheetArea; key: LookKey; value: LookValue }
  | { do: 'looks'; area: SheetArea; key: LookKey; values: LookValue[][] }
  | { do: 'borders'; area: SheetArea; edges: (boolean | null)[]; line: string }
  | { do: 'clear'; area: SheetArea; what: Clearing[] }
  | { do: 'append'; area: SheetArea; values: Input[] }
  | { do: 'sort'; area: SheetArea; keys: SortKey[] }
  | { do: 'rich'; area: SheetArea; values: (RichText | null)[][] }
  | { do: 'copy'; area: SheetArea; from: SheetArea; what: CopyKind; transposed: boolean }
  | { do: 'move'; area: SheetArea; from: SheetArea }
  | { do: 'shift'; area: SheetArea; axis: Axis; by: 'insert' | 'delete' }
  /** Puts the rows of a block in this order; those that the order leaves out are emptied. */
  | { do: 'arrange'; area: SheetArea; order: number[] };

/** What a paste takes along. */
export type CopyKind =
  'all' | 'noBorders' | 'values' | 'formulas' | 'format' | 'validation' | 'conditional' | 'widths';

/**
 * One step that changes the spreadsheet. A script's steps wait in its execution until they are
 * flushed; the store keeps them in the order in which they took effect.
 */
export type Operation = BookOperation | TabOperation | CellOperation;

export type Clearing = 'content' | 'format' | 'note' | 'validation';

const bookOperations = new Set<Operation['do']>([
  'addSheet',
  'copySheet',
  'removeSheet',
  'renameSheet',
  'moveSheet',
  'spreadsheet',
  'nameRange',
  'metadata',
  'removeMetadata',
]);

export function isBookOperation(operation: Operation): operation is BookOperation {
  return bookOperations.has(operation.do);
}

/** A step on cells names its block of cells, one on a tab the tab. */
export function isTabOperation(operation: TabOperation | CellOperation): operation is TabOperation {
  return 'sheet' in operation;
}
