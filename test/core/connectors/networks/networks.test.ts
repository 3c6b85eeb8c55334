import { readdirSync } from 'node:fs';
import path from 'node:path';
import { NETWORK_APIS } from '../../../../src/core/connectors/networks';
import {
  firstPlace,
  type Keys,
  type NetworkApi,
  nextPlace,
  type Place,
  readPage,
  spanOf,
} from '../../../../src/core/connectors/networks/network-api';
import type { HttpAnswer } from '../../../../src/core/http';
import { networkNamed } from '../../../../src/core/referrals/networks';
import { answer } from '../../../support/answers';
import { NOW } from '../../../support/rows';
import { describeWithShared, fixture } from '../../../support/shared';

const DAY = 24 * 3600 * 1000;
const AT = '2026-11-20T08:00:00Z';

function api(network: string): NetworkApi {
  const found = NETWORK_APIS.find((known) => known.network === network);
  if (found === undefined) throw new Error(`no API of ${network}`);
  return found;
}

const keysOf = ({ keys }: NetworkApi): Keys =>
  Object.fromEntries(keys.map(({ name }) => [name, `my-${name}`]));
const placeOf = (network: string, given: Partial<Place> = {}): Place => ({
  ...firstPlace(api(network), { since: NOW - 10 * DAY, until: NOW }),
  ...given,
});
const read = (network: string, said: HttpAnswer, given: Partial<Place> = {}) =>
  readPage(api(network), said, placeOf(network, given));
const ask = (network: string, given: Partial<Place> = {}) =>
  api(network).ask(placeOf(network, given), keysOf(api(network)));

it('lists every file of the folder, under names that the Products tab knows', () => {
  const folder = path.join(__dirname, '../../../../src/core/connectors/networks');
  const files = readdirSync(folder).filter((name) => !/^(index|network-api)\.ts$/.test(name));
  expect(NETWORK_APIS).toHaveLength(files.length);
  for (const { network } of NETWORK_APIS) expect(networkNamed(network).title).toBe(network);
});

describe('asking', () => {
  it.each<[string, Partial<Place>, string]>([
    [
      'PartnerStack',
      { cursor: 'rwrd_9' },
      'https://api.partnerstack.com/api/v2/rewards?limit=250&starting_after=rwrd_9',
    ],
    [
      'Impact',
      { cursor: '2' },
      'https://api.impact.com/Mediapartners/my-account/Actions?StartDate=2026-11-11T04%3A00%3A00Z&EndDate=2026-11-21T04%3A00%3A00Z&PageSize=1000&Page=2',
    ],
    [
      'Awin',
      { question: 'amendment' },
      'https://api.awin.com/publishers/my-publisher/transactions/?startDate=2026-11-11T04%3A00%3A00&endDate=2026-11-21T04%3A00%3A00&timezone=UTC&dateType=amendment',
    ],
    ['CJ', {}, 'https://commissions.api.cj.com/query'],
    [
      'Rewardful',
      { cursor: '3' },
      'https://api.getrewardful.com/v1/commissions?page=3&limit=100&expand%5B%5D=sale',
    ],
    [
      'Dub',
      {},
      'https://api.dub.co/commissions?start=2026-11-11T04%3A00%3A00.000Z&end=2026-11-21T04%3A00%3A00.000Z&page=1&pageSize=100',
    ],
  ])('%s by the address that it documents', (network, given, url) => {
    expect(ask(network, given).url).toBe(url);
  });

  it.each<[string, string]>([
    ['PartnerStack', 'Bearer my-token'],
    ['Awin', 'Bearer my-token'],
    ['CJ', 'Bearer my-token'],
    ['Dub', 'Bearer my-token'],
    ['Impact', `Basic ${Buffer.from('my-account:my-token').toString('base64')}`],
    ['Rewardful', `Basic ${Buffer.from('my-secret:').toString('base64')}`],
  ])('%s shows the key in a header alone', (network, header) => {
    const { headers, url, body = '' } = ask(network);
    expect(headers?.Authorization).toBe(header);
    expect(url + body).not.toMatch(/my-token|my-secret/);
  });

  it('CJ asks in GraphQL for a window and, on the next page, from the last commission on', () => {
    const { body = '', contentType, method } = ask('CJ', { cursor: '99' });
    expect([method, contentType]).toEqual(['POST', 'application/json']);
    const { variables, query } = JSON.parse(body) as { variables: object; query: string };
    expect(variables).toEqual({
      publishers: ['my-publisher'],
      since: '2026-11-11T04:00:00Z',
      before: '2026-11-21T04:00:00Z',
      after: '99',
    });
    expect(query).not.toMatch(/\blimit\b|\bcurrency\b/);
  });
});

