import fc from 'fast-check';
import { sum } from '../../../../src/core/money';
import type { CommissionStatus, Statement } from '../../../../src/core/revenue/commission';
import type { Origin } from '../../../../src/core/revenue/ledger/fact';
import { BY_CALL, BY_REPORT, BY_SENDER, TestLedger } from '../../../support/ledger';
import { NOW } from '../../../support/rows';

const HOUR = 3600 * 1000;
const DAY = 24 * HOUR;
const API: Origin = { kind: 'report', source: 'API' };

interface Said {
  statement: Statement;
  origin: Origin;
}

/** Deliveries: pieces of what is said, shuffled, overlapping, some of them twice. */
const deliveries = (said: readonly Said[]): fc.Arbitrary<Said[][]> =>
  fc
    .tuple(
      fc.shuffledSubarray([...said], { minLength: said.length }),
      fc.array(fc.shuffledSubarray([...said]), { maxLength: 3 }),
      fc.integer({ min: 1, max: 4 }),
    )
    .map(([all, more, size]) => {
      const pieces: Said[][] = [];
      for (let i = 0; i < all.length; i += size) pieces.push(all.slice(i, i + size));
      return more.reduce(
        (list, piece, i) => [...list.slice(0, i), piece, ...list.slice(i)],
        pieces,
      );
    });

function deliver(pieces: Said[][], ledger = new TestLedger()): TestLedger {
  pieces.forEach((piece, i) => {
    for (const origin of [BY_REPORT, BY_CALL, BY_SENDER, API]) {
      const statements = piece.filter((s) => s.origin === origin).map((s) => s.statement);
      ledger.tell(statements, origin, NOW + i);
    }
  });
  return ledger;
}

/** Anything that a network might say, from so few values that everything collides. */
const anything: fc.Arbitrary<Said> = fc
  .record({
    externalId: fc.constantFrom('1', '2', '3', 'x', 'y'),
    numbers: fc.constantFrom('', '', 'export'),
    day: fc.integer({ min: 0, max: 4 }),
    status: fc.constantFrom<CommissionStatus[]>('pending', 'approved', 'paid', 'reversed'),
    sale: fc.constantFrom(null, 100, 200),
    commission: fc.constantFrom(10, 10, 20, -10, -20, 7),
    currency: fc.constantFrom('USD', 'USD', 'USD', 'KWD'),
    subId: fc.constantFrom('', 'abcdefghvvvvv', 'abcdefghwwwww'),
    corrects: fc.constantFrom('', '', '', '1', '2', 'x'),
    order: fc.constantFrom('', '', 'o1', '2'),
    asOf: fc.integer({ min: 0, max: 3 }),
    origin: fc.constantFrom(BY_REPORT, BY_CALL, BY_SENDER, API),
  })
  .map(({ day, sale, commission, currency, asOf, origin, numbers, externalId, ...rest }) => ({
    origin,
    statement: {
      ...rest,
      network: 'Impact',
      externalId: numbers === '' ? externalId : `made-up ${externalId}`,
      numbers,
      at: NOW + day * DAY,
      sale: sale === null ? null : { minor: sale, currency },
      commission: { minor: commission, currency },
      asOf: NOW + (day + asOf) * DAY,
    },
  }));

it('is the same ledger in whatever order, pieces and repetitions anything is said', () => {
  fc.assert(
    fc.property(
      fc
        .array(anything, { minLength: 1, maxLength: 12 })
        .chain((said) => fc.tuple(deliveries(said), deliveries(said))),
      ([one, other]) => {
        expect(deliver(one).standing()).toEqual(deliver(other).standing());
      },
    ),
    { numRuns: 1000, seed: 6 },
  );
});

interface Truth {
  said: Said[];
  /** What it comes to, by whether it is earned or pending, in minor units. */
  earned: number;
  pending: number;
}

const SHAPES = ['in place', 'new id', 'same order', 'return', 'amended'] as const;

/** One sale's life at a network that takes back in one of the five shapes, told by several sources. */
const aSale = (i: number): fc.Arbitrary<Truth> =>
  fc
    .record({
      shape: fc.constantFrom(...SHAPES),
      minor: fc.integer({ min: 1, max: 1_000_000 }),
      fate: fc.constantFrom('kept', 'kept', 'reversed', 'part'),
      isPaid: fc.boolean(),
      sources: fc.subarray(['export', 'postback', 'API'] as const),
      skew: fc.integer({ min: -20, max: 20 }),
    })
    .map((drawn) => {
      const { shape, minor, fate, isPaid, sources, skew } = drawn;
      const left = fate === 'kept' ? minor : fate === 'reversed' ? 0 : Math.floor(minor / 3);
      const story = rowsOf(i, { shape, minor, left, isPaid });
      const said: Said[] = story.map((statement) => ({ statement, origin: BY_REPORT }));
      if (sources.includes('API')) said.push(...story.map((s) => ({ statement: s, origin: API })));
      if (sources.includes('export')) said.push(...story.map((s) => exported(s, skew)));
      const [first] = story;
      if (sources.includes('postback') && first !== undefined) said.push(called(first, i));
      return { said, earned: isPaid ? left : 0, pending: isPaid ? 0 : left };
    });

