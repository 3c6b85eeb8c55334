import type { Tokens } from '../../core/connectors/connector';
import { costOf, type Spent, spentThisMonth, whyNoAi } from '../../core/letters/spending';
import type { Settings } from '../../core/settings';
import { letters } from '../../core/workbook';
import type { Services } from '../../services';

/** What may still be spent on drafts this month. */
export interface Budget {
  /** Why no AI may be asked any more; undefined while it lasts. */
  whyNone: () => string | undefined;
  /** Notes what was spent just now. */
  spend: (tokens: Tokens[]) => void;
}

/** The month's budget, less what the Letters tab says was spent. */
export function openBudget(
  { sheets, clock }: Pick<Services, 'sheets' | 'clock'>,
  settings: Settings,
): Budget {
  let spent = spentSoFar({ sheets, clock });
  return {
    whyNone: () => whyNoAi(spent, settings),
    spend: (tokens) => {
      for (const { input, output } of tokens) {
        const cost = costOf({ input, output }, settings) ?? 0;
        spent = { tokens: spent.tokens + input + output, usd: spent.usd + cost };
      }
    },
  };
}

/** What this month's letters took. */
export function spentSoFar({ sheets, clock }: Pick<Services, 'sheets' | 'clock'>): Spent {
  const { rows } = sheets.readColumns(letters, ['written', 'tokensIn', 'tokensOut', 'cost']);
  return spentThisMonth(rows, clock.now(), sheets.zone());
}
