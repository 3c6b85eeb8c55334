import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { type ClaimContext, postbackAddress, readClaim } from '../../../src/core/referrals/claim';
import { POSTBACKS, postbackOf } from '../../../src/core/referrals/postbacks';
import { NETWORKS } from '../../../src/core/referrals/networks';
import { describeWithShared, sharedFile } from '../../support/shared';
import { NOW, ZONE } from '../../support/rows';

const SUB = 'abcdefghjkmnp';
const context: ClaimContext = { currencyOf: () => 'EUR', zone: ZONE, arrived: NOW };
const read = (network: string, fields: Record<string, string>) =>
  readClaim(network, fields, context);

/** The query of a postback as its network would fill it, macro by macro. */
function called(query: string, values: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    query.split('&').map((pair): [string, string] => {
      const at = pair.indexOf('=');
      const name = pair.slice(0, at);
      return [name, values[name] ?? pair.slice(at + 1)];
    }),
  );
}

const amounts = fc
  .integer({ min: 0, max: 99_999_999 })
  .chain((cents) =>
    fc
      .constantFrom(
        (cents / 100).toFixed(2),
        (cents / 100).toFixed(2).replace('.', ','),
        `$${(cents / 100).toLocaleString('en-US', { minimumFractionDigits: 2 })}`,
        `${(cents / 100).toLocaleString('de-DE', { minimumFractionDigits: 2 })} €`,
      )
      .map((text) => ({ cents, text })),
  );

