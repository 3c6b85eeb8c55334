import { type Payment, standingOf } from '../market';
import { decimal, markOf, type YearNetwork } from './network';

/** What a transaction is, and what it comes to, changes where it stands. */
export const awin: YearNetwork = {
  title: 'Awin',
  currency: 'EUR',
  lagDays: 1,
  repeatsMark: true,
  // The documented excerpt, with the column in which the sub-id is asked for.
  header:
    'id,publisher_id,sale_amount,commission,date,commission_status,validation_date,click_ref,type,site_name,URL,decline_reason'.split(
      ',',
    ),
  status: ({ status }) => (status === 'paid' ? 'approved' : status),
  lines: (payment, day) => {
    const standing = standingOf(payment, day);
    const isDeclined = standing.status === 'reversed';
    return [
      {
        at: payment.at,
        cells: {
          id: payment.number,
          publisher_id: '9900001',
          sale_amount: decimal(standing.price),
          commission: decimal(standing.share),
          date: new Date(payment.at).toISOString(),
          commission_status: isDeclined ? '2' : standing.status === 'pending' ? '0' : '1',
          validation_date: validated(payment, day),
          click_ref: markOf(awin, payment),
          type: 'Commission group transaction',
          site_name: payment.sale.good.name,
          decline_reason: isDeclined ? 'Cancelled order' : '',
        },
      },
    ];
  },
};

function validated({ settles, taken }: Payment, day: number): string {
  const last = Math.max(...[settles, taken?.at ?? 0].filter((at) => at <= day), 0);
  return last === 0 ? '' : new Date(last).toISOString();
}
