import type { Day } from '../core/calendar';
import { outcomes } from '../core/letters/outcome';
import { type Click, type Commission, type Letter, letters } from '../core/workbook';
import type { Sheets } from '../services';

/** What deciding on outcomes needs of a letter. */
export const OUTCOME_COLUMNS = ['id', 'status', 'sent', 'outcome'] as const;

interface Seen {
  letters: Pick<Letter, (typeof OUTCOME_COLUMNS)[number]>[];
  clicks: Click[];
  commissions: Commission[];
}

/** Notes what became of letters, where it is more than was known. */
export function saveOutcomes(sheets: Sheets, seen: Seen, today: Day): void {
  const changed = outcomes(seen.letters, seen.clicks, seen.commissions, today, sheets.zone());
  sheets.patch(
    letters,
    changed.map(({ id, outcome }) => ({
      id,
      expect: { status: 'sent' as const },
      set: { outcome },
    })),
  );
}

/** Takes back that a letter was tapped, where it says so still. */
export function withdrawTaps(sheets: Sheets, ids: string[]): void {
  sheets.patch(
    letters,
    ids.map((id) => ({
      id,
      expect: { outcome: 'tapped' as const },
      set: { outcome: '' as const },
    })),
  );
}
