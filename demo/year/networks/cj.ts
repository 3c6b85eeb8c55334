import type { Payment } from '../market';
import { decimal, inTaipei, markOf, type ReportLine, type YearNetwork } from './network';

/**
 * What is taken back is a row of its own with a number of its own, which names the commission that
 * it corrects. Renewals bear the first sale's order and no sub-id.
 */
export const cj: YearNetwork = {
  title: 'CJ',
  currency: 'USD',
  lagDays: 2,
  repeatsMark: false,
  header:
    'SID,Commission ID,Original Action ID,Sale Amount (USD),Publisher Commission (USD),Event Date,Posting Date,Status,Action Name,Advertiser Name,Advertiser CID,Order ID'.split(
      ',',
    ),
  status: ({ status }) => status,
  lines: (payment, day) => {
    const { at, settles, paid, price, share, number, taken } = payment;
    const status = paid <= day ? 'closed' : settles <= day ? 'locked' : 'new';
    const first = line(payment, { at, price, share, number, status });
    if (taken === undefined || taken.at > day) return [first];
    const takes = { at: taken.at, price: -taken.price, share: -taken.share, status };
    return [first, line(payment, { ...takes, number: `9${number}`, original: number })];
  },
};

interface Row {
  at: number;
  price: number;
  share: number;
  number: string;
  status: string;
  original?: string;
}

function line(
  payment: Payment,
  { at, price, share, number, status, original = '' }: Row,
): ReportLine {
  return {
    at,
    cells: {
      SID: markOf(cj, payment),
      'Commission ID': number,
      'Original Action ID': original,
      'Sale Amount (USD)': decimal(price),
      'Publisher Commission (USD)': decimal(share),
      'Event Date': shown(at),
      'Posting Date': shown(at),
      Status: status,
      'Action Name': original === '' ? 'Sale' : 'Correction',
      'Advertiser Name': payment.sale.good.name,
      'Advertiser CID': '9900077',
      'Order ID': payment.sale.order,
    },
  };
}

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** `05-Oct-2026 10:20:30`. */
function shown(at: number): string {
  const [, year = '', month = '', day = '', time = ''] =
    /^(\d+)-(\d+)-(\d+)T(.{8})/.exec(inTaipei(at)) ?? [];
  return `${day}-${MONTHS[Number(month) - 1] ?? ''}-${year} ${time}`;
}
