import Papa from 'papaparse';
import type { Instant } from '../../src/core/calendar';
import { minorDigits, type Money, toMajor } from '../../src/core/money';
import type { Action } from './actions';

const DAY = 86_400_000;

/** Impact's header, word for word (helpdesk article 155000002735). */
const HEADER =
  'Paystub Id,Action Id,Campaign Id,Campaign Name,Action Tracker Id,Action Tracker,Sub Id 1,Sub Id 2,Sub Id 3,Shared Id,Sale Amount,Payout,Action Date,Posting Date,Modification Date,Locking Date'.split(
    ',',
  );

/** Payments as the CSV of Impact's paystub report. The form of its dates is unverified. */
export function paystubCsv(actions: Action[]): string {
  return Papa.unparse({ fields: HEADER, data: actions.map(rowOf) });
}

function rowOf(action: Action): string[] {
  const { actionId, campaignId, campaign, tracker, subId, at, sale, payout } = action;
  const locked = at + 14 * DAY;
  return [
    // One paystub a month.
    `88${shown(locked).slice(0, 7).replace('-', '')}`,
    actionId,
    campaignId,
    campaign,
    tracker === 'Renewal' ? '2' : '1',
    tracker,
    subId,
    '',
    '',
    '',
    decimal(sale),
    decimal(payout),
    shown(at),
    shown(at + DAY),
    '',
    shown(locked),
  ];
}

function shown(at: Instant): string {
  return new Date(at).toISOString().replace('.000Z', 'Z');
}

function decimal(amount: Money): string {
  return toMajor(amount).toFixed(minorDigits(amount.currency));
}
