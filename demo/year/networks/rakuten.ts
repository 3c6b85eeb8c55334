import type { Payment } from '../market';
import { decimal, inTaipei, markOf, type ReportLine, type YearNetwork } from './network';

/** Only what was processed, as approved; what is taken back is a second row of the same order. */
export const rakuten: YearNetwork = {
  title: 'Rakuten',
  currency: 'USD',
  lagDays: 3,
  repeatsMark: false,
  header:
    'Member ID (U1),MID,Advertiser Name,Order ID,Transaction Date,Transaction Time,SKU,Sales,# of Items,Total Commission,Process Date,Process Time'.split(
      ',',
    ),
  status: ({ status }) => (status === 'reversed' ? status : 'approved'),
  lines: (payment, day) => {
    const { at, price, share, taken } = payment;
    const first = line(payment, { at, price, share });
    if (taken === undefined || taken.at > day) return [first];
    return [first, line(payment, { at: taken.at, price: -taken.price, share: -taken.share })];
  },
};

function line(
  payment: Payment,
  { at, price, share }: { at: number; price: number; share: number },
): ReportLine {
  const [bought, processed] = [shown(payment.at), shown(at)];
  return {
    at,
    cells: {
      'Member ID (U1)': markOf(rakuten, payment),
      MID: '99333',
      'Advertiser Name': payment.sale.good.name,
      // Each payment is an order of its own.
      'Order ID': payment.number,
      'Transaction Date': bought.date,
      'Transaction Time': bought.time,
      SKU: 'A-1',
      Sales: decimal(price),
      '# of Items': price < 0 ? '-1' : '1',
      'Total Commission': decimal(share),
      'Process Date': processed.date,
      'Process Time': processed.time,
    },
  };
}

/** `9/3/26` and `10:11:12`. */
function shown(at: number): { date: string; time: string } {
  const [, year = '', month = '', day = '', time = ''] =
    /^\d\d(\d+)-(\d+)-(\d+)T(.{8})/.exec(inTaipei(at)) ?? [];
  return { date: `${Number(month)}/${Number(day)}/${year}`, time };
}
