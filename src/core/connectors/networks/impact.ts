import * as v from 'valibot';
import { base64 } from '../../base64';
import { parseInstant } from '../../calendar';
import { tryJson } from '../../json';
import { currencyCode, parseAmount } from '../../money';
import { readSubId } from '../../referrals/sub-id';
import type { Statement } from '../../revenue/commission';
import { type NetworkApi, query, readEach, statusOf, unreadable } from './network-api';

const Text = v.nullish(v.string(), '');
const Actions = v.object({
  '@page': v.string(),
  '@numpages': v.string(),
  Actions: v.array(
    v.object({
      Id: v.string(),
      CampaignName: Text,
      State: v.string(),
      Payout: v.string(),
      Amount: Text,
      Currency: v.string(),
      EventDate: v.string(),
      Oid: Text,
      SubId1: Text,
      SubId2: Text,
      SubId3: Text,
      SharedId: Text,
    }),
  ),
});
type Action = v.InferOutput<typeof Actions>['Actions'][number];

const STATES = { pending: 'pending', approved: 'approved', reversed: 'reversed' } as const;

/**
 * Impact's partner API, version 16. A window has at most 45 days. A change shows in the action itself,
 * so those that may not have locked yet are read again.
 */
export const impact: NetworkApi = {
  network: 'Impact',
  keys: [
    { name: 'account', title: 'Account SID', help: 'Impact → Settings → API.' },
    { name: 'token', title: 'Auth token', help: 'Beside the account SID.' },
  ],
  questions: ['actions'],
  windowDays: 45,
  firstDays: 365,
  againDays: 120,
  paceMs: 4000,
  ask: ({ from, to, cursor }, { account = '', token = '' }) => ({
    url: `https://api.impact.com/Mediapartners/${encodeURIComponent(account)}/Actions?${query({
      StartDate: second(from),
      EndDate: second(to),
      PageSize: 1000,
      Page: cursor || '1',
    })}`,
    method: 'GET',
    headers: {
      Authorization: `Basic ${base64(`${account}:${token}`)}`,
      Accept: 'application/json',
    },
    timeoutSeconds: 60,
  }),
  read: ({ body }) => {
    const read = v.safeParse(Actions, tryJson(body));
    if (!read.success) return unreadable('Impact');
    const page = Number(read.output['@page']);
    const isMore = page < Number(read.output['@numpages']);
    return {
      kind: 'page',
      ...readEach(read.output.Actions, statementOf),
      ...(isMore ? { cursor: String(page + 1) } : {}),
    };
  },
  source: 'Impact partner API v16 (Actions); 45 days, 1,000 calls an hour',
};

function statementOf(row: Action): Statement {
  const { Id, CampaignName, State, Payout, Amount, Currency, EventDate, Oid } = row;
  const currency = currencyCode(Currency);
  const marks = [row.SubId1, row.SubId2, row.SubId3, row.SharedId];
  return {
    network: 'Impact',
    externalId: Id,
    at: parseInstant(EventDate, 'UTC'),
    status: statusOf(STATES, State, Id),
    sale: Amount ? parseAmount(Amount, currency) : null,
    commission: parseAmount(Payout, currency),
    subId: marks.find((mark) => readSubId(mark) !== undefined) ?? marks[0] ?? '',
    order: Oid,
    programme: CampaignName,
  };
}

const second = (at: number): string => `${new Date(at).toISOString().slice(0, 19)}Z`;
