import { type Board, boardOf } from '../../src/core/dashboard/board';
import { type Choices, readView, segmentsIn } from '../../src/core/dashboard/view';
import { rollUp } from '../../src/core/revenue/rollup';
import { worthOf } from '../../src/core/revenue/worth';
import { readSettings } from '../../src/core/settings';
import type { Click, Client, Commission, Letter, Product } from '../../src/core/workbook';
import { NOW, TODAY, ZONE } from './rows';

export interface BoardRows {
  clients: Client[];
  products: Product[];
  letters: Letter[];
  clicks: Click[];
  commissions: Commission[];
}

/** What the dashboard shows of these rows; what is not chosen is as usual. */
export function aBoard(rows: Partial<BoardRows> = {}, chosen: Partial<Choices> = {}): Board {
  const { settings } = readSettings([]);
  const all = { clients: [], products: [], letters: [], clicks: [], commissions: [], ...rows };
  const home = settings.homeCurrency;
  const rates = new Map<string, number>();
  const said = { period: '', kind: '', segment: '', ...chosen };
  return boardOf(
    {
      ...all,
      rollup: rollUp({ ...all, links: [] }, TODAY, ZONE, home),
      worth: worthOf({ ...all, rates, planned: [] }, home, NOW),
      settings,
      now: NOW,
      zone: ZONE,
    },
    readView(said, segmentsIn(all.clients), TODAY).view,
  );
}