function rowsOf(
  i: number,
  { shape, minor, left, isPaid }: { shape: string; minor: number; left: number; isPaid: boolean },
): Statement[] {
  const at = NOW + i * HOUR;
  const amount = (value: number) => ({ minor: value, currency: 'KWD' });
  const row = (externalId: string, value: number, days: number): Statement => ({
    network: 'Rakuten',
    externalId: `${i}${externalId}`,
    at: at + days * DAY,
    asOf: at + days * DAY,
    status: isPaid ? 'paid' : 'pending',
    sale: null,
    commission: amount(value),
    subId: `abcdefgh${String(10_000 + i)}`,
    order: shape === 'same order' ? `order ${i}` : '',
    corrects: shape === 'amended' ? `${i}` : '',
  });
  const first = row('', minor, 0);
  if (left === minor) return [first];
  switch (shape) {
    case 'in place':
      return left === 0
        ? [first, { ...first, status: 'reversed', asOf: at + 9 * DAY }]
        : [first, { ...first, commission: amount(left), asOf: at + 9 * DAY }];
    case 'amended':
      return [first, row('b', -minor, 9), ...(left === 0 ? [] : [row('c', left, 10)])];
    case 'same order':
      return [first, { ...row('b', left - minor, 9), subId: '' }];
    default:
      return [first, row('b', left - minor, 9)];
  }
}

/** The same row in a file without the network's numbers, whose times are those of another zone. */
function exported(statement: Statement, skew: number): Said {
  const { externalId, corrects, at } = statement;
  return {
    origin: BY_REPORT,
    statement: {
      ...statement,
      numbers: 'export',
      externalId: `export ${externalId}`,
      corrects: corrects === '' ? '' : `export ${corrects ?? ''}`,
      order: '',
      at: at + skew * HOUR,
      subId: statement.subId === '' ? `abcdefgh${10_000 + parseInt(externalId)}` : statement.subId,
    },
  };
}

function called(statement: Statement, i: number): Said {
  const claim = { ...statement, externalId: `call ${i}`, corrects: '', order: '' };
  return { origin: BY_CALL, statement: { ...claim, status: 'pending', at: claim.at + HOUR } };
}

const lives = fc
  .integer({ min: 1, max: 5 })
  .chain((count) => fc.tuple(...Array.from({ length: count }, (_, i) => aSale(i))))
  .chain((truths) =>
    fc.tuple(fc.constant(truths), deliveries(truths.flatMap((truth) => truth.said))),
  );

function totals(ledger: TestLedger): { earned: number; pending: number } {
  const of = (...statuses: string[]) =>
    sum(
      ledger.ledger.flatMap(({ status, commission }) =>
        statuses.includes(status) && commission !== null ? [commission] : [],
      ),
      'KWD',
    ).minor;
  return { earned: of('approved', 'paid'), pending: of('pending') };
}

it('is true to the cent for all five shapes, however often and by whomever they are told', () => {
  fc.assert(
    fc.property(lives, ([truths, pieces]) => {
      const total = (name: 'earned' | 'pending') =>
        truths.reduce((all, truth) => all + truth[name], 0);
      expect(totals(deliver(pieces))).toEqual({
        earned: total('earned'),
        pending: total('pending'),
      });
    }),
    { numRuns: 700, seed: 6 },
  );
});

it('keeps what a person corrected in between, whatever is told before and after', () => {
  fc.assert(
    fc.property(lives, fc.nat(), ([, pieces], place) => {
      const cut = place % (pieces.length + 1);
      const ledger = deliver(pieces.slice(0, cut));
      const [row] = ledger.ledger;
      if (row === undefined) return;
      const mine = { minor: 123_456_789, currency: 'KWD' };
      ledger.correct(row.externalId, { commission: mine });
      deliver(pieces.slice(cut), ledger);
      expect(
        ledger.ledger.filter(({ commission }) => commission?.minor === mine.minor),
      ).toHaveLength(1);
    }),
    { numRuns: 300, seed: 6 },
  );
});
