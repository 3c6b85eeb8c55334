/** How the file of a payment account marks money from a partner programme. */
const PARTNER = '(?:affiliates?|partners?|referrals?|partnerprogramm)';
const PAYOUT =
  '(?:payouts?|commissions?|earnings?|rewards?|payments?|auszahlung|provision(?:en)?|vergutung)';
const MARKED = new RegExp(
  `\\b${PARTNER}(?: \\w+){0,2} ${PAYOUT}\\b|\\b${PAYOUT}(?: \\w+){0,3} ${PARTNER}\\b`,
);

/** Columns of a payment account in which such a mark may stand. */
const MARKS = [
  'Type',
  'Description',
  'reporting_category',
  'Subject',
  'Note',
  'Item Title',
  'Transaction Type',
  'Reporting Category',
];
const TAKEN_BACK = /\b(?:refund|reversal|reversed|chargeback|cancel)/;

/**
 * Why a payment account's row is no commission: it is not marked as an affiliate's or partner's
 * payout, or is money that went out; blank for one that is. One that was taken back counts.
 */
export function noPayout(cell: (column: string) => string, sign: number): string {
  const said = MARKS.map((column) => plain(cell(column)));
  const marked = said.find((text) => MARKED.test(text));
  if (marked === undefined) return 'It is not marked as an affiliate or partner payout.';
  if (sign < 0 && !said.some((text) => TAKEN_BACK.test(text))) {
    return 'It is money that you paid out, not earned.';
  }
  return '';
}

function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
