import type { Axis } from '../../../shared/operations';
import { call } from '../../bridge';
import { enumValue, type EnumValue } from '../../enums';
import { exception } from '../../exception';
import { bandingsOf, type Banding } from './banding';
import { ConditionalFormatRule } from './conditional-format';
import { filterOf, type Filter } from './filter';
import { collapse, Group, groupsOf } from './group';
import {
  addMetadata,
  DeveloperMetadataFinder,
  metadataOn,
  onSheet,
  type DeveloperMetadata,
} from './metadata';
import { newProtection, Protection } from './protection';
import type { Sheet } from './sheet';
import { SheetLines } from './sheet-lines';

/** The part of a Sheet that deals with what lies on its cells: rules, colours, groups, filters. */
export abstract class SheetMarks extends SheetLines {
  abstract self(): Sheet;

  protect(): Protection {
    return newProtection(this.self(), null);
  }

  getProtections(type: EnumValue): Protection[] {
    return call('sheets.protections', { sheet: this.id })
      .filter(({ area }) => (area === null) === (type.name() === 'SHEET'))
      .map((data) => new Protection(this.self(), data));
  }

  getConditionalFormatRules(): ConditionalFormatRule[] {
    const rules = call('sheets.formatRules', { sheet: this.id });
    return rules.map((rule) => new ConditionalFormatRule(rule));
  }

  setConditionalFormatRules(rules: ConditionalFormatRule[]): void {
    const data = rules.map((rule) => rule.data);
    this.apply({ do: 'formatRules', sheet: this.id, rules: data });
  }

  clearConditionalFormatRules(): void {
    this.setConditionalFormatRules([]);
  }

  getBandings(): Banding[] {
    return bandingsOf(this.self());
  }

  getFilter(): Filter | null {
    return filterOf(this.self());
  }

  isRowHiddenByFilter(row: number): boolean {
    return call('sheets.filter', { sheet: this.id })?.hidden.includes(row) ?? false;
  }

  addDeveloperMetadata(key: string, ...rest: (string | EnumValue)[]): this {
    addMetadata(onSheet(this.self()), key, rest);
    return this;
  }

  getDeveloperMetadata(): DeveloperMetadata[] {
    return metadataOn(onSheet(this.self()));
  }

  createDeveloperMetadataFinder(): DeveloperMetadataFinder {
    return new DeveloperMetadataFinder(this.self());
  }

  group(axis: Axis, line: number, depth: number): Group {
    const { control } = call('sheets.groups', { sheet: this.id, axis });
    const found = groupsOf(this.self(), axis).find((group) => {
      const button = control === 'BEFORE' ? group.start - 1 : group.end + 1;
      const isInside = line >= group.start && line <= group.end;
      return group.depth === depth && (isInside || line === button);
    });
    const what = axis === 'rows' ? 'row' : 'column';
    // Unverified wording.
    if (!found) throw exception(`There is no ${what} group at index ${line} and depth ${depth}.`);
    return new Group(this.self(), axis, found);
  }

  groupDepth(axis: Axis, line: number): number {
    const around = groupsOf(this.self(), axis).filter(
      ({ start, end }) => line >= start && line <= end,
    );
    return Math.max(0, ...around.map(({ depth }) => depth));
  }

  setCollapsed(axis: Axis, collapsed: boolean, deepest = Infinity): this {
    collapse(this.self(), axis, collapsed, ({ depth }) => depth <= deepest);
    return this;
  }

  /** Opens the groups down to this depth and shuts those further in. */
  expandUpTo(axis: Axis, deepest: number): this {
    this.setCollapsed(axis, true);
    return this.setCollapsed(axis, false, deepest);
  }

  controlPosition(axis: Axis): EnumValue {
    const { control } = call('sheets.groups', { sheet: this.id, axis });
    return enumValue('Spreadsheet.GroupControlTogglePosition', control);
  }

  setControlPosition(axis: Axis, position: EnumValue): this {
    const control = position.name() === 'AFTER' ? 'AFTER' : 'BEFORE';
    return this.apply({ do: 'groupControl', sheet: this.id, axis, control });
  }
}

for (const [axis, name] of [
  ['rows', 'Row'],
  ['columns', 'Column'],
] as const) {
  define(`get${name}Group`, (sheet, line: number, depth: number) => sheet.group(axis, line, depth));
  define(`get${name}GroupDepth`, (sheet, line: number) => sheet.groupDepth(axis, line));
  define(`collapseAll${name}Groups`, (sheet) => sheet.setCollapsed(axis, true));
  define(`expandAll${name}Groups`, (sheet) => sheet.setCollapsed(axis, false));
  define(`expand${name}GroupsUpToDepth`, (sheet, depth: number) => sheet.expandUpTo(axis, depth));
  define(`get${name}GroupControlPosition`, (sheet) => sheet.controlPosition(axis));
  define(`set${name}GroupControlPosition`, (sheet, position: EnumValue) =>
    sheet.setControlPosition(axis, position),
  );
}

function define(method: string, body: (sheet: SheetMarks, ...args: never[]) => unknown): void {
  Object.defineProperty(SheetMarks.prototype, method, {
    value(this: SheetMarks, ...args: never[]): unknown {
      return body(this, ...args);
    },
  });
}
