const DAY = 86_400_000;
const QUARTER_HOUR = 900_000;

interface Zone {
  format: Intl.DateTimeFormat;
  offsets: Map<number, number>;
}

const zones = new Map<string, Zone>();

/** How far the clocks of a zone, or of an offset such as `+08:00`, are ahead of UTC, in milliseconds. */
export function offsetAt(timeZone: string, instant: number): number {
  if (!Number.isFinite(instant)) return 0;
  const fixed = /^([+-])(\d\d):(\d\d)$/.exec(timeZone);
  if (fixed) {
    const minutes = Number(fixed[2]) * 60 + Number(fixed[3]);
    return (fixed[1] === '-' ? -minutes : minutes) * 60_000;
  }
  const zone = zoneNamed(timeZone);
  const quarter = Math.floor(instant / QUARTER_HOUR);
  const known = zone.offsets.get(quarter);
  if (known !== undefined) return known;
  if (zone.offsets.size > 50_000) zone.offsets.clear();
  const offset = computeOffset(zone.format, quarter * QUARTER_HOUR);
  zone.offsets.set(quarter, offset);
  return offset;
}

/**
 * The instant at which a zone's clocks show a time, given as if it were UTC. Of a time shown twice
 * the first is taken; a time that is skipped counts from before the jump, as JavaScript does it.
 */
export function instantOf(timeZone: string, shown: number): number {
  const before = offsetAt(timeZone, shown - DAY);
  const after = offsetAt(timeZone, shown + DAY);
  const early = shown - before;
  if (before === after || offsetAt(timeZone, early) === before) return early;
  const late = shown - after;
  return offsetAt(timeZone, late) === after ? late : early;
}

/** Whether the machine knows a time zone by this name. */
export function isTimeZone(name: string): boolean {
  try {
    zoneNamed(name);
    return true;
  } catch {
    return false;
  }
}

function zoneNamed(timeZone: string): Zone {
  let zone = zones.get(timeZone);
  if (!zone) {
    const format = new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
      era: 'short',
    });
    zone = { format, offsets: new Map() };
    zones.set(timeZone, zone);
  }
  return zone;
}

function computeOffset(format: Intl.DateTimeFormat, instant: number): number {
  const shown: Record<string, number> = {};
  let beforeChrist = false;
  for (const { type, value } of format.formatToParts(instant)) {
    if (type === 'era') beforeChrist = value.startsWith('B');
    else shown[type] = Number(value);
  }
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = shown;
  const asUtc = Date.UTC(2000, month - 1, day, hour, minute, second);
  const exact = new Date(asUtc).setUTCFullYear(beforeChrist ? 1 - year : year, month - 1, day);
  return exact - instant;
}
