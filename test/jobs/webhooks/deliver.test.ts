import { DAY_MS } from '../../../src/core/calendar';
import { MOST_ROWS, MOST_WAITING } from '../../../src/core/webhooks/outbox';
import {
  activity,
  clicks,
  clients,
  commissions,
  letters,
  outbox,
  products,
  webhooks,
} from '../../../src/core/workbook';
import { forget } from '../../../src/jobs/forget';
import { LONGEST_MS } from '../../../src/jobs/job';
import { deliverWebhooks } from '../../../src/jobs/webhooks/deliver';
import {
  aClick,
  aClient,
  aCommission,
  aLetter,
  anOutboxRow,
  aProduct,
  NOW,
} from '../../support/rows';
import { Killed, World } from '../../support/services';
import { TestReceiver } from '../../support/webhooks';

const HOUR = 3_600_000;

const deliver = (world: World) => deliverWebhooks(world.services(), world.now + LONGEST_MS);
const types = ({ got }: TestReceiver) => got.map(({ type }) => type);

/** A workbook in which a letter left, was tapped, and sold. */
function aWorld(): World {
  const world = new World().ready();
  world.put(clients, aClient());
  world.put(products, aProduct());
  world.put(letters, aLetter({ status: 'sent', sent: NOW + 1000 }));
  world.put(clicks, aClick({ at: NOW + 2000, wentOn: NOW + 3000 }));
  world.put(
    commissions,
    aCommission({ clientId: 'C-lin', firstSeen: NOW + 4000, changed: NOW + 4000 }),
  );
  world.now = NOW + 10_000;
  return world;
}

it('tells what happened, signed, each event once', () => {
  const world = aWorld();
  const receiver = new TestReceiver(world);
  expect(deliver(world)).toMatchObject({ done: '3 events delivered' });
  expect(types(receiver)).toEqual(['letter.sent', 'link.tapped', 'commission.new']);
  expect(receiver.got[1]?.data).toMatchObject({ client_name: 'Ms Lin', product: 'Rankly' });
  const before = world.snapshot();
  expect(deliver(world)).toEqual({ done: '' });
  expect(world.snapshot()).toBe(before);
  expect(world.rows(outbox).map(({ payload }) => payload)).toEqual(['', '', '']);
});

it('asks for nothing where nobody is to be told', () => {
  const world = aWorld();
  deliver(world);
  expect(world.calls.filter((call) => call.startsWith('sheets'))).toEqual([]);
});

it('tells each receiver what it wants, from when it was added, under one id', () => {
  const world = aWorld();
  const all = new TestReceiver(world);
  const some = new TestReceiver(world, {
    id: 'W-two',
    address: 'https://other.example/',
    events: ['link.tapped', 'letter.sent'],
    since: NOW + 2000,
  });
  deliver(world);
  expect(types(some)).toEqual(['link.tapped']);
  expect(some.got[0]?.id).toBe(all.got[1]?.id);
});

it('does not tell of what happened long ago', () => {
  const world = aWorld();
  const receiver = new TestReceiver(world);
  world.now = NOW + 31 * DAY_MS;
  deliver(world);
  expect(receiver.got).toEqual([]);
});

it('tells of a commission that changed, and again when it changes back', () => {
  const world = aWorld();
  const receiver = new TestReceiver(world, { events: ['commission.changed'] });
  deliver(world);
  for (const [status, changed] of [
    ['reversed', NOW + 20_000],
    ['paid', NOW + 30_000],
  ] as const) {
    world.write(commissions, 1, { status, changed });
    world.now = changed;
    deliver(world);
  }
  expect(receiver.got.map(({ data }) => data.status)).toEqual(['reversed', 'paid']);
});

it('tells of a stage that changed, and not of the one a client comes with', () => {
  const world = aWorld();
  const receiver = new TestReceiver(world, { events: ['client.stage_changed'] });
  deliver(world);
  world.write(clients, 1, { stage: 'Repeat' });
  deliver(world);
  deliver(world);
  expect(receiver.got.map(({ data }) => data)).toMatchObject([
    { stage: 'Repeat', former_stage: 'Delivered', client_id: 'C-lin' },
  ]);
});