describe.each(POSTBACKS.map((postback) => [postback.network, postback] as const))(
  'a postback of %s',
  (network, { query, source }) => {
    const names = query.split('&').map((pair) => pair.split('=')[0] ?? '');

    it('is of a network that we know, and says where that was read', () => {
      expect(NETWORKS.map(({ title }) => title).concat('Keitaro')).toContain(network);
      expect(source).not.toBe('');
    });

    it('brings back sub-id, number and amount, and the same again for a repeat, however late', () => {
      fc.assert(
        fc.property(
          amounts,
          fc.stringMatching(/^[A-Za-z0-9-]{1,20}$/),
          fc.nat({ max: 30 }),
          fc.boolean(),
          ({ cents, text }, id, daysLate, isFolded) => {
            const fields = called(query, {
              sub: isFolded ? SUB.toUpperCase() : SUB,
              id,
              amount: text,
              currency: 'EUR',
              at: '2026-11-19 10:00:00',
            });
            const claim = read(network, fields);
            expect(claim.commission).toEqual({ minor: cents, currency: 'EUR' });
            expect(claim.subId.toLowerCase()).toBe(SUB);
            expect(claim.status).toBe('pending');
            if (names.includes('id')) expect(claim.externalId).toBe(id);
            const late = readClaim(network, fields, {
              ...context,
              arrived: NOW + daysLate * 24 * 3600 * 1000,
            });
            expect(late.externalId).toBe(claim.externalId);
            if (names.includes('at')) expect(late.at).toBe(claim.at);
          },
        ),
        { numRuns: 50 },
      );
    });

    it('takes macros that were left as they are for nothing', () => {
      const claim = read(network, called(query, { sub: SUB, amount: '12.50' }));
      expect(claim).toMatchObject({
        subId: SUB,
        commission: { minor: 1250, currency: 'EUR' },
        sale: null,
      });
      expect(claim.externalId).not.toMatch(/[{}[\]!#]/);
      expect(claim.at).toBe(NOW);
      expect(() => read(network, called(query, {}))).toThrow('postback');
    });

    it('finds our mark wherever it stands', () => {
      if (!names.includes('sub2')) return;
      expect(
        read(network, called(query, { sub: 'blog', sub2: SUB, id: '1', amount: '1' })).subId,
      ).toBe(SUB);
    });
  },
);

describe('readClaim', () => {
  it('reads Awin’s JSON in a form field', () => {
    const push = {
      transactionId: 4711,
      transactionDate: '2026-11-20T10:00:00Z',
      transactionCurrency: 'GBP',
      transactionAmount: '100.00',
      clickRef: SUB,
      commission: 7.5,
      products: [],
    };
    expect(read('Awin', { AwinTransactionPush: JSON.stringify(push) })).toEqual({
      network: 'Awin',
      externalId: '4711',
      at: Date.parse('2026-11-20T10:00:00Z'),
      status: 'pending',
      sale: { minor: 10_000, currency: 'GBP' },
      commission: { minor: 750, currency: 'GBP' },
      subId: SUB,
    });
    expect(() => read('Awin', { AwinTransactionPush: '{broken' })).toThrow('amount “”');
  });

  it.each(['REVERSED', 'declined', 'rejected', 'Cancelled', 'refund'])(
    'knows that a sale fell through: %s',
    (status) => {
      expect(read('Impact', { sub: SUB, id: '1', amount: '1', status }).status).toBe('reversed');
    },
  );

  it('believes no other status: it is pending until a report says more', () => {
    expect(read('Impact', { sub: SUB, id: '1', amount: '1', status: 'APPROVED' }).status).toBe(
      'pending',
    );
  });

  it('takes hundredths, and the currency of the product where none is named', () => {
    expect(read('Rakuten', { sub: SUB, id: '1', cents: '1250' }).commission).toEqual({
      minor: 1250,
      currency: 'EUR',
    });
    expect(read('Everflow', { sub: SUB, id: '1', amount: '3' }).commission.currency).toBe('EUR');
  });

  it.each([
    ['1763719200', Date.parse('2025-11-21T10:00:00Z')],
    ['1763719200000', Date.parse('2025-11-21T10:00:00Z')],
    ['tomorrow', NOW],
    ['2036-01-01', NOW],
    ['1999-01-01', NOW],
  ])('the time “%s” is read, or not believed', (at, expected) => {
    expect(read('Impact', { sub: SUB, id: '1', amount: '1', at }).at).toBe(expected);
  });

  it.each(['abc', '-5', '1e9', '=1+1', '9'.repeat(30)])(
    'refuses the amount “%s” in a sentence',
    (amount) => {
      expect(() => read('Impact', { sub: SUB, id: '1', amount })).toThrow(
        /which is none\. Look whether/,
      );
    },
  );

  it('never breaks over anything that may be posted', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...POSTBACKS.map(({ network }) => network), 'Daisycon'),
        fc.dictionary(
          fc.constantFrom(
            'sub',
            'id',
            'amount',
            'cents',
            'sale',
            'currency',
            'status',
            'at',
            'AwinTransactionPush',
          ),
          fc.string({ unit: 'binary' }),
        ),
        (network, fields) => {
          try {
            const claim = read(network, fields);
            expect(Number.isSafeInteger(claim.commission.minor)).toBe(true);
            expect(Number.isFinite(claim.at)).toBe(true);
          } catch (error) {
            expect(error).toMatchObject({ name: 'Problem' });
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});

it('an address is ready to paste, with the network’s own macros', () => {
  expect(postbackAddress('https://gate.example/exec', 's3cret', 'Impact')).toBe(
    'https://gate.example/exec?p=s3cret&sub={SubId1}&id={ActionId}&amount={Payout}&sale={Amount}&currency={Currency}&status={Status}&at={EventDate}',
  );
  expect(postbackAddress('https://gate.example/exec', 's', 'Daisycon')).toContain('sub=SUB-ID');
});

it('no address uses a name that Apps Script keeps for itself', () => {
  for (const { query } of [...POSTBACKS, postbackOf('')]) {
    expect(query).not.toMatch(/(^|&)(c|sid|p)=/);
  }
});

describeWithShared('the shared list of postbacks', () => {
  it('names every macro that we use', () => {
    const known = JSON.parse(readFileSync(sharedFile('networks/postbacks.json'), 'utf8')) as {
      network: string;
      macros: string[];
    }[];
    expect(known).toHaveLength(POSTBACKS.length);
    for (const { network, macros } of known) {
      const ours = POSTBACKS.find((postback) => network.startsWith(postback.network));
      const used = ours?.query.split('&').map((pair) => pair.slice(pair.indexOf('=') + 1)) ?? [];
      expect(used.length).toBeGreaterThan(2);
      expect(used.filter((macro) => !macros.includes(macro))).toEqual([]);
    }
  });
});
