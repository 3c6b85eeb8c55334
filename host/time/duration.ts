const DAY = 86_400_000;

interface Duration {
  months: number;
  milliseconds: number;
}

function parseDuration(text: string): Duration | null {
  const match =
    /^P(?=.)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?=.)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/.exec(
      text,
    );
  if (!match) return null;
  const [years = 0, months = 0, weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = match
    .slice(1)
    .map((part: string | undefined) => Number(part ?? 0));
  return {
    months: years * 12 + months,
    milliseconds: (weeks * 7 + days) * DAY + ((hours * 60 + minutes) * 60 + seconds) * 1000,
  };
}

/** A moment some ISO 8601 duration later, in UTC; null for a text that is none. */
export function addDuration(instant: number, text: string): number | null {
  const duration = parseDuration(text);
  if (!duration) return null;
  const date = new Date(instant);
  date.setUTCMonth(date.getUTCMonth() + duration.months);
  return date.getTime() + duration.milliseconds;
}

/** A duration's length in milliseconds; a month counts as 30 days. Null for a text that is none. */
export function durationLength(text: string): number | null {
  const duration = parseDuration(text);
  return duration && duration.months * 30 * DAY + duration.milliseconds;
}
