import type { Report } from '../reports/report';
import { findReport, type Sheet } from '../reports/sheet';
import { amazonEarnings } from './amazon-earnings';
import { awinTransactions } from './awin-transactions';
import { belboonConversions } from './belboon-conversions';
import { cjCommissions } from './cj-commissions';
import { dubCommissions } from './dub-commissions';
import { gumroadPayouts } from './gumroad-payouts';
import { impactPaystub } from './impact-paystub';
import { partnerstackCommissions } from './partnerstack-commissions';
import { paypalActivity } from './paypal-activity';
import { rakutenOrders } from './rakuten-orders';
import { stripeBalance } from './stripe-balance';
import { stripeItemized } from './stripe-itemized';

/** Every report that can be read, in the order in which they are tried. */
export const IMPORTERS: readonly Report[] = [
  impactPaystub,
  partnerstackCommissions,
  awinTransactions,
  cjCommissions,
  rakutenOrders,
  amazonEarnings,
  belboonConversions,
  gumroadPayouts,
  stripeBalance,
  stripeItemized,
  paypalActivity,
  // Last, for its columns are few, and others have them too.
  dubCommissions,
];

/** The report that a file is, with its header found; undefined for one that is not known. */
export function recogniseReport(csv: string): { report: Report; sheet: Sheet } | undefined {
  return findReport(csv, IMPORTERS);
}