it('tells of a problem once a day, and never of its own', () => {
  const world = aWorld();
  const receiver = new TestReceiver(world, { events: ['problem'] });
  const row = { at: NOW, job: 'collect', outcome: 'problem', done: '', took: 1 } as const;
  world.put(activity, { ...row, problem: 'The gate is silent.' });
  world.put(activity, { ...row, at: NOW + 1, problem: 'The gate is silent.' });
  world.put(activity, { ...row, at: NOW + 2, job: 'deliver webhooks', problem: 'Given up.' });
  deliver(world);
  world.put(activity, { ...row, at: NOW + DAY_MS, problem: 'The gate is silent.' });
  world.now = NOW + DAY_MS;
  deliver(world);
  expect(receiver.got.map(({ data }) => data.problem)).toEqual([
    'The gate is silent.',
    'The gate is silent.',
  ]);
});

describe('a receiver that does not take an event', () => {
  it('gets it again under the same id, ever later, until it does', () => {
    const world = aWorld();
    const receiver = new TestReceiver(world, { events: ['letter.sent'] });
    receiver.answer = { ok: true, status: 500, headers: {}, body: '' };
    const { done, lookAgainAt = 0, problem } = deliver(world);
    expect({ done, problem }).toEqual({ done: '1 event to be tried again', problem: undefined });
    expect(deliver(world).done).toBe('');
    world.now = lookAgainAt;
    receiver.answer = { ok: true, status: 200, headers: {}, body: '' };
    expect(deliver(world).done).toBe('1 event delivered');
    expect(receiver.got).toHaveLength(2);
    expect(new Set(receiver.got.map(({ id }) => id)).size).toBe(1);
  });

  it('is given up after a day, and that is said', () => {
    const world = aWorld();
    const receiver = new TestReceiver(world, { events: ['letter.sent'] });
    receiver.answer = { ok: false, error: 'DNS error' };
    let last = deliver(world);
    for (; last.lookAgainAt !== undefined; last = deliver(world)) world.now = last.lookAgainAt;
    expect(receiver.got).toHaveLength(10);
    expect(world.now).toBe(NOW + 10_000 + DAY_MS);
    expect(last.problem).toContain(
      '1 event for hooks.example was given up; the last answer was no',
    );
    expect(world.rows(outbox)).toMatchObject([{ state: 'given up', payload: '' }]);
    world.now += HOUR;
    expect(deliver(world)).toEqual({ done: '' });
  });

  it('is switched off where it says that it is gone', () => {
    const world = aWorld();
    const receiver = new TestReceiver(world);
    receiver.answer = { ok: true, status: 410, headers: {}, body: '' };
    expect(deliver(world).problem).toContain('hooks.example answered that it is gone (410)');
    const [row] = world.rows(webhooks);
    expect(row).toMatchObject({ active: false });
    expect(row?.note).toContain('2026-11-21');
    expect(deliver(world)).toEqual({ done: '' });
    expect(receiver.got).toHaveLength(3);
  });
});

it('switches off who is gone, wherever a run dies', () => {
  const gone = { ok: true, status: 410, headers: {}, body: '' } as const;
  const whole = aWorld();
  new TestReceiver(whole).answer = gone;
  deliver(whole);
  const { calls } = whole;
  for (let killAt = 0; killAt < calls.length; killAt++) {
    const world = aWorld();
    new TestReceiver(world).answer = gone;
    world.killAt = killAt;
    expect(() => deliver(world)).toThrow(Killed);
    world.killAt = Infinity;
    deliver(world);
    expect(world.rows(webhooks)).toMatchObject([{ active: false }]);
  }
});

it('tells a receiver at once, however much waits for another that is dead', () => {
  const world = aWorld();
  const dead = { id: 'W-dead', address: 'https://dead.example/', events: ['letter.sent'] };
  new TestReceiver(world, dead).answer = { ok: false, error: 'DNS error' };
  const alive = new TestReceiver(world);
  const when = { at: NOW, queued: NOW, next: NOW };
  const row = { webhookId: 'W-dead', state: 'waiting', tries: 2, payload: '{}', ...when } as const;
  world.put(
    outbox,
    ...Array.from({ length: MOST_WAITING }, (_, i) => anOutboxRow({ ...row, id: `D-${i}` })),
  );
  deliver(world);
  expect(types(alive)).toEqual(['letter.sent', 'link.tapped', 'commission.new']);
});

