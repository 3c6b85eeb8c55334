import type { SheetArea } from '../shared/cells';
import type { Operation } from '../shared/operations';
import type { SpreadsheetInfo } from '../shared/sheet-calls';
import type { Execution } from '../engine/execution';
import type { Store } from '../store/store';
import type { Clock } from '../time/clock';
import type { Workbook } from './workbook';

/** The open spreadsheet: what is selected, and the one way in which it changes. */
export class Session {
  private active: SheetArea | null = null;
  /** Called when a script selects something; the page follows. */
  onActivate: (area: SheetArea) => void = () => undefined;

  constructor(
    private readonly workbook: Workbook,
    private readonly store: Store,
    private readonly clock: Clock,
    private readonly address: () => string,
  ) {}

  /** Makes steps take effect, all together. */
  apply(operations: Operation[]): void {
    if (!operations.length) return;
    this.store.record(this.workbook, { at: this.clock.now(), operations });
  }

  /** Makes an execution's waiting writes take effect. */
  flush(execution: Execution): void {
    const { waiting } = execution;
    execution.waiting = [];
    this.apply(waiting);
  }

  /** A person selects something. */
  select(area: SheetArea): void {
    this.active = area;
  }

  /** A script selects something. */
  activate(area: SheetArea): void {
    this.select(area);
    this.onActivate(area);
  }

  information(): SpreadsheetInfo {
    const { id, title, timeZone, locale, settings } = this.workbook;
    const active = this.selection();
    return { id, name: title, url: this.address(), timeZone, locale, ...settings, active };
  }

  private selection(): SheetArea {
    const { active, workbook } = this;
    if (active && workbook.tab(active.sheet)) return active;
    const first = workbook.tabs.find(({ settings }) => !settings.hidden) ?? workbook.tabs[0];
    return { sheet: first?.id ?? 0, row: 1, column: 1, rows: 1, columns: 1 };
  }
}