describe('going through windows and pages', () => {
  it.each([
    ['Awin', 31, 3],
    ['Impact', 45, 1],
    ['CJ', 31, 1],
  ])(
    '%s is never asked for more than %i days, and none is left out',
    (network, days, questions) => {
      const span = spanOf(api(network), undefined, NOW);
      const seen = new Map<string, Place[]>();
      for (let at: Place | undefined = firstPlace(api(network), span); at !== undefined;) {
        seen.set(at.question, [...(seen.get(at.question) ?? []), at]);
        at = nextPlace(api(network), at, undefined, span);
      }
      expect(seen.size).toBe(questions);
      for (const windows of seen.values()) {
        expect(windows[0]?.from).toBe(NOW - 365 * DAY);
        expect(windows[windows.length - 1]?.to).toBe(NOW);
        windows.forEach(({ from, to }, i) => {
          expect(to - from).toBeLessThanOrEqual(days * DAY);
          if (i > 0) expect(from).toBe(windows[i - 1]?.to);
        });
      }
    },
  );

  it('looks back before the last pull for what changed late', () => {
    expect(spanOf(api('CJ'), NOW - DAY, NOW)).toEqual({ since: NOW - 125 * DAY, until: NOW });
  });
});

const impactAction = (given: object) => ({
  Id: '1000.1',
  CampaignName: 'Rankly',
  State: 'PENDING',
  Payout: '0.88',
  Amount: '21.99',
  Currency: 'USD',
  EventDate: AT,
  Oid: 'o1',
  SubId1: 'abcdefghvvvvv',
  ...given,
});
const impactPage = (page: number, pages: number, ...Actions: object[]) =>
  answer(200, { '@page': String(page), '@numpages': String(pages), Actions });
const awinRow = (given: object) => ({
  id: 7,
  commissionStatus: 'pending',
  commissionAmount: { amount: 5.59, currency: 'GBP' },
  saleAmount: { amount: 55.96, currency: 'GBP' },
  clickRefs: { clickRef: 'news', clickRef2: 'abcdefghvvvvv' },
  transactionDate: '2026-11-20T08:00:00',
  orderRef: 'o1',
  paidToPublisher: false,
  ...given,
});
const cjRow = (given: object) => ({
  commissionId: '1',
  originalActionId: 'a1',
  original: true,
  actionStatus: 'new',
  eventDate: AT,
  postingDate: '2026-11-21T08:00:00Z',
  pubCommissionAmountUsd: '12.30',
  saleAmountUsd: '123.00',
  orderId: 'o1',
  shopperId: 'abcdefghvvvvv',
  advertiserName: 'Rankly',
  ...given,
});
const cjPage = (payloadComplete: boolean, ...records: object[]) =>
  answer(200, {
    data: { publisherCommissions: { payloadComplete, maxCommissionId: '9', records } },
  });
const reward = (given: object) => ({
  key: 'rwrd_1',
  amount: 5000,
  currency: 'USD',
  status: 'approved',
  payment_status: 'available',
  created_at: Date.parse(AT),
  ...given,
});
const rewards = (isMore: boolean, ...items: object[]) =>
  answer(200, { data: { has_more: isMore, items } });
const rewardfulRow = (given: object) => ({
  id: 'r1',
  amount: 1500,
  currency: 'USD',
  state: 'due',
  created_at: AT,
  sale: {
    charged_at: AT,
    currency: 'USD',
    sale_amount_cents: 5000,
    referral: { id: 'ref1', link: { token: 'mira-7' } },
  },
  ...given,
});
const rewardfulPage = (next: number | null, ...data: object[]) =>
  answer(200, { pagination: { next_page: next }, data });
const dubRow = (given: object) => ({
  id: 'cm_1',
  amount: 9900,
  earnings: 1980,
  currency: 'usd',
  status: 'pending',
  createdAt: AT,
  customer: { id: 'cus_1' },
  ...given,
});

