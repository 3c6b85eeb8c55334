import type { Area } from '../shared/a1';
import type { Input, LookKey, LookValue } from '../shared/cells';
import type { Axis, CellOperation, Clearing } from '../shared/operations';
import { cellOf, changedLook, sharedLook, type Cell } from './cell';
import { copyCells, moveCells } from './copy';
import { shiftCells } from './shift';
import type { Tab } from './tab';
import { typedInput, type Typed, type Typing } from './typed';
import type { Workbook } from './workbook';

/** Carries out the steps that change the cells of one tab. */
export function changeCells(
  workbook: Workbook,
  tab: Tab,
  operation: CellOperation,
  at: number,
): void {
  const { locale, timeZone } = workbook;
  const typing = { locale, timeZone, year: new Date(at).getUTCFullYear() };
  switch (operation.do) {
    case 'values': {
      const { values } = operation;
      tab.grid.change(operation.area, (cell, row, column) =>
        typeInto(cell, values[row]?.[column] ?? null, typing),
      );
      break;
    }
    case 'fill':
      tab.grid.change(operation.area, (cell) => typeInto(cell, operation.value, typing));
      break;
    case 'formulas':
      tab.grid.change(operation.area, (cell, row, column) => {
        const formula = operation.formulas[row]?.[column] ?? '';
        return formula ? cellOf({ f: asFormula(formula) }, cell?.look) : cellOf({}, cell?.look);
      });
      break;
    case 'append':
      append(tab, operation.values, typing);
      break;
    case 'look':
      setLooks(tab, operation.area, operation.key, () => operation.value);
      break;
    case 'looks':
      setLooks(tab, operation.area, operation.key, (row, column) => {
        return operation.values[row]?.[column] ?? null;
      });
      break;
    case 'borders':
      drawBorders(tab, operation);
      break;
    case 'clear':
      tab.grid.change(operation.area, (cell) => cleared(cell, operation.what));
      break;
    case 'sort':
      tab.grid.sort(operation.area, operation.keys);
      break;
    case 'rich':
      writeRich(tab, operation);
      break;
    case 'copy':
      copyCells(workbook, tab, operation);
      break;
    case 'move':
      moveCells(workbook, tab, operation);
      break;
    case 'shift':
      shiftCells(tab, operation);
      break;
    case 'arrange': {
      const rows = tab.grid.read(operation.area, (cell) => cell);
      tab.grid.change(operation.area, (_cell, row, column) => {
        return rows[operation.order[row] ?? -1]?.[column];
      });
    }
  }
}

const asFormula = (text: string): string => (text.startsWith('=') ? text : `=${text}`);

function typeInto(cell: Cell | undefined, input: Input, typing: Typing): Cell | undefined {
  const typed = typedInput(input, cell?.look?.numberFormat, typing);
  return withTyped(cell, typed);
}

function withTyped(cell: Cell | undefined, typed: Typed): Cell | undefined {
  const takesFormat = typed.format !== undefined && cell?.look?.numberFormat === undefined;
  const look = takesFormat
    ? changedLook(cell?.look, 'numberFormat', typed.format ?? null)
    : cell?.look;
  return cellOf(typed, look);
}

/** Texts with their stretches are taken as they are: nothing in them is read as a number. */
function writeRich(tab: Tab, { area, values }: Extract<CellOperation, { do: 'rich' }>): void {
  tab.grid.change(area, (cell, row, column) => {
    const { text = '', runs = [] } = values[row]?.[column] ?? {};
    return cellOf(text ? { v: text, runs } : {}, cell?.look);
  });
}

/** Writes below the last row with content; the tab grows when there is no room. */
function append(tab: Tab, values: Input[], typing: Typing): void {
  const row = tab.grid.extent().row + 1;
  tab.grow(row, values.length);
  const area = { row, column: 1, rows: 1, columns: values.length };
  tab.grid.change(area, (cell, _row, column) => typeInto(cell, values[column] ?? null, typing));
}

function setLooks(
  tab: Tab,
  area: Area,
  key: LookKey,
  value: (row: number, column: number) => LookValue,
): void {
  tab.grid.change(area, (cell, row, column) =>
    cellOf(cell ?? {}, changedLook(cell?.look, key, value(row, column))),
  );
}

function drawBorders(tab: Tab, operation: Extract<CellOperation, { do: 'borders' }>): void {
  const { area, edges, line } = operation;
  const [top, left, bottom, right, vertical, horizontal] = edges;
  tab.grid.change(area, (cell, row, column) => {
    const wanted = {
      top: row === 0 ? top : horizontal,
      left: column === 0 ? left : vertical,
      bottom: row === area.rows - 1 ? bottom : horizontal,
      right: column === area.columns - 1 ? right : vertical,
    };
    const borders: Record<string, string> = { ...cell?.look?.borders };
    for (const [side, draw] of Object.entries(wanted)) {
      if (draw) borders[side] = line;
      else if (draw === false) Reflect.deleteProperty(borders, side);
    }
    const value = Object.keys(borders).length ? borders : null;
    return cellOf(cell ?? {}, changedLook(cell?.look, 'borders', value));
  });
}

function cleared(cell: Cell | undefined, what: Clearing[]): Cell | undefined {
  if (!cell) return undefined;
  const { note, validation, ...format } = cell.look ?? {};
  const look = {
    ...(what.includes('format') ? {} : format),
    ...(note === undefined || what.includes('note') ? {} : { note }),
    ...(validation === undefined || what.includes('validation') ? {} : { validation }),
  };
  return cellOf(what.includes('content') ? {} : cell, sharedLook(look));
}

/** Gives new lines the formats and rules, but not the notes, of the line beside them. */
export function copyFormats(tab: Tab, axis: Axis, like: number, at: number, count: number): void {
  const length = axis === 'rows' ? tab.columns : tab.rows;
  for (let across = 1; across <= length; across += 1) {
    const model = axis === 'rows' ? tab.grid.get(like, across) : tab.grid.get(across, like);
    const look = changedLook(model?.look, 'note', null);
    for (let line = at; line < at + count; line += 1) {
      const [row, column] = axis === 'rows' ? [line, across] : [across, line];
      tab.grid.set(row, column, cellOf({}, look));
    }
  }
}
