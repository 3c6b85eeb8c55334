import { type Click, clicks, commissions } from '../../src/core/workbook';
import { beat } from '../../src/jobs/beat';
import { foldClicks } from '../../src/jobs/fold-clicks';
import { STATE } from '../../src/jobs/state';
import { aClick, aCommission, NOW } from '../support/rows';
import { Killed, World } from '../support/services';

const DAY = 24 * 3600 * 1000;
const LATER = NOW + 10 * DAY;
const VISITS = ['aaaaa', 'bbbbb', 'ccccc', 'ddddd'];

/** Four visits of one old day, two of them uncounted, and one of today. */
function aWorld(): World {
  const world = new World().ready();
  const old = VISITS.map((visit, n) =>
    aClick({
      id: `abcdefgh-${visit}`,
      visit,
      at: NOW - 500 * DAY + n,
      counted: n % 2 === 0,
      visits: 1,
    }),
  );
  world.put(clicks, ...old, aClick({ id: 'abcdefgh-eeeee', visit: 'eeeee', visits: 1 }));
  return world;
}
const run = (world: World, deadline = LATER) => foldClicks(world.services(), deadline);
const short = (rows: Click[]) =>
  rows.map(({ id, counted, visits }) => `${id.slice(9)} ${counted ? 'yes' : 'no'} ${visits}`);
const FOLDED = ['aaaaa yes 2', 'bbbbb no 2', 'eeeee yes 1'];

it('folds once a day, and changes nothing again', () => {
  const world = aWorld();
  expect(run(world)).toEqual({ done: '4 rows of old visits folded into 2 daily sums' });
  expect(short(world.rows(clicks))).toEqual(FOLDED);
  expect(world.grid('Clicks')).toHaveLength(4);
  const before = world.snapshot();
  expect(run(world)).toEqual({ done: '' });
  expect(world.calls.filter((call) => call.startsWith('sheets.read'))).toEqual([]);
  world.now += DAY;
  expect(run(world)).toEqual({ done: '' });
  expect(world.calls).not.toContain('sheets.merge');
  expect(world.snapshot()).toBe(before);
});

it.each(['', '0'])('keeps all visits where the setting is “%s”', (keepClicks) => {
  const world = aWorld();
  world.set({ keepClicks });
  const before = world.snapshot();
  expect(run(world)).toEqual({ done: '' });
  expect(world.snapshot()).toBe(before);
});

it('ends the same wherever it was killed, and however often', () => {
  const whole = aWorld();
  run(whole);
  const places = whole.calls.length;
  expect(places).toBeGreaterThan(5);
  for (let killAt = 0; killAt < places; killAt++) {
    const world = aWorld();
    world.killAt = killAt;
    expect(() => run(world)).toThrow(Killed);
    // Once more, if it comes that far again.
    try {
      run(world);
    } catch (error) {
      expect(error).toBeInstanceOf(Killed);
    }
    world.killAt = Infinity;
    run(world);
    expect(world.snapshot()).toBe(whole.snapshot());
  }
});

it('deletes the empty rows of a run that died before it could', () => {
  const world = aWorld();
  run(world);
  world.grid('Clicks').splice(
    3,
    0,
    (world.grid('Clicks')[0] ?? []).map(() => ''),
  );
  world.state.set(STATE.folded, 'begun');
  expect(run(world)).toEqual({ done: '' });
  expect(world.grid('Clicks')).toHaveLength(4);
  expect(short(world.rows(clicks))).toEqual(FOLDED);
});

it('leaves what a person judges meanwhile, and folds it by that the next day', () => {
  const world = aWorld();
  world.before = (call) => {
    if (call === 'sheets.merge') world.write(clicks, 2, { counted: true });
  };
  expect(run(world).done).toBe('2 rows of old visits folded into 1 daily sum');
  expect(short(world.rows(clicks))).toEqual([
    'aaaaa yes 2',
    'bbbbb yes 1',
    'ddddd no 1',
    'eeeee yes 1',
  ]);
  world.before = () => undefined;
  world.now += DAY;
  run(world);
  expect(short(world.rows(clicks))).toEqual(['aaaaa yes 3', 'ddddd no 1', 'eeeee yes 1']);
});

it('keeps a visit whose sale is in the ledger', () => {
  const world = aWorld();
  world.put(commissions, aCommission({ subId: 'abcdefghaaaaa' }));
  run(world);
  expect(short(world.rows(clicks))).toEqual([
    'aaaaa yes 1',
    'bbbbb no 2',
    'ccccc yes 1',
    'eeeee yes 1',
  ]);
});

it('is part of a beat, and says so in Activity', () => {
  const world = aWorld();
  beat(world.services());
  expect(short(world.rows(clicks))).toEqual(FOLDED);
  expect(world.activity).toMatchObject([
    {
      job: 'fold old clicks',
      outcome: 'done',
      done: '4 rows of old visits folded into 2 daily sums',
    },
  ]);
});
