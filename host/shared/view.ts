import type { Area } from './a1';
import type { MailSummary } from './control';
import type { Borders, Group, Protection, SheetSettings } from './cells';
import type { ProjectMenu, UiEvent } from '../services/ui';

/** What the spreadsheet's page knows before it looks at a tab. */
export interface BookView {
  title: string;
  locale: string;
  timeZone: string;
  active: number;
  tabs: { id: number; name: string; hidden: boolean; color: string | null }[];
  menus: ProjectMenu[];
}

/** How a cell is drawn; many cells share one. */
export interface LookView {
  background?: string;
  color?: string;
  bold?: boolean;
  italic?: boolean;
  line?: string;
  font?: string;
  size?: number;
  align?: string;
  valign?: string;
  wrap?: string;
  borders?: Borders;
  rotation?: number | 'vertical';
  rightToLeft?: boolean;
  /** A dropdown's choices. */
  choices?: string[];
  checkbox?: boolean;
}

/** A cell as `[text, look]`, with more only where there is more. */
export interface CellView {
  text: string;
  /** Its place among the looks of the answer; -1 for a plain cell. */
  look: number;
  kind: 'text' | 'number' | 'boolean' | 'formula';
  /** What is edited, where that is not the text shown. */
  edit?: string;
  note?: string;
  invalid?: boolean;
  /** The stretches of the text, where they differ. */
  runs?: RunView[];
}

/** A stretch of a cell's text. */
export interface RunView extends Pick<
  LookView,
  'bold' | 'italic' | 'line' | 'color' | 'font' | 'size'
> {
  text: string;
  link?: string;
}

export interface RowsView {
  from: number;
  looks: LookView[];
  rows: (CellView | null)[][];
}

/** A tab's frame: everything but its cells. */
export interface TabView {
  id: number;
  name: string;
  rows: number;
  columns: number;
  extent: { row: number; column: number };
  settings: Required<SheetSettings>;
  widths: Record<number, number>;
  heights: Record<number, number>;
  hiddenRows: number[];
  hiddenColumns: number[];
  merges: Area[];
  /** The block that a filter lies on; the rows that it hides are among the hidden ones. */
  filter: Area | null;
  groups: Record<'rows' | 'columns', GroupView[]>;
  charts: ChartView[];
  protections: Pick<Protection, 'area' | 'description' | 'warningOnly' | 'unprotected'>[];
}

/** A group with the line that has its button. */
export interface GroupView extends Group {
  button: number;
}

export interface ChartView {
  id: number;
  title: string;
  row: number;
  column: number;
  x: number;
  y: number;
  width: number;
  height: number;
}

/** A mail in a list: its envelope and how it starts. */
export interface ListedMail extends MailSummary {
  start: string;
}

/** A script's page as it is shown: by its address on the other origin. */
interface ShownPage {
  project: string;
  title: string;
  address: string;
  sandbox: string;
}

/** What is pushed to an open page. */
export type PageEvent =
  | Exclude<UiEvent, { kind: 'sidebar' | 'dialog' }>
  | ({ kind: 'sidebar' } & ShownPage)
  | ({ kind: 'dialog'; width: number; height: number; modal: boolean } & ShownPage);
