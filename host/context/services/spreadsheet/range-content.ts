import type { Block, RichText, TextStyle as StyleData, Value } from '../../../shared/cells';
import { fromR1C1, toR1C1 } from '../../../shared/formula';
import type { Operation } from '../../../shared/operations';
import { call } from '../../bridge';
import { dateAt } from '../../date';
import { checkSize, inputOf, inputsOf } from './range-checks';
import { RangeGeometry } from './range-geometry';
import { RichTextValue } from './rich-text';

/** The part of a Range that reads and writes what its cells hold. */
export abstract class RangeContent extends RangeGeometry {
  write(operation: Operation): this {
    call('sheets.write', { operation });
    return this;
  }

  apply(operation: Operation): this {
    call('sheets.apply', { operation });
    return this;
  }

  getValues(): unknown[][] {
    return withDates(call('sheets.values', { area: this.sheetArea() }));
  }

  getValue(): unknown {
    return this.topLeft().getValues()[0]?.[0];
  }

  setValues(values: unknown[][]): this {
    checkSize(values, this.area);
    return this.write({ do: 'values', area: this.sheetArea(), values: inputsOf(values) });
  }

  setValue(value: unknown): this {
    return this.write({ do: 'fill', area: this.sheetArea(), value: inputOf(value) });
  }

  getDisplayValues(): string[][] {
    return call('sheets.display', { area: this.sheetArea() });
  }

  getDisplayValue(): string {
    return this.topLeft().getDisplayValues()[0]?.[0] ?? '';
  }

  getFormulas(): string[][] {
    return call('sheets.formulas', { area: this.sheetArea() });
  }

  getFormula(): string {
    return this.topLeft().getFormulas()[0]?.[0] ?? '';
  }

  setFormulas(formulas: string[][]): this {
    checkSize(formulas, this.area);
    return this.write({ do: 'formulas', area: this.sheetArea(), formulas });
  }

  setFormula(formula: string): this {
    const row = new Array<string>(this.area.columns).fill(formula);
    return this.setFormulas(new Array<string[]>(this.area.rows).fill(row));
  }

  isBlank(): boolean {
    return this.getValues().every((row) => row.every((value) => value === ''));
  }

  isChecked(): boolean | null {
    const values = this.getValues().flat();
    const [first] = values;
    const same = values.every((value) => value === first);
    return same && typeof first === 'boolean' ? first : null;
  }

  check(): this {
    return this.setValue(true);
  }

  uncheck(): this {
    return this.setValue(false);
  }

  getFormulasR1C1(): string[][] {
    return this.getFormulas().map((row, y) =>
      row.map((formula, x) => toR1C1(formula, this.area.row + y, this.area.column + x)),
    );
  }

  getFormulaR1C1(): string {
    return this.topLeft().getFormulasR1C1()[0]?.[0] ?? '';
  }

  setFormulasR1C1(formulas: string[][]): this {
    checkSize(formulas, this.area);
    return this.setFormulas(
      formulas.map((row, y) =>
        row.map((formula, x) => fromR1C1(formula, this.area.row + y, this.area.column + x)),
      ),
    );
  }

  setFormulaR1C1(formula: string): this {
    const row = new Array<string>(this.area.columns).fill(formula);
    return this.setFormulasR1C1(new Array<string[]>(this.area.rows).fill(row));
  }

  /** A cell that holds no text has none. */
  getRichTextValues(): (RichTextValue | null)[][] {
    const area = this.sheetArea();
    const styles = this.textStyles();
    return call('sheets.rich', { area }).map((row, y) =>
      row.map((rich, x) => rich && new RichTextValue(rich, styles[y]?.[x])),
    );
  }

  getRichTextValue(): RichTextValue | null {
    return this.topLeft().getRichTextValues()[0]?.[0] ?? null;
  }

  setRichTextValues(values: RichTextValue[][]): this {
    checkSize(values, this.area);
    return this.writeRich(values.map((row) => row.map((value) => value.data)));
  }

  setRichTextValue(value: RichTextValue): this {
    const row = new Array<RichText>(this.area.columns).fill(value.data);
    return this.writeRich(new Array<RichText[]>(this.area.rows).fill(row));
  }

  private writeRich(values: RichText[][]): this {
    return this.write({ do: 'rich', area: this.sheetArea(), values });
  }

  /** How the text of each cell looks as a whole. */
  abstract textStyles(): StyleData[][];
}

/** The values of a block, its dates made into this context's own Dates. */
function withDates({ values, dates }: Block): unknown[][] {
  const rows = values as (Value | Date)[][];
  for (const [row, column, instant] of dates) {
    const cells = rows[row];
    if (cells) cells[column] = dateAt(instant);
  }
  return rows;
}
