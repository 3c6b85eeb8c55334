import type { EventSpec } from '../shared/job';
import { enumValue } from './enums';
import { facadeOf } from './facade';
import { User } from './services/session';
import { Range } from './services/spreadsheet/range';
import { Sheet } from './services/spreadsheet/sheet';
import { Spreadsheet } from './services/spreadsheet/spreadsheet';

/** The event object that a trigger's function is given. */
export function eventObject(spec: EventSpec): Record<string, unknown> {
  const event: Record<string, unknown> = { ...spec.fields };
  if (spec.authMode) event.authMode = enumValue('Script.AuthMode', spec.authMode);
  if (spec.range) event.range = facadeOf(new Range(new Sheet(spec.range.sheet), spec.range));
  if (spec.source) event.source = facadeOf(new Spreadsheet());
  if (spec.user !== undefined) event.user = facadeOf(new User(spec.user));
  return event;
}
