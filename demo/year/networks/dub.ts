import { type Payment, standingOf } from '../market';
import { decimal, type YearNetwork } from './network';

/** No sub-id at all: renewals are known by their customer; what is amended changes where it stands. */
export const dub: YearNetwork = {
  title: 'Dub',
  currency: 'USD',
  lagDays: 0,
  repeatsMark: false,
  header:
    'ID,Type,Amount,Earnings,Currency,Status,Invoice ID,Created at,Paid at,Updated at,Partner ID,Customer ID'.split(
      ',',
    ),
  status: ({ status }) => status,
  lines: (payment, day) => {
    const { number, nth, at, sale } = payment;
    const { status, price, share } = standingOf(payment, day);
    return [
      {
        at,
        cells: {
          ID: `cm_${number}`,
          Type: 'sale',
          Amount: `$${decimal(price)}`,
          Earnings: `$${decimal(share)}`,
          Currency: 'usd',
          Status: WORDS[status],
          'Invoice ID': `in_${sale.order}_${nth}`,
          'Created at': new Date(at).toISOString(),
          'Updated at': new Date(updated(payment, day)).toISOString(),
          'Partner ID': 'pn_mira',
          'Customer ID': sale.customer,
        },
      },
    ];
  },
};

const WORDS = { pending: 'pending', approved: 'processed', paid: 'paid', reversed: 'refunded' };

function updated({ at, settles, paid, taken }: Payment, day: number): number {
  return Math.max(...[at, settles, paid, taken?.at ?? 0].filter((then) => then <= day));
}
