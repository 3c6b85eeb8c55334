import type { SpreadsheetEventType, TriggerSpec } from '../../shared/triggers';
import { boot, call } from '../bridge';
import type { EnumValue } from '../enums';
import { exception } from '../exception';
import type { Thing } from '../facade';
import { Trigger } from './script';

/** The start of a trigger: a function's name. */
export class TriggerBuilder implements Thing {
  readonly kind = 'Script.TriggerBuilder';

  constructor(private readonly functionName: string) {}

  timeBased(): ClockTriggerBuilder {
    return new ClockTriggerBuilder(this.functionName);
  }

  forSpreadsheet(): SpreadsheetTriggerBuilder {
    return new SpreadsheetTriggerBuilder(this.functionName);
  }
}

function create(functionName: string, spec: TriggerSpec): Trigger {
  return new Trigger(call('triggers.create', { function: functionName, spec }));
}

class SpreadsheetTriggerBuilder implements Thing {
  readonly kind = 'Script.SpreadsheetTriggerBuilder';
  private event: SpreadsheetEventType | null = null;

  constructor(private readonly functionName: string) {}

  onOpen(): this {
    return this.on('ON_OPEN');
  }

  onEdit(): this {
    return this.on('ON_EDIT');
  }

  onChange(): this {
    return this.on('ON_CHANGE');
  }

  onFormSubmit(): this {
    return this.on('ON_FORM_SUBMIT');
  }

  private on(event: SpreadsheetEventType): this {
    this.event = event;
    return this;
  }

  create(): Trigger {
    // Unverified wording.
    if (!this.event) throw exception('The trigger needs an event type.');
    return create(this.functionName, { kind: 'spreadsheet', event: this.event });
  }
}

const allowedMinutes = [1, 5, 10, 15, 30];

class ClockTriggerBuilder implements Thing {
  readonly kind = 'Script.ClockTriggerBuilder';
  private once: TriggerSpec | null = null;
  private minutes: number | null = null;
  private hours: number | null = null;
  private days: number | null = null;
  private weeks: number | null = null;
  private weekday: number | null = null;
  private monthDay: number | null = null;
  private hour: number | null = null;
  private minute: number | null = null;
  private timeZone = boot().timeZone;

  constructor(private readonly functionName: string) {}

  after(milliseconds: number): this {
    this.once = { kind: 'after', milliseconds };
    return this;
  }

  at(date: Date): this {
    this.once = { kind: 'at', instant: date.getTime() };
    return this;
  }

  atDate(year: number, month: number, day: number): this {
    return this.at(new Date(year, month - 1, day));
  }

  everyMinutes(n: number): this {
    if (!allowedMinutes.includes(n)) {
      throw exception(
        'The value you passed to everyMinutes was invalid. It must be one of 1, 5, 10, 15 or 30.',
      );
    }
    this.minutes = n;
    return this;
  }

  everyHours(n: number): this {
    this.hours = whole('everyHours', n, 1, Infinity);
    return this;
  }

  everyDays(n: number): this {
    this.days = whole('everyDays', n, 1, Infinity);
    return this;
  }

  everyWeeks(n: number): this {
    this.weeks = whole('everyWeeks', n, 1, Infinity);
    return this;
  }

  onWeekDay(day: EnumValue): this {
    this.weekday = day.ordinal();
    return this;
  }

  onMonthDay(day: number): this {
    this.monthDay = whole('onMonthDay', day, 1, 31);
    return this;
  }

  atHour(hour: number): this {
    this.hour = whole('atHour', hour, 0, 23);
    return this;
  }

  nearMinute(minute: number): this {
    this.minute = whole('nearMinute', minute, 0, 59);
    return this;
  }

  inTimezone(timeZone: string): this {
    this.timeZone = timeZone;
    return this;
  }

  create(): Trigger {
    return create(this.functionName, this.spec());
  }

  private spec(): TriggerSpec {
    const { hour, minute, timeZone } = this;
    if (this.once) return this.once;
    if (this.minutes !== null) return { kind: 'minutes', every: this.minutes };
    if (this.hours !== null) return { kind: 'hours', every: this.hours, minute };
    if (this.monthDay !== null)
      return { kind: 'month', day: this.monthDay, hour, minute, timeZone };
    if (this.weekday !== null || this.weeks !== null) {
      const [every, weekday] = [this.weeks ?? 1, this.weekday ?? 0];
      return { kind: 'weeks', every, weekday, hour, minute, timeZone };
    }
    if (this.days !== null) return { kind: 'days', every: this.days, hour, minute, timeZone };
    // Unverified wording.
    throw exception('The trigger needs to know when to run.');
  }
}

/** A whole number within these bounds, or a refusal. */
function whole(method: string, value: number, least: number, most: number): number {
  if (Number.isInteger(value) && value >= least && value <= most) return value;
  // Unverified wording.
  throw exception(`The value you passed to ${method} was invalid.`);
}
