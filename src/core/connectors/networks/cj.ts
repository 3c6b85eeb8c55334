import * as v from 'valibot';
import { parseInstant } from '../../calendar';
import { tryJson } from '../../json';
import { parseAmount } from '../../money';
import type { Statement } from '../../revenue/commission';
import { closed, type NetworkApi, readEach, statusOf, unreadable } from './network-api';

const Text = v.nullish(v.string(), '');
const Commissions = v.object({
  data: v.object({
    publisherCommissions: v.object({
      payloadComplete: v.boolean(),
      maxCommissionId: v.nullish(v.string(), ''),
      records: v.array(
        v.object({
          commissionId: v.string(),
          originalActionId: Text,
          original: v.boolean(),
          actionStatus: v.string(),
          eventDate: v.string(),
          postingDate: v.string(),
          pubCommissionAmountUsd: v.string(),
          saleAmountUsd: Text,
          orderId: Text,
          shopperId: Text,
          advertiserName: Text,
        }),
      ),
    }),
  }),
});
type Commission = v.InferOutput<
  typeof Commissions
>['data']['publisherCommissions']['records'][number];
const Refusals = v.object({ errors: v.array(v.object({ message: v.string() })) });

const STATES = {
  new: 'pending',
  extended: 'pending',
  locked: 'approved',
  closed: 'paid',
} as const;

/** The amounts in dollars: the other ones name no currency. Field names as introspected 2026-08-13. */
const QUERY = `query Paid($publishers: [String!]!, $since: String!, $before: String!, $after: String) {
  publisherCommissions(forPublishers: $publishers, sincePostingDate: $since, beforePostingDate: $before, sinceCommissionId: $after) {
    payloadComplete maxCommissionId
    records { commissionId originalActionId original actionStatus eventDate postingDate pubCommissionAmountUsd saleAmountUsd orderId shopperId advertiserName }
  }
}`;

/**
 * CJ's Commission Detail. A correction adds rows with the same original action: one that takes back
 * and one that states anew. A state changes in place, so what may not be closed yet is read again.
 */
export const cj: NetworkApi = {
  network: 'CJ',
  keys: [
    { name: 'publisher', title: 'Publisher ID', help: 'CJ → Account → Company ID (CID).' },
    { name: 'token', title: 'Personal access token', help: 'developers.cj.com → Authentication.' },
  ],
  questions: ['commissions'],
  windowDays: 31,
  firstDays: 365,
  againDays: 124,
  paceMs: 2400,
  ask: ({ from, to, cursor }, { publisher = '', token = '' }) => ({
    url: 'https://commissions.api.cj.com/query',
    method: 'POST',
    headers: { Authorization: `Bearer ${token}` },
    contentType: 'application/json',
    body: JSON.stringify({
      query: QUERY,
      variables: {
        publishers: [publisher],
        since: second(from),
        before: second(to),
        after: cursor === '' ? null : cursor,
      },
    }),
    timeoutSeconds: 60,
  }),
  read: ({ body }) => {
    const value = tryJson(body);
    const refused = v.safeParse(Refusals, value);
    if (refused.success) {
      const said = refused.output.errors.map(({ message }) => message).join(' ');
      return closed(
        `CJ did not take the question: ${said}.`,
        'Check the publisher ID, and report this.',
      );
    }
    const read = v.safeParse(Commissions, value);
    if (!read.success) return unreadable('CJ');
    const { payloadComplete, maxCommissionId, records } = read.output.data.publisherCommissions;
    return {
      kind: 'page',
      ...readEach(records, statementOf),
      ...(payloadComplete || !maxCommissionId ? {} : { cursor: maxCommissionId }),
    };
  },
  source: 'developers.cj.com, Commission Detail GraphQL (introspected 2026-08-13)',
};

function statementOf(row: Commission): Statement {
  const { commissionId, originalActionId, original, actionStatus } = row;
  const dollars = (amount: string): Statement['commission'] => parseAmount(amount, 'USD');
  return {
    network: 'CJ',
    externalId: commissionId,
    at: parseInstant(original ? row.eventDate : row.postingDate, 'UTC'),
    status: statusOf(STATES, actionStatus, commissionId),
    sale: row.saleAmountUsd ? dollars(row.saleAmountUsd) : null,
    commission: dollars(row.pubCommissionAmountUsd),
    subId: row.shopperId,
    corrects: originalActionId,
    order: row.orderId,
    programme: row.advertiserName,
  };
}

const second = (at: number): string => `${new Date(at).toISOString().slice(0, 19)}Z`;
