import { call } from '../../bridge';
import { exception } from '../../exception';
import type { Thing } from '../../facade';
import { Range } from './range';
import { Sheet } from './sheet';

/** NamedRange: a range that has a name of its own. */
export class NamedRange implements Thing {
  readonly kind = 'Spreadsheet.NamedRange';

  constructor(private name: string) {}

  getName(): string {
    return this.name;
  }

  getRange(): Range {
    const found = call('sheets.namedRanges', {}).find(({ name }) => name === this.name);
    if (!found) throw exception('Range not found');
    return new Range(new Sheet(found.area.sheet), found.area);
  }

  setName(name: string): this {
    const range = this.getRange();
    this.remove();
    this.name = name;
    return this.setRange(range);
  }

  setRange(range: Range): this {
    const operation = { do: 'nameRange', name: this.name, area: range.sheetArea() } as const;
    call('sheets.apply', { operation });
    return this;
  }

  remove(): void {
    call('sheets.apply', { operation: { do: 'nameRange', name: this.name, area: null } });
  }
}