describe('reading', () => {
  const base = { at: Date.parse(AT), status: 'pending' };
  it.each<[string, HttpAnswer, object]>([
    [
      'Impact',
      impactPage(1, 1, impactAction({})),
      {
        ...base,
        externalId: '1000.1',
        sale: { minor: 2199, currency: 'USD' },
        commission: { minor: 88, currency: 'USD' },
        subId: 'abcdefghvvvvv',
        order: 'o1',
        programme: 'Rankly',
      },
    ],
    [
      'Awin',
      answer(200, [awinRow({})]),
      {
        ...base,
        externalId: '7',
        sale: { minor: 5596, currency: 'GBP' },
        commission: { minor: 559, currency: 'GBP' },
        subId: 'abcdefghvvvvv',
      },
    ],
    [
      'CJ',
      cjPage(true, cjRow({})),
      {
        ...base,
        externalId: '1',
        corrects: 'a1',
        sale: { minor: 12_300, currency: 'USD' },
        commission: { minor: 1230, currency: 'USD' },
        subId: 'abcdefghvvvvv',
      },
    ],
    [
      'PartnerStack',
      rewards(false, reward({})),
      {
        ...base,
        status: 'approved',
        externalId: 'rwrd_1',
        commission: { minor: 5000, currency: 'USD' },
      },
    ],
    [
      'Rewardful',
      rewardfulPage(null, rewardfulRow({})),
      {
        ...base,
        status: 'approved',
        externalId: 'r1',
        sale: { minor: 5000, currency: 'USD' },
        commission: { minor: 1500, currency: 'USD' },
        subId: 'mira-7',
        customer: 'ref1',
      },
    ],
    [
      'Dub',
      answer(200, [dubRow({})]),
      {
        ...base,
        externalId: 'cm_1',
        sale: { minor: 9900, currency: 'USD' },
        commission: { minor: 1980, currency: 'USD' },
        customer: 'cus_1',
      },
    ],
  ])('%s', (network, said, row) => {
    expect(read(network, said)).toMatchObject({
      kind: 'page',
      statements: [{ network, ...row }],
      refused: [],
    });
  });

  const states: [string, (state: string) => HttpAnswer, Record<string, string>][] = [
    [
      'Impact',
      (State) => impactPage(1, 1, impactAction({ State })),
      { PENDING: 'pending', APPROVED: 'approved', REVERSED: 'reversed' },
    ],
    [
      'Awin',
      (commissionStatus) => answer(200, [awinRow({ commissionStatus })]),
      { pending: 'pending', approved: 'approved', declined: 'reversed', deleted: 'reversed' },
    ],
    [
      'CJ',
      (actionStatus) => cjPage(true, cjRow({ actionStatus })),
      { new: 'pending', extended: 'pending', locked: 'approved', closed: 'paid' },
    ],
    [
      'Rewardful',
      (state) => rewardfulPage(null, rewardfulRow({ state })),
      { pending: 'pending', due: 'approved', paid: 'paid', void: 'reversed' },
    ],
    [
      'Dub',
      (status) => answer(200, [dubRow({ status })]),
      {
        pending: 'pending',
        processed: 'approved',
        paid: 'paid',
        refunded: 'reversed',
        duplicate: 'reversed',
        fraud: 'reversed',
        canceled: 'reversed',
      },
    ],
    [
      'PartnerStack',
      (status) => rewards(false, reward({ status })),
      { pending: 'pending', approved: 'approved', declined: 'reversed' },
    ],
  ];
  it.each(states)('%s in its own states, and no other', (network, page, known) => {
    for (const [said, status] of Object.entries(known)) {
      expect(read(network, page(said))).toMatchObject({ statements: [{ status }] });
    }
    expect(read(network, page('odd'))).toMatchObject({
      statements: [],
      refused: [expect.stringContaining('“odd”, a state that Perennial does not know')],
    });
  });

  it('tells what was paid out from what was approved', () => {
    const awin = answer(200, [awinRow({ commissionStatus: 'approved', paidToPublisher: true })]);
    expect(read('Awin', awin)).toMatchObject({ statements: [{ status: 'paid' }] });
    const paid = rewards(false, reward({ payment_status: 'withdrawn' }));
    expect(read('PartnerStack', paid)).toMatchObject({ statements: [{ status: 'paid' }] });
  });

  it('CJ’s corrections stand at their posting, and share the action', () => {
    const page = cjPage(
      true,
      cjRow({ commissionId: '2', original: false, pubCommissionAmountUsd: '-12.30' }),
    );
    expect(read('CJ', page)).toMatchObject({
      statements: [
        { commission: { minor: -1230 }, corrects: 'a1', at: Date.parse('2026-11-21T08:00:00Z') },
      ],
    });
  });

  it.each<[string, HttpAnswer, string | undefined, string]>([
    ['Impact', impactPage(1, 2), '2', ''],
    ['Impact', impactPage(2, 2), undefined, '2'],
    ['CJ', cjPage(false), '9', ''],
    ['CJ', cjPage(true), undefined, ''],
    ['PartnerStack', rewards(true, reward({})), 'rwrd_1', ''],
    ['PartnerStack', rewards(false, reward({})), undefined, ''],
    ['Rewardful', rewardfulPage(2), '2', ''],
    ['Rewardful', rewardfulPage(null), undefined, ''],
    [
      'Dub',
      answer(
        200,
        Array.from({ length: 100 }, () => dubRow({})),
      ),
      '3',
      '2',
    ],
    ['Dub', answer(200, [dubRow({})]), undefined, '2'],
  ])('%s knows its next page (%#)', (network, said, next, cursor) => {
    expect(read(network, said, { cursor })).toMatchObject({
      kind: 'page',
      ...(next === undefined ? {} : { cursor: next }),
    });
    expect('cursor' in read(network, said, { cursor })).toBe(next !== undefined);
  });

  it('is not led in a circle', () => {
    expect(read('PartnerStack', rewards(true, reward({})), { cursor: 'rwrd_1' }).kind).toBe(
      'closed',
    );
  });

  it('guesses no unit of an amount', () => {
    expect(read('PartnerStack', rewards(false, reward({ currency: 'JPY' })))).toMatchObject({
      statements: [],
      refused: [expect.stringContaining('does not say in which unit')],
    });
    const yen = answer(200, [dubRow({ currency: 'jpy' })]);
    expect(read('Dub', yen)).toMatchObject({
      statements: [{ commission: { minor: 1980, currency: 'JPY' } }],
    });
  });
});

