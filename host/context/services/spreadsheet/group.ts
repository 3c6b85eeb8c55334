import type { Group as GroupData } from '../../../shared/cells';
import type { Axis, GroupPlace } from '../../../shared/operations';
import { call } from '../../bridge';
import type { Thing } from '../../facade';
import { Range } from './range';
import type { Sheet } from './sheet';

export const groupsOf = (sheet: Sheet, axis: Axis): GroupData[] =>
  call('sheets.groups', { sheet: sheet.id, axis }).groups;

/** Shuts or opens those groups of a tab that are chosen. */
export function collapse(
  sheet: Sheet,
  axis: Axis,
  collapsed: boolean,
  choose: (group: GroupData) => boolean = () => true,
): void {
  const groups: GroupPlace[] = groupsOf(sheet, axis)
    .filter(choose)
    .map(({ start, depth }) => ({ start, depth }));
  const operation = { do: 'collapse', sheet: sheet.id, axis, groups, collapsed } as const;
  call('sheets.apply', { operation });
}

/** Group: neighbouring rows or columns that can be shut together. */
export class Group implements Thing {
  readonly kind = 'Spreadsheet.Group';

  constructor(
    private readonly sheet: Sheet,
    private readonly axis: Axis,
    private readonly data: GroupData,
  ) {}

  collapse(): this {
    return this.setCollapsed(true);
  }

  expand(): this {
    return this.setCollapsed(false);
  }

  private setCollapsed(collapsed: boolean): this {
    const { start, depth } = this.data;
    collapse(this.sheet, this.axis, collapsed, (group) => {
      return group.start === start && group.depth === depth;
    });
    return this;
  }

  isCollapsed(): boolean {
    const { start, depth } = this.data;
    return groupsOf(this.sheet, this.axis).some((group) => {
      return group.start === start && group.depth === depth && group.isCollapsed;
    });
  }

  getDepth(): number {
    return this.data.depth;
  }

  /** The line beside the group that has the button. */
  getControlIndex(): number {
    const { control } = call('sheets.groups', { sheet: this.sheet.id, axis: this.axis });
    return control === 'BEFORE' ? this.data.start - 1 : this.data.end + 1;
  }

  getRange(): Range {
    const { start, end } = this.data;
    const { rows, columns } = this.sheet.info();
    return new Range(
      this.sheet,
      this.axis === 'rows'
        ? { row: start, column: 1, rows: end - start + 1, columns }
        : { row: 1, column: start, rows, columns: end - start + 1 },
    );
  }

  remove(): void {
    const { start, end } = this.data;
    const place = { sheet: this.sheet.id, axis: this.axis, at: start, count: end - start + 1 };
    call('sheets.apply', { operation: { do: 'groupDepth', ...place, by: -1 } });
  }
}
