import { chance } from '../../../demo/random';
import { addDays, dayOf } from '../../../src/core/calendar';
import { ALPHABET } from '../../../src/core/identity';
import { livesFrom } from '../../../src/core/letters/life';
import { NETWORKS } from '../../../src/core/referrals/networks';
import { type Fold, foldsOf } from '../../../src/core/revenue/fold';
import { CODE_LENGTH, VISIT_LENGTH } from '../../../src/core/referrals/sub-id';
import { judgeTogether } from '../../../src/core/referrals/scanner';
import { scannerWhy, verdict, WHY } from '../../../src/core/referrals/verdict';
import { attribute } from '../../../src/core/revenue/attribution';
import { funnelOf } from '../../../src/core/revenue/funnel';
import { openClaims } from '../../../src/core/revenue/open-claims';
import { rollUp } from '../../../src/core/revenue/rollup';
import { worthOf } from '../../../src/core/revenue/worth';
import { LEAST_KEPT } from '../../../src/core/settings';
import type { Click, Commission } from '../../../src/core/workbook';
import {
  aClick,
  aClient,
  aCommission,
  aLetter,
  aLink,
  aProduct,
  NOW,
  TODAY,
  ZONE,
} from '../../support/rows';

const DAY = 24 * 3600 * 1000;
const HOUR = DAY / 24;
const BEFORE = addDays(TODAY, -400);
const OLD = NOW - 500 * DAY;

const fold = (rows: Click[], ledger: Commission[] = [], before = BEFORE): Fold[] =>
  foldsOf(rows, { before, zone: ZONE, ledger }).flat();

/** The rows as they stand once they are folded. */
function after(rows: Click[], folds: Fold[]): Click[] {
  const gone = new Set(folds.flatMap(({ from }) => from.map(({ id }) => id)));
  return [...rows.filter(({ id }) => !gone.has(id)), ...folds.map(({ into }) => into)];
}

/** A number in the letters of codes and visits. */
function spelled(number: number, length: number): string {
  const places = Array.from({ length }, (_, n) => Math.floor(number / ALPHABET.length ** n));
  return places.map((place) => ALPHABET[place % ALPHABET.length]).join('');
}

let serial = 0;
function visit(at: number, given: Partial<Click> = {}): Click {
  const name = spelled(serial++, VISIT_LENGTH);
  const { code = 'abcdefgh' } = given;
  const usual = { ...verdict(WHY.tapped), agent: 'Firefox', wentOn: at + 5000, visits: 1 };
  return aClick({ id: `${code}-${name}`, at, visit: name, ...usual, ...given });
}

it('makes one sum of a day’s visits to a link, under the id and time of the first', () => {
  const [late, early] = [visit(OLD + HOUR), visit(OLD)];
  const [one, ...others] = fold([late, early]);
  expect(others).toEqual([]);
  expect(one?.from).toEqual([late, early]);
  expect(one?.into).toEqual({ ...early, visit: '', agent: '', wentOn: null, visits: 2 });
});

it.each([
  ['another day', { at: OLD + DAY }],
  ['another link', { code: 'bbbbbbbb' }],
  ['another level', { level: 'seen' as const }],
  ['what a person judged', { counted: false }],
  ['another reason', { why: 'my own test' }],
])('keeps %s apart', (_, given) => {
  expect(fold([visit(OLD), visit(OLD, given)])).toEqual([]);
  expect(fold([visit(OLD), visit(OLD, given), visit(OLD)])[0]?.from).toHaveLength(2);
});

it('leaves visits alone that are not old, or of unknown time', () => {
  const first = NOW - 400 * DAY;
  expect(dayOf(first, ZONE)).toBe(BEFORE);
  expect(fold([visit(first), visit(first)])).toEqual([]);
  expect(fold([visit(OLD, { at: null }), visit(OLD, { at: null })])).toEqual([]);
  expect(fold([visit(first - DAY), visit(first - DAY)])).toHaveLength(1);
});

it('changes nothing again, and takes late rows into the sum of their day', () => {
  const rows = [visit(OLD), visit(OLD + HOUR), visit(OLD + 2 * HOUR)];
  const once = after(rows, fold(rows));
  expect(fold(once)).toEqual([]);
  const late = [...once, visit(OLD + 3 * HOUR)];
  expect(after(late, fold(late))).toMatchObject([{ id: rows[0]?.id, visits: 4 }]);
});

it('counts a row whose Visits cell is empty as one', () => {
  const rows = [visit(OLD, { visits: 0 }), visit(OLD, { visits: 3 })];
  expect(fold(rows)[0]?.into.visits).toBe(4);
});

it('keeps visits single that a guess looks at', () => {
  const taps = [visit(OLD), visit(OLD), visit(OLD)];
  const own = aCommission({ subId: `ABCDEFGH${taps[0]?.visit}` });
  expect(fold(taps, [own])[0]?.from).toEqual(taps.slice(1));
  const markless = aCommission({ network: 'Gumroad', subId: '', productId: 'P-rank' });
  expect(fold(taps, [markless])).toEqual([]);
});

