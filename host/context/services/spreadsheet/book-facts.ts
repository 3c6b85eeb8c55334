import type { BookSettings } from '../../../shared/cells';
import type { SpreadsheetInfo } from '../../../shared/sheet-calls';
import { boot, call } from '../../bridge';
import { enumValue, type EnumValue } from '../../enums';
import { User } from '../session';
import { emailOf } from './protection';

/** The part of a Spreadsheet that is kept and told, but changes no cell: people, and computing. */
export abstract class BookFacts {
  protected info(): SpreadsheetInfo {
    return call('sheets.spreadsheet', {});
  }

  private keep(settings: Partial<BookSettings>): this {
    call('sheets.apply', { operation: { do: 'spreadsheet', settings } });
    return this;
  }

  getOwner(): User {
    return new User(boot().owner);
  }

  /** The owner is one of them. */
  getEditors(): User[] {
    return [boot().owner, ...this.info().editors].map((email) => new User(email));
  }

  addEditor(user: string | User): this {
    return this.addEditors([user]);
  }

  addEditors(users: (string | User)[]): this {
    return this.keep({ editors: joined(this.info().editors, users) });
  }

  removeEditor(user: string | User): this {
    return this.keep({ editors: without(this.info().editors, user) });
  }

  /** Who may edit may view, so editors are listed too. */
  getViewers(): User[] {
    const viewers = this.info().viewers.map((email) => new User(email));
    return [...this.getEditors(), ...viewers];
  }

  addViewer(user: string | User): this {
    return this.addViewers([user]);
  }

  addViewers(users: (string | User)[]): this {
    return this.keep({ viewers: joined(this.info().viewers, users) });
  }

  removeViewer(user: string | User): this {
    return this.keep({ viewers: without(this.info().viewers, user) });
  }

  getRecalculationInterval(): EnumValue {
    return enumValue('Spreadsheet.RecalculationInterval', this.info().recalculation);
  }

  setRecalculationInterval(interval: EnumValue): this {
    return this.keep({ recalculation: interval.name() });
  }

  isIterativeCalculationEnabled(): boolean {
    return this.info().iterative;
  }

  setIterativeCalculationEnabled(iterative: boolean): this {
    return this.keep({ iterative });
  }

  getMaxIterativeCalculationCycles(): number {
    return this.info().mostCycles;
  }

  setMaxIterativeCalculationCycles(mostCycles: number): this {
    return this.keep({ mostCycles });
  }

  getIterativeCalculationConvergenceThreshold(): number {
    return this.info().threshold;
  }

  setIterativeCalculationConvergenceThreshold(threshold: number): this {
    return this.keep({ threshold });
  }
}

function joined(emails: string[], users: (string | User)[]): string[] {
  return [...new Set([...emails, ...users.map(emailOf)])].filter((email) => email !== boot().owner);
}

function without(emails: string[], user: string | User): string[] {
  return emails.filter((email) => email !== emailOf(user));
}