it('never posts what was emptied when its client was forgotten', () => {
  const world = aWorld();
  const receiver = new TestReceiver(world, { events: ['link.tapped', 'commission.new'] });
  receiver.answer = { ok: false, error: 'DNS error' };
  deliver(world);
  forget(world.services(), 'C-lin');
  receiver.got.length = 0;
  world.now += HOUR;
  expect(deliver(world)).toEqual({ done: '' });
  expect(receiver.got).toEqual([]);
  expect(world.rows(outbox)).toMatchObject([
    { state: 'given up', payload: '' },
    { state: 'given up', payload: '' },
  ]);
});

it('writes nothing back of a client who is forgotten while it posts', () => {
  const world = aWorld();
  const receiver = new TestReceiver(world, { events: ['letter.sent'] });
  receiver.answer = { ok: false, error: 'DNS error' };
  deliver(world);
  world.now += HOUR;
  world.before = (call) => {
    if (call === 'http.batch') world.write(outbox, 1, { payload: '' });
  };
  deliver(world);
  expect(receiver.got).toHaveLength(2);
  expect(world.rows(outbox)).toMatchObject([{ state: 'waiting', payload: '' }]);
});

describe('the outbox', () => {
  it('does not grow without end: rows that have served are used again', () => {
    const world = aWorld();
    new TestReceiver(world, { events: ['letter.sent'] });
    const old = { state: 'delivered', at: NOW - 36 * DAY_MS } as const;
    world.put(
      outbox,
      ...Array.from({ length: MOST_ROWS }, (_, i) => anOutboxRow({ id: `D-${i}`, ...old })),
    );
    expect(deliver(world).done).toBe('1 event delivered');
    expect(world.rows(outbox)).toHaveLength(MOST_ROWS);
    expect(world.rows(outbox)[0]).toMatchObject({ event: 'letter.sent', state: 'delivered' });
  });

  it('leaves events in their tabs while too many wait, and says so', () => {
    const world = aWorld();
    const receiver = new TestReceiver(world, { events: ['letter.sent'] });
    const when = { next: NOW + HOUR, queued: NOW, at: NOW };
    const later = { state: 'waiting', payload: '{}', ...when } as const;
    world.put(
      outbox,
      ...Array.from({ length: MOST_WAITING }, (_, i) => anOutboxRow({ id: `D-${i}`, ...later })),
    );
    const { problem, lookAgainAt } = deliver(world);
    expect(problem).toContain('1 event found no room in the outbox');
    expect(lookAgainAt).toBe(NOW + HOUR);
    expect(receiver.got).toEqual([]);
  });

  it('posts a hundred in a run and goes on in the next', () => {
    const world = aWorld();
    const receiver = new TestReceiver(world, { events: ['letter.sent'] });
    world.put(
      letters,
      ...Array.from({ length: 120 }, (_, i) => aLetter({ id: `L-${i}`, sent: NOW + i })),
    );
    expect(deliver(world)).toMatchObject({ done: '100 events delivered', unfinished: true });
    expect(deliver(world).done).toBe('21 events delivered');
    expect(new Set(receiver.got.map(({ id }) => id)).size).toBe(121);
  });
});

it('loses no event and makes none twice, wherever a run dies', () => {
  const whole = aWorld();
  const expected = new TestReceiver(whole);
  deliver(whole);
  const { calls } = whole;
  for (let killAt = 0; killAt < calls.length; killAt++) {
    const world = aWorld();
    const receiver = new TestReceiver(world);
    world.killAt = killAt;
    expect(() => deliver(world)).toThrow(Killed);
    world.killAt = Infinity;
    deliver(world);
    deliver(world);
    const ids = new Set(receiver.got.map(({ id }) => id));
    expect([...ids].sort()).toEqual(expected.got.map(({ id }) => id).sort());
    expect(world.rows(outbox).map(({ state }) => state)).toEqual(Array(3).fill('delivered'));
  }
  expect(calls.length).toBeGreaterThan(10);
});
