import { addMonths, type Day, monthOf, monthStart, quarterOf } from '../../calendar';

/** Columns that a chart of time has at most. */
const MOST = 24;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A stretch of time that has a column of its own. */
export interface Span {
  key: string;
  title: string;
}

/** The months between two days; quarters, or years, where there would be too many. */
export function spansOf(from: Day, to: Day): { spans: Span[]; keyOf: (day: Day) => string } {
  const months: Day[] = [];
  for (let month = monthStart(monthOf(from)); month <= to; month = addMonths(month, 1)) {
    months.push(month);
  }
  const inQuarters = new Set(months.map(quarterOf));
  const keyOf =
    months.length <= MOST
      ? monthOf
      : inQuarters.size <= MOST
        ? quarterOf
        : (day: Day) => day.slice(0, 4);
  const keys = [...new Set(months.map(keyOf))];
  return {
    spans: keys.map((key, i) => ({
      key,
      title: keyOf === monthOf ? monthTitle(key, i === 0) : key,
    })),
    keyOf,
  };
}

/** `Nov`, and with its year where that is new: `Jan 27`. */
export function monthTitle(day: Day, isFirst: boolean): string {
  const name = MONTHS[Number(day.slice(5, 7)) - 1] ?? '';
  return isFirst || name === 'Jan' ? `${name} ${day.slice(2, 4)}` : name;
}
