import {
  clients,
  commissions,
  letters,
  nextSteps,
  occasions,
  products,
} from '../../src/core/workbook';
import { letterId } from '../../src/core/letters/due';
import { refresh } from '../../src/jobs/refresh';
import { openSteps, takeStep, undoPause } from '../../src/jobs/steps';
import { writeLetters } from '../../src/jobs/write';
import { aClient, aCommission, aLetter, anOccasion, aProduct, NOW } from '../support/rows';
import { World } from '../support/services';

const DAY = 24 * 3600 * 1000;

/** Forty letters recommended two products; only one of them sold. */
function aWorld(): World {
  const world = new World().ready();
  const ids = Array.from({ length: 40 }, (_, i) => `C-${i}`);
  world.put(clients, ...ids.map((id) => aClient({ id, email: `${id}@x.example`, website: '' })));
  world.put(
    products,
    aProduct({ id: 'good', destination: 'https://a.sjv.io/c/11/22/33' }),
    aProduct({ id: 'bad', name: 'Badly', destination: 'https://b.sjv.io/c/11/22/33' }),
  );
  world.put(occasions, anOccasion());
  const sent = NOW - 200 * DAY;
  world.put(
    letters,
    ...ids.map((clientId, i) =>
      aLetter({
        id: `L-${i}`,
        clientId,
        period: '2026-Q2',
        status: 'sent',
        sent,
        products: ['good', 'bad'],
      }),
    ),
  );
  world.put(
    commissions,
    ...ids.slice(0, 20).map((clientId, i) =>
      aCommission({
        id: `M-${i}`,
        clientId,
        productId: 'good',
        subId: '',
        at: sent + 9 * DAY,
        status: i === 0 ? 'pending' : 'paid',
      }),
    ),
  );
  refresh(world.services());
  return world;
}
const step = (world: World, act: string) => {
  const found = openSteps(world.services()).find((row) => row.act === act);
  if (found === undefined) throw new Error(`nothing to ${act}`);
  return found;
};
const isActive = (world: World) => world.rows(products).find(({ id }) => id === 'bad')?.active;

it('keeps what to do next, and writes nothing the second time', () => {
  const world = aWorld();
  expect(step(world, 'pause').sentence).toContain('Badly sold 0 times in 40');
  const before = world.snapshot();
  refresh(world.services());
  expect(world.snapshot()).toBe(before);
});

it('pauses a product, once however often it is asked, and takes that back', () => {
  const world = aWorld();
  const { id } = step(world, 'pause');
  expect(takeStep(world.services(), id)).toContain('It is paused');
  expect(isActive(world)).toBe(false);
  const before = world.snapshot();
  takeStep(world.services(), id);
  expect(world.snapshot()).toBe(before);
  refresh(world.services());
  expect(openSteps(world.services()).map(({ act }) => act)).not.toContain('pause');
  undoPause(world.services(), id);
  expect(isActive(world)).toBe(true);
});

it('notes a network as asked, and is silent about it for 30 days', () => {
  const world = aWorld();
  const { id, words } = step(world, 'ask');
  expect(words).toContain('1 commission of mine has been pending');
  takeStep(world.services(), id);
  refresh(world.services());
  expect(openSteps(world.services()).map(({ act }) => act)).not.toContain('ask');
  world.now += 31 * DAY;
  refresh(world.services());
  expect(step(world, 'ask').id).toBe(id);
});

it('queues this quarter’s letters for the clients, which wait for approval like any other', () => {
  const world = aWorld();
  const found = step(world, 'write');
  expect(found.about).toHaveLength(40);
  const [first = '', second = ''] = found.about;
  // One of them unsubscribed meanwhile, and one has this quarter's letter.
  world.write(clients, 1, { consent: 'unsubscribed' });
  world.put(
    letters,
    aLetter({
      id: letterId(second, 'quarterly-report', '2026-Q4'),
      clientId: second,
      status: 'held',
    }),
  );
  const rows = () => world.rows(letters).filter(({ period }) => period === '2026-Q4');
  const said = takeStep(world.services(), found.id);
  expect(said).toMatch(/^38 letters queued.* 2 clients not: the first unsubscribed\.$/);
  expect(rows().filter(({ clientId }) => clientId === first)).toEqual([]);
  const queued = rows().filter(({ status }) => status === 'drafting');
  expect(new Set(queued.map(({ id }) => id)).size).toBe(queued.length);
  expect(takeStep(world.services(), found.id)).toBe(said);
  expect(rows().filter(({ status }) => status === 'drafting')).toHaveLength(queued.length);
  writeLetters(world.services(), NOW + 9e9);
  expect(rows().map(({ status }) => status)).not.toContain('approved');
  expect(rows().filter(({ status }) => status === 'drafted').length).toBeGreaterThan(0);
});

it('queues nothing twice where the run ends at any call', () => {
  const whole = aWorld();
  const { id } = step(whole, 'write');
  takeStep(whole.services(), id);
  const calls = whole.calls.length;
  const wanted = whole.rows(letters).length;
  for (let killAt = 0; killAt < calls; killAt++) {
    const world = aWorld();
    world.killAt = killAt;
    const services = world.services();
    expect(() => takeStep(services, id)).toThrow();
    world.killAt = Infinity;
    takeStep(world.services(), id);
    expect(world.rows(letters)).toHaveLength(wanted);
  }
});

it('refuses a step that is no longer there', () => {
  const world = aWorld();
  expect(() => takeStep(world.services(), 'S-none')).toThrow('is no longer there');
  expect(() => undoPause(world.services(), step(world, 'ask').id)).toThrow('is no longer there');
  expect(world.rows(nextSteps).every(({ done }) => done === null)).toBe(true);
});
