import { groupedBy } from '../../group';
import { many } from '../../words/count';
import { ALL_CLIENTS, describeView } from '../view';
import { AMBER, type Chart, DEEP, label, MOST_BARS, nothing, wholly } from './chart';

/** What came through each network. */
export const networks: Chart = {
  id: 'networks',
  title: 'By network',
  type: 'bar',
  draw: (board) => {
    const { sold, ledger, view } = board;
    if (sold.length === 0) {
      return nothing(
        ledger.length === 0 && view.segment === ALL_CLIENTS
          ? 'No network has paid yet. Commissions come by report, by postback or by API: Perennial → Open Perennial → Money.'
          : `${describeView(view)}: no commission. Choose another period, or other clients.`,
      );
    }
    const bars = [...groupedBy(sold, ({ network }) => network)].map(([network, rows]) => {
      const sum = (isPending: boolean): number =>
        rows
          .filter(({ status }) => (status === 'pending') === isPending)
          .reduce((all, { homeAmount }) => all + homeAmount.minor, 0);
      return { name: label(network, rows.length), earned: sum(false), pending: sum(true) };
    });
    bars.sort((a, b) => b.earned + b.pending - a.earned - a.pending);
    return {
      rows: [
        ['', 'Earned', 'Pending'],
        ...bars
          .slice(0, MOST_BARS)
          .map(({ name, earned, pending }) => [
            name,
            wholly(earned, board),
            wholly(pending, board),
          ]),
      ],
      colours: [DEEP, AMBER],
      note: `${describeView(view)} · ${many(sold.length, 'commission')} (in brackets: of each), in ${board.settings.homeCurrency}`,
    };
  },
};
