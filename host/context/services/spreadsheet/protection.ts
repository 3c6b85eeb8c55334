import type { Area } from '../../../shared/a1';
import type { Protection as ProtectionData } from '../../../shared/cells';
import { boot, call } from '../../bridge';
import { craft } from '../../bytes';
import { enumValue, type EnumValue } from '../../enums';
import type { Thing } from '../../facade';
import { User } from '../session';
import { NamedRange } from './named-range';
import { Range } from './range';
import type { Sheet } from './sheet';

/** Protects a tab, or a block of it, and gives the new protection. */
export function newProtection(sheet: Sheet, area: Area | null): Protection {
  const editors = [boot().owner];
  const data = { id: craft('uuid'), area, description: '', warningOnly: false, editors };
  return new Protection(sheet, { ...data, unprotected: [] }).save();
}

/** Protection: it is kept and shown, and a script, which runs as the owner, may always write. */
export class Protection implements Thing {
  readonly kind = 'Spreadsheet.Protection';

  constructor(
    private readonly sheet: Sheet,
    private readonly data: ProtectionData,
  ) {}

  save(): this {
    const operation = { do: 'protect', sheet: this.sheet.id, protection: this.data } as const;
    call('sheets.apply', { operation });
    return this;
  }

  getDescription(): string {
    return this.data.description;
  }

  setDescription(description: string): this {
    this.data.description = description;
    return this.save();
  }

  isWarningOnly(): boolean {
    return this.data.warningOnly;
  }

  setWarningOnly(warningOnly: boolean): this {
    this.data.warningOnly = warningOnly;
    return this.save();
  }

  getProtectionType(): EnumValue {
    return enumValue('Spreadsheet.ProtectionType', this.data.area ? 'RANGE' : 'SHEET');
  }

  getRange(): Range {
    const { rows, columns } = this.sheet.info();
    return new Range(this.sheet, this.data.area ?? { row: 1, column: 1, rows, columns });
  }

  setRange(range: Range): this {
    this.data.area = range.area;
    return this.save();
  }

  getRangeName(): string | null {
    return this.data.rangeName ?? null;
  }

  /** Protects the cells that the name stands for now. */
  setRangeName(rangeName: string): this {
    return this.setNamedRange(new NamedRange(rangeName));
  }

  setNamedRange(named: NamedRange): this {
    this.data.rangeName = named.getName();
    this.data.area = named.getRange().area;
    return this.save();
  }

  getUnprotectedRanges(): Range[] {
    return this.data.unprotected.map((area) => new Range(this.sheet, area));
  }

  setUnprotectedRanges(ranges: Range[]): this {
    this.data.unprotected = ranges.map(({ area }) => area);
    return this.save();
  }

  canEdit(): boolean {
    return true;
  }

  canDomainEdit(): boolean {
    return false;
  }

  setDomainEdit(): this {
    return this;
  }

  getEditors(): User[] {
    return this.data.editors.map((email) => new User(email));
  }

  addEditor(user: string | User): this {
    return this.addEditors([user]);
  }

  addEditors(users: (string | User)[]): this {
    this.data.editors = [...new Set([...this.data.editors, ...users.map(emailOf)])];
    return this.save();
  }

  removeEditor(user: string | User): this {
    return this.removeEditors([user]);
  }

  /** The owner stays, whatever is asked. */
  removeEditors(users: (string | User)[]): this {
    const gone = users.map(emailOf).filter((email) => email !== boot().owner);
    this.data.editors = this.data.editors.filter((email) => !gone.includes(email));
    return this.save();
  }

  remove(): void {
    const operation = { do: 'unprotect', sheet: this.sheet.id, id: this.data.id } as const;
    call('sheets.apply', { operation });
  }
}

export const emailOf = (user: string | User): string =>
  typeof user === 'string' ? user : user.getEmail();
