import { clicksFrom } from '../../src/core/referrals/click';
import { withScanners } from '../../src/core/referrals/scanner';
import type { Click } from '../../src/core/workbook';
import { MINUTE } from './draw';
import type { Traffic } from './traffic';

const BEAT = 10 * MINUTE;

/** The Clicks rows as collecting makes them, beat by beat, each visit judged as it comes. */
export function judged({ events, mailing }: Traffic): Map<string, Click> {
  const rows = new Map<string, Click>();
  for (let from = 0; from < events.length;) {
    const beat = Math.floor((events[from]?.at ?? 0) / BEAT);
    let to = from;
    while (to < events.length && Math.floor((events[to]?.at ?? 0) / BEAT) === beat) to++;
    const known = [...rows.values()];
    const one = clicksFrom(events.slice(from, to), known, mailing.links);
    const { added, changed } = withScanners(one, known, mailing, (beat + 1) * BEAT);
    for (const click of [...added, ...changed]) rows.set(click.id, click);
    from = to;
  }
  return rows;
}

/** The same rows judged one by one alone: by their level, and by isbot on the browser's name. */
export function judgedAlone({ events, mailing }: Traffic): Map<string, Click> {
  const { added } = clicksFrom(events, [], mailing.links);
  return new Map(added.map((click) => [click.id, click]));
}
