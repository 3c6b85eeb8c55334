/** When a trigger runs. Weekdays count from 0, Sunday; hours are those of `timeZone`. */
export type TriggerSpec =
  | { kind: 'after'; milliseconds: number }
  | { kind: 'at'; instant: number }
  | { kind: 'minutes'; every: number }
  | { kind: 'hours'; every: number; minute: number | null }
  | { kind: 'days'; every: number; hour: number | null; minute: number | null; timeZone: string }
  | {
      kind: 'weeks';
      every: number;
      weekday: number;
      hour: number | null;
      minute: number | null;
      timeZone: string;
    }
  | { kind: 'month'; day: number; hour: number | null; minute: number | null; timeZone: string }
  | { kind: 'spreadsheet'; event: SpreadsheetEventType };

export type SpreadsheetEventType = 'ON_OPEN' | 'ON_EDIT' | 'ON_CHANGE' | 'ON_FORM_SUBMIT';

/** An installed trigger; `next` is when the clock makes it due, null for a spreadsheet's event. */
export interface ClockTrigger {
  id: string;
  function: string;
  spec: TriggerSpec;
  created: number;
  next: number | null;
}
