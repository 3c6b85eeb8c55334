import type { CallArgs } from '../shared/calls';
import type { SheetArea } from '../shared/cells';
import type { SheetCalls } from '../shared/sheet-calls';
import type { Execution } from '../engine/execution';
import type { Handlers } from '../engine/executor';
import { ScriptError } from '../engine/script-error';
import { filteredRows } from './filters';
import { collapsedLines, groupsOf } from './groups';
import { readDisplay, readFormulas, readLooks, readRich, readValues } from './reading';
import type { Session } from './session';
import { usualPixels, type Tab } from './tab';
import { overlaps, type Workbook } from './workbook';

/**
 * How scripts use the spreadsheet. Writes to cells wait in their execution; a read shows them to
 * all first, and so does a step that changes the shape of a tab.
 */
export function sheetHandlers(
  workbook: Workbook,
  session: Session,
): Pick<Handlers, keyof SheetCalls> {
  const tabOf = (id: number): Tab => {
    const tab = workbook.tab(id);
    // Unverified wording.
    if (!tab) throw new ScriptError(`Sheet ${id} not found`);
    return tab;
  };
  /** A read: first everything that this execution wrote takes effect. */
  const reading =
    <Args, Result>(read: (args: Args) => Result) =>
    (args: Args, execution: Execution): Result => {
      session.flush(execution);
      return read(args);
    };
  const at = <Result>(read: (tab: Tab, area: SheetArea) => Result) =>
    reading(({ area }: { area: SheetArea }) => read(tabOf(area.sheet), area));

  return {
    'sheets.spreadsheet': () => session.information(),
    'sheets.list': () => workbook.infos(),
    'sheets.sheet': ({ sheet }) => workbook.infos().find(({ id }) => id === sheet) ?? null,
    'sheets.write': ({ operation }, execution) => {
      execution.waiting.push(operation);
      return null;
    },
    'sheets.apply': ({ operation }: CallArgs<'sheets.apply'>, execution) => {
      session.flush(execution);
      session.apply([operation]);
      return null;
    },
    'sheets.flush': reading(() => null),
    'sheets.values': at((tab, area) => readValues(tab, area, workbook.timeZone)),
    'sheets.display': at((tab, area) => readDisplay(tab, area, workbook.language)),
    'sheets.formulas': at(readFormulas),
    'sheets.looks': reading(({ area, key }) => readLooks(tabOf(area.sheet), area, key)),
    'sheets.extent': reading(({ sheet }) => tabOf(sheet).grid.extent()),
    'sheets.sizes': ({ sheet, axis, at: line }) => {
      const tab = tabOf(sheet);
      const { pixels, hidden } = tab.lines[axis];
      const all = [...hidden, ...collapsedLines(tab.groups[axis])];
      return { pixels: pixels[line] ?? usualPixels[axis], hidden: all.includes(line) };
    },
    'sheets.merges': at((tab, area) => tab.merges.filter((merge) => overlaps(merge, area))),
    'sheets.formatRules': ({ sheet }) => tabOf(sheet).formatRules,
    'sheets.protections': ({ sheet }) => tabOf(sheet).protections,
    'sheets.rich': at(readRich),
    'sheets.bandings': ({ sheet }) => tabOf(sheet).bandings,
    'sheets.filter': reading(({ sheet }: CallArgs<'sheets.filter'>) => {
      const tab = tabOf(sheet);
      return tab.filter && { filter: tab.filter, hidden: filteredRows(workbook, tab) };
    }),
    'sheets.groups': ({ sheet, axis }) => {
      const groups = tabOf(sheet).groups[axis];
      return { groups: groupsOf(groups), control: groups.control };
    },
    'sheets.metadata': () => workbook.metadata,
    'sheets.charts': ({ sheet }) => tabOf(sheet).charts,
    'sheets.namedRanges': () => [...workbook.namedRanges].map(([name, area]) => ({ name, area })),
    'sheets.activate': ({ area }) => {
      session.activate(area);
      return null;
    },
    'sheets.newId': () => workbook.newId(),
  };
}