describe('what is no page', () => {
  it.each(NETWORK_APIS.map(({ network }) => network))('%s', (network) => {
    expect(read(network, answer(401, { error: 'unauthorized' }))).toMatchObject({
      kind: 'closed',
      problem: { sentence: expect.stringContaining(`${network} refused the key`) as string },
    });
    expect(read(network, answer(400, { Message: 'odd' })).kind).toBe('closed');
    expect(read(network, answer(200, { odd: true })).kind).toBe('closed');
    expect(read(network, { ok: true, status: 200, headers: {}, body: '<html>' }).kind).toBe(
      'closed',
    );
    expect(read(network, answer(503, ''))).toMatchObject({ kind: 'busy', afterMs: 60_000 });
    expect(read(network, { ok: false, error: 'DNS error' }).kind).toBe('busy');
  });

  it('waits as long as it is asked to', () => {
    const busy = {
      ...answer(429, { error: { message: 'slow' } }),
      headers: { 'retry-after': '12' },
    };
    expect(read('Dub', busy)).toMatchObject({
      kind: 'busy',
      afterMs: 12_000,
      why: 'Dub says: slow',
    });
  });

  it('CJ refuses with status 200', () => {
    expect(read('CJ', answer(200, { errors: [{ message: 'Unknown publisher' }] }))).toMatchObject({
      kind: 'closed',
      problem: { sentence: 'CJ did not take the question: Unknown publisher.' },
    });
  });
});

describeWithShared('answers as the networks give them', () => {
  const said = (name: string): HttpAnswer => {
    const { status, headers, body } = fixture(name);
    const lower = Object.entries(headers).map(([key, value]) => [key.toLowerCase(), value]);
    return {
      ok: true,
      status,
      headers: Object.fromEntries(lower) as Record<string, string>,
      body: JSON.stringify(body),
    };
  };
  it.each<[string, string, object]>([
    [
      'Awin',
      'awin-transactions',
      { statements: [{ commission: { minor: 559 }, status: 'pending' }] },
    ],
    ['Awin', 'awin-401', { kind: 'closed' }],
    [
      'Impact',
      'impact-actions',
      { statements: [{ externalId: '1000.4636.158133', commission: { minor: 88 } }] },
    ],
    ['Impact', 'impact-400', { kind: 'closed' }],
    [
      'PartnerStack',
      'partnerstack-rewards',
      { statements: [{ commission: { minor: 5000 } }], cursor: 'rwrd_1234' },
    ],
    ['Rewardful', 'rewardful-commissions', { kind: 'page', statements: [] }],
    ['Dub', 'dub-429', { kind: 'busy', afterMs: 12_000 }],
  ])('%s: %s', (network, name, expected) => {
    expect(read(network, said(name))).toMatchObject(expected);
  });
});
