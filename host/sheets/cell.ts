import type { Look, LookKey, LookValue, TextRun, Value } from '../shared/cells';

/** What a cell holds: its value, or the formula in place of one; `runs` are stretches of a text. */
export interface Content {
  v?: Value;
  f?: string;
  runs?: TextRun[];
}

/** A cell: its content, and how it looks. Never changed, only replaced. */
export interface Cell extends Content {
  look?: Look;
}

const byText = new Map<string, Look>();
const changes = new WeakMap<Look, Map<string, Look>>();
const plain: Look = {};

/** The one object for this look, so that thousands of cells share it. */
export function sharedLook(look: Look): Look {
  const text = JSON.stringify(look);
  if (text === '{}') return plain;
  let shared = byText.get(text);
  if (!shared) byText.set(text, (shared = look));
  return shared;
}

/** A look with one thing changed; null takes it away. */
export function changedLook(look: Look | undefined, key: LookKey, value: LookValue): Look {
  const from = look ?? plain;
  const known = changes.get(from) ?? new Map<string, Look>();
  changes.set(from, known);
  const change = `${key}:${JSON.stringify(value)}`;
  let changed = known.get(change);
  if (!changed) {
    const entries = Object.entries(from).filter(([other]) => other !== key);
    if (value !== null && value !== '') entries.push([key, value]);
    changed = sharedLook(Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1))));
    known.set(change, changed);
  }
  return changed;
}

/** A cell with another content; a cell with nothing at all is undefined. */
export function cellOf(content: Content, look: Look | undefined): Cell | undefined {
  const cell: Cell = {};
  if (content.v !== undefined && content.v !== '') cell.v = content.v;
  if (content.f !== undefined) cell.f = content.f;
  if (content.runs?.length) cell.runs = content.runs;
  if (look && look !== plain) cell.look = look;
  return cell.v === undefined && cell.f === undefined && !cell.look ? undefined : cell;
}

/** Whether a cell has content, as getLastRow counts it. */
export const hasContent = (cell: Cell | undefined): boolean =>
  cell !== undefined && (cell.v !== undefined || cell.f !== undefined);
