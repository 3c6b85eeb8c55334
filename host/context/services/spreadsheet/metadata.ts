import type { DeveloperMetadata as MetadataData } from '../../../shared/cells';
import { call } from '../../bridge';
import { enumValue, EnumValue } from '../../enums';
import { exception } from '../../exception';
import type { Thing } from '../../facade';
import { Range } from './range';
import { Sheet } from './sheet';
import { Spreadsheet } from './spreadsheet';

/** What metadata is kept on: the spreadsheet, a tab, or a whole row or column. */
export type Place = Pick<MetadataData, 'sheet' | 'line'>;

export const onSpreadsheet: Place = { sheet: null, line: null };
export const onSheet = (sheet: Sheet): Place => ({ sheet: sheet.id, line: null });

/** Where metadata of a range is kept; only a whole row or column can have some. */
export function onLine(range: Range): Place {
  const line = lineOf(range);
  if (!line) {
    throw exception(
      'Adding developer metadata to arbitrary ranges is not currently supported. Developer metadata may only be added to the top-level spreadsheet, an individual sheet, or an entire row or column.',
    );
  }
  return { sheet: range.sheet.id, line };
}

function lineOf({ sheet, area }: Range): MetadataData['line'] {
  const { rows, columns } = sheet.info();
  if (area.rows === 1 && area.columns === columns) return { axis: 'rows', at: area.row };
  if (area.columns === 1 && area.rows === rows) return { axis: 'columns', at: area.column };
  return null;
}

/** Adds metadata: `(key)`, `(key, visibility)`, `(key, value)` or `(key, value, visibility)`. */
export function addMetadata(place: Place, key: string, rest: (string | EnumValue)[]): void {
  const value = rest.find((one) => typeof one === 'string') ?? null;
  const visibility = rest.find((one) => one instanceof EnumValue)?.name() ?? 'DOCUMENT';
  const id = call('sheets.newId', {});
  new DeveloperMetadata({ id, key, value, visibility, ...place }).save();
}

/** The metadata kept right on a place. */
export function metadataOn(place: Place): DeveloperMetadata[] {
  return call('sheets.metadata', {})
    .filter(({ sheet, line }) => JSON.stringify({ sheet, line }) === JSON.stringify(place))
    .map((data) => new DeveloperMetadata(data));
}

export function metadataOnRange(range: Range): DeveloperMetadata[] {
  const line = lineOf(range);
  return line ? metadataOn({ sheet: range.sheet.id, line }) : [];
}

/** DeveloperMetadata: a note of a script's, unseen by people. */
export class DeveloperMetadata implements Thing {
  readonly kind = 'Spreadsheet.DeveloperMetadata';

  constructor(private data: MetadataData) {}

  save(change: Partial<MetadataData> = {}): this {
    this.data = { ...this.data, ...change };
    call('sheets.apply', { operation: { do: 'metadata', metadata: this.data } });
    return this;
  }

  getId(): number {
    return this.data.id;
  }

  getKey(): string {
    return this.data.key;
  }

  getValue(): string | null {
    return this.data.value;
  }

  getVisibility(): EnumValue {
    return enumValue('Spreadsheet.DeveloperMetadataVisibility', this.data.visibility);
  }

  getLocation(): DeveloperMetadataLocation {
    return new DeveloperMetadataLocation(this.data);
  }

  setKey(key: string): this {
    return this.save({ key });
  }

  setValue(value: string): this {
    return this.save({ value });
  }

  setVisibility(visibility: EnumValue): this {
    return this.save({ visibility: visibility.name() });
  }

  moveToSpreadsheet(): this {
    return this.save(onSpreadsheet);
  }

  moveToSheet(sheet: Sheet): this {
    return this.save(onSheet(sheet));
  }

  moveToRow(row: Range): this {
    return this.save(onLine(row));
  }

  moveToColumn(column: Range): this {
    return this.save(onLine(column));
  }

  remove(): void {
    call('sheets.apply', { operation: { do: 'removeMetadata', id: this.data.id } });
  }
}

function locationType({ sheet, line }: Place): string {
  if (sheet === null) return 'SPREADSHEET';
  if (!line) return 'SHEET';
  return line.axis === 'rows' ? 'ROW' : 'COLUMN';
}

class DeveloperMetadataLocation implements Thing {
  readonly kind = 'Spreadsheet.DeveloperMetadataLocation';

  constructor(private readonly place: Place) {}

  getLocationType(): EnumValue {
    return enumValue('Spreadsheet.DeveloperMetadataLocationType', locationType(this.place));
  }

  getSpreadsheet(): Spreadsheet | null {
    return this.place.sheet === null ? new Spreadsheet() : null;
  }

  getSheet(): Sheet | null {
    const { sheet, line } = this.place;
    return sheet === null || line ? null : new Sheet(sheet);
  }

  getRow(): Range | null {
    return this.line('rows');
  }

  getColumn(): Range | null {
    return this.line('columns');
  }

  private line(axis: 'rows' | 'columns'): Range | null {
    const { sheet: id, line } = this.place;
    if (id === null || line?.axis !== axis) return null;
    const sheet = new Sheet(id);
    const { rows, columns } = sheet.info();
    return axis === 'rows'
      ? new Range(sheet, { row: line.at, column: 1, rows: 1, columns })
      : new Range(sheet, { row: 1, column: line.at, rows, columns: 1 });
  }
}

/** DeveloperMetadataFinder: a search, within the spreadsheet, a tab or a block. */
export class DeveloperMetadataFinder implements Thing {
  readonly kind = 'Spreadsheet.DeveloperMetadataFinder';

  private readonly tests: ((data: MetadataData) => boolean)[] = [];
  private isIntersecting = false;

  constructor(private readonly scope: Spreadsheet | Sheet | Range) {}

  find(): DeveloperMetadata[] {
    return call('sheets.metadata', {})
      .filter((data) => this.isInScope(data) && this.tests.every((test) => test(data)))
      .map((data) => new DeveloperMetadata(data));
  }

  /** Takes lines too that only cross the block. */
  onIntersectingLocations(): this {
    this.isIntersecting = true;
    return this;
  }

  withId(id: number): this {
    return this.with((data) => data.id === id);
  }

  withKey(key: string): this {
    return this.with((data) => data.key === key);
  }

  withValue(value: string): this {
    return this.with((data) => data.value === value);
  }

  withVisibility(visibility: EnumValue): this {
    return this.with((data) => data.visibility === visibility.name());
  }

  withLocationType(type: EnumValue): this {
    return this.with((data) => locationType(data) === type.name());
  }

  private with(test: (data: MetadataData) => boolean): this {
    this.tests.push(test);
    return this;
  }

  private isInScope({ sheet, line }: MetadataData): boolean {
    if (this.scope instanceof Spreadsheet) return true;
    if (this.scope instanceof Sheet) return sheet === this.scope.id;
    const { area, sheet: own } = this.scope;
    if (sheet !== own.id || !line) return false;
    const [start, count] =
      line.axis === 'rows' ? [area.row, area.rows] : [area.column, area.columns];
    const isWhole =
      line.axis === 'rows' ? area.columns === own.info().columns : area.rows === own.info().rows;
    return line.at >= start && line.at < start + count && (isWhole || this.isIntersecting);
  }
}
