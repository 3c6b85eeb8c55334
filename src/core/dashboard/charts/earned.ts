import { groupedBy } from '../../group';
import type { StandingRow } from '../../revenue/rollup';
import { many } from '../../words/count';
import { cut } from '../../problem';
import type { Board } from '../board';
import { ALL_CLIENTS, describeView } from '../view';
import { AMBER, type Chart, nothing, OTHERS, SERIES, wholly } from './chart';
import { spansOf } from './spans';

/** What was earned month by month, by product, and on top what is still pending. */
export const earned: Chart = {
  id: 'earned',
  title: 'Earned by month',
  type: 'column',
  draw: (board) => {
    const { sold, ledger, view } = board;
    if (ledger.length === 0 && view.segment === ALL_CLIENTS) {
      return nothing(
        'Nothing was earned yet. Bring in what a network reports: Perennial → Open Perennial → Money.',
      );
    }
    if (sold.length === 0) {
      return nothing(
        `${describeView(view)}: no commission. Choose another period, or other clients.`,
      );
    }
    const days = ledger.map(({ day }) => day).sort();
    const { spans, keyOf } = spansOf(view.from === '' ? (days[0] ?? view.to) : view.from, view.to);
    const series = seriesOf(board);
    const at = groupedBy(sold, ({ day }) => keyOf(day));
    return {
      rows: [
        ['', ...series.map(({ name }) => name)],
        ...spans.map(({ key, title }) => [
          title,
          ...series.map(({ has }) => wholly(total((at.get(key) ?? []).filter(has)), board)),
        ]),
      ],
      colours: series.map(({ colour }) => colour),
      note: `${describeView(view)} · ${many(sold.length, 'commission')}, in ${board.settings.homeCurrency}`,
    };
  },
};

interface Series {
  name: string;
  colour: string;
  has: (row: StandingRow) => boolean;
}

/** The products that brought most, the others together, and what is pending. */
function seriesOf({ sold, products }: Board): Series[] {
  const isPending = ({ status }: StandingRow): boolean => status === 'pending';
  const came = sold.filter((row) => !isPending(row));
  const names = new Map(products.map(({ id, name }) => [id, name]));
  const byProduct = [...groupedBy(came, ({ productId }) => productId)]
    .filter(([id]) => names.has(id))
    .sort(([, a], [, b]) => total(b) - total(a));
  // One more fits where it would be the only other.
  const isWhole =
    byProduct.length <= SERIES.length && came.every(({ productId }) => names.has(productId));
  const first = byProduct.slice(0, SERIES.length).map(([id]) => id);
  const own = first.map((id, i): Series => ({
    name: cut(names.get(id) ?? '', 24),
    colour: SERIES[i] ?? OTHERS,
    has: (row) => !isPending(row) && row.productId === id,
  }));
  const others: Series = {
    name: first.length === 0 ? 'Earned' : 'Other',
    colour: first.length === 0 ? (SERIES[0] ?? OTHERS) : OTHERS,
    has: (row) => !isPending(row) && !first.includes(row.productId),
  };
  const pending: Series = { name: 'Pending', colour: AMBER, has: isPending };
  return [
    ...own,
    ...(isWhole && first.length > 0 ? [] : [others]),
    ...(came.length < sold.length ? [pending] : []),
  ];
}

function total(rows: readonly StandingRow[]): number {
  return rows.reduce((sum, { homeAmount }) => sum + homeAmount.minor, 0);
}