it('is never allowed within a network’s memory, and as much again for a late report', () => {
  const days = NETWORKS.map(({ token }) => token?.days ?? 30);
  expect(Math.max(...days)).toBeGreaterThan(30);
  expect(LEAST_KEPT).toBeGreaterThanOrEqual(2 * Math.max(...days));
});

describe('a business of two years', () => {
  const draw = chance('fold', 1);
  const products = [
    aProduct({ id: 'P0' }),
    aProduct({ id: 'P1', network: 'Gumroad' }),
    aProduct({ id: 'P2', network: 'Impact', pays: 'monthly' }),
  ];
  const clients = ['C0', 'C1', 'C2', 'C3'].map((id) => aClient({ id, email: `a@${id}.example` }));
  const letters = clients.flatMap(({ id: clientId }, i) =>
    [0, 1, 2].map((n) =>
      aLetter({
        id: `L${i}${n}`,
        clientId,
        status: 'sent',
        sent: NOW - (700 - 300 * n) * DAY,
        products: [`P${n}`, `P${(n + 1) % 3}`],
      }),
    ),
  );
  const links = letters
    .flatMap(({ id: letterId, clientId, products: shown }) =>
      shown.map((productId) => ({ clientId, productId, letterId })),
    )
    .map((ids, n) => aLink({ code: spelled(n, CODE_LENGTH), ...ids }));
  const WHYS = [WHY.seen, WHY.tapped, WHY.opened, scannerWhy(['too quick']), 'a test of mine'];
  const clicks = Array.from({ length: 2000 }, () => {
    const { code, clientId, productId, letterId } = draw.pick(links);
    const { sent } = letters.find(({ id }) => id === letterId) ?? {};
    const at = (sent ?? 0) + Math.floor(draw.next() * 2 * DAY);
    const said = verdict(draw.pick(WHYS));
    const level = draw.pick(['opened', 'seen', 'tapped'] as const);
    const agent = draw.pick(['Firefox', 'Chrome']);
    return visit(at, { code, clientId, productId, letterId, level, agent, ...said });
  });
  const commissions = Array.from({ length: 60 }, (_, n) => {
    const { code, visit: name, productId, at } = draw.pick(clicks);
    const isMarked = productId !== 'P1';
    const network = products.find(({ id }) => id === productId)?.network ?? '';
    return aCommission({
      id: `M${n}`,
      externalId: String(n),
      network,
      productId,
      at: (at ?? 0) + draw.whole(1, 20) * DAY,
      subId: isMarked ? code + name : '',
      source: 'report',
    });
  });
  const folds = fold(clicks, commissions);
  const folded = after(clicks, folds);

  const figures = (rows: Click[]) => {
    const patches = attribute(commissions, {
      links,
      clicks: rows,
      products,
      own: new Map(),
      touch: 'last',
    });
    const sets = new Map(patches.map(({ id, set }) => [id, set]));
    const ledger = commissions.map((row) => ({ ...row, ...sets.get(row.id) }));
    const input = { clients, products, letters, links, clicks: rows, commissions: ledger };
    const lifeOf = livesFrom({ ...input, stages: [] }, ZONE);
    return {
      patches,
      rollup: rollUp(input, TODAY, ZONE, 'TWD'),
      funnel: funnelOf(input),
      worth: worthOf({ ...input, rates: new Map(), planned: [] }, 'TWD', NOW),
      claims: openClaims({ ...input, commissions: [], zone: ZONE }, NOW).map(
        ({ id, since, what }) => [id, dayOf(since ?? 0, ZONE), what],
      ),
      tapDays: clients.map((client) =>
        [...new Set(lifeOf(client).taps.map((tap) => JSON.stringify(tap)))].sort(),
      ),
    };
  };

  it('has every figure, guess and claim as before', () => {
    expect(folded.length).toBeLessThan(clicks.length * 0.9);
    const before = figures(clicks);
    expect(before.funnel.taps).toBeGreaterThan(300);
    expect(before.patches.some(({ set }) => set.matchedBy?.startsWith('guess'))).toBe(true);
    expect(before.claims.length).toBeGreaterThan(0);
    expect(figures(folded)).toEqual(before);
  });

  it('knows a scanner by what it called itself long ago', () => {
    const sent = NOW - DAY;
    const letter = aLetter({ id: 'L-new', clientId: 'C0', status: 'sent', sent });
    const fresh = visit(sent + 5 * 60_000, {
      clientId: 'C0',
      letterId: 'L-new',
      level: 'opened',
      agent: 'Outlook scan',
      ...verdict(WHY.opened),
    });
    const scans = [0, 1].map((n) =>
      visit(OLD + n, {
        clientId: 'C0',
        letterId: 'L00',
        level: 'opened',
        agent: 'Outlook scan',
        ...verdict(scannerWhy(['too quick'])),
      }),
    );
    const mailing = { links, letters: [...letters, letter], clients };
    const judged = (rows: Click[]) => judgeTogether([...rows, fresh], mailing, NOW);
    const sums = after(scans, fold(scans));
    expect(sums).toHaveLength(1);
    expect(judged(scans)).toHaveLength(1);
    expect(judged(sums)).toEqual(judged(scans));
  });
});
