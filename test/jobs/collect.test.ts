import { unsubscribeToken } from '../../src/core/clients/client';
import { clicks, clients, letters, links, products, routes } from '../../src/core/workbook';
import { collect } from '../../src/jobs/collect';
import { pushRoutes } from '../../src/jobs/routes';
import { STATE } from '../../src/jobs/state';
import { aClient, aLetter, aLink, aProduct, NOW } from '../support/rows';
import { Killed, World } from '../support/services';

const HOUR = 3600 * 1000;

function aWorld(): World {
  const world = new World().ready();
  world.put(clients, aClient());
  world.put(products, aProduct());
  world.put(
    letters,
    aLetter({ status: 'sent', sent: NOW - 3 * HOUR }),
    aLetter({ id: 'L-next', status: 'approved' }),
  );
  world.put(links, aLink());
  world.put(routes, {
    route: 'abc',
    productId: 'P-rank',
    occasionId: 'quarterly-report',
    channel: 'email',
  });
  pushRoutes(world.services());
  return world;
}

/** A person opens the link, reads and goes on; gives the visit's name. */
function visit(world: World): string {
  const reply = world.gate.get({ l: 'abcdefgh' });
  const name = 'html' in reply ? (/"visit":"(\w+)"/.exec(reply.html)?.[1] ?? '') : '';
  world.gate.post({ t: 'seen', l: 'abcdefgh', v: name, ms: 100 });
  world.gate.post({ t: 'tapped', l: 'abcdefgh', v: name, ms: 2500 });
  return name;
}

const run = (world: World) => collect(world.services());
const waiting = (world: World) =>
  [...world.gate.store.keys()].filter((name) => name.startsWith('e:'));

it('turns what happened at the gate into clicks, and empties its journal', () => {
  const world = aWorld();
  const name = visit(world);
  expect(run(world).done).toBe('1 visit noted, 1 tap counted');
  expect(world.rows(clicks)).toMatchObject([
    {
      id: `abcdefgh-${name}`,
      level: 'tapped',
      counted: true,
      letterId: 'L-one',
      productId: 'P-rank',
    },
  ]);
  expect(world.rows(letters)[0]?.outcome).toBe('tapped');
  expect(waiting(world)).toEqual([]);
  expect(run(world).done).toBe('');
});

it('has nothing to say, and reads no tab, where nothing happened', () => {
  const world = aWorld();
  expect(run(world)).toEqual({ done: '' });
  expect(world.calls.filter((call) => call.startsWith('sheets'))).toEqual([]);
});

it('does nothing without a gate', () => {
  const world = aWorld();
  world.state.delete(STATE.gate);
  expect(run(world)).toEqual({ done: '' });
  expect(world.requests.filter(({ body }) => body?.includes('events'))).toEqual([]);
});

it('fetches a long journal in batches', () => {
  const world = aWorld();
  for (let i = 0; i < 450; i++) {
    world.gate.store.set(
      `e:${String(i).padStart(9, '0')}`,
      JSON.stringify({
        at: NOW + i,
        kind: 'opened',
        code: 'abcdefgh',
        visit: `vvv${'abcdefghjkmnpqrstuvwxyz23456789'[i % 31] ?? ''}${'abcdefghjkmnpqrstuvwxyz23456789'[Math.floor(i / 31)] ?? ''}`,
      }),
    );
  }
  expect(run(world).done).toBe('450 visits noted');
  expect(waiting(world)).toEqual([]);
});

it('loses no event and doubles none, wherever it dies', () => {
  const whole = aWorld();
  visit(whole);
  visit(whole);
  run(whole);
  for (let killAt = 0; killAt < whole.calls.length; killAt++) {
    const world = aWorld();
    visit(world);
    visit(world);
    world.killAt = killAt;
    expect(() => run(world)).toThrow(Killed);
    world.killAt = Infinity;
    run(world);
    expect(world.rows(clicks)).toEqual(whole.rows(clicks));
    expect(waiting(world)).toEqual([]);
  }
});

describe('an unsubscribe', () => {
  const unsubscribe = (world: World, token = unsubscribeToken('C-lin', 'link-key')) =>
    world.gate.post('List-Unsubscribe=One-Click', { u: token });

  it('ends the client’s letters, with basis and date, and skips those that wait', () => {
    const world = aWorld();
    unsubscribe(world);
    expect(run(world).done).toBe('1 client unsubscribed');
    expect(world.rows(clients)[0]).toMatchObject({
      consent: 'unsubscribed',
      consentBasis: 'unsubscribed by the link in a letter',
      consentDate: '2026-11-21',
    });
    expect(world.rows(letters).map(({ status, outcome }) => [status, outcome])).toEqual([
      ['sent', 'unsubscribed'],
      ['skipped', ''],
    ]);
  });

  it('with a token that nobody of ours made ends nothing', () => {
    const world = aWorld();
    unsubscribe(world, 'C-lin.aaaaaaaaaaaaaaaa');
    expect(run(world).done).toContain('1 event of unknown links or tokens passed over');
    expect(world.rows(clients)[0]?.consent).toBe('yes');
    expect(waiting(world)).toEqual([]);
  });

  it('does not undo what was bought', () => {
    const world = aWorld();
    const row = world.grid('Letters')[1];
    row?.splice(16, 1, 'bought');
    unsubscribe(world);
    run(world);
    expect(world.rows(letters)[0]?.outcome).toBe('bought');
  });
});

it('says so where the gate had to let visits go by', () => {
  const world = aWorld();
  for (let i = 0; i < 25; i++) world.gate.get({ l: 'abcdefgh' });
  expect(run(world).problem).toContain('let 5 events go by unnoted');
});

it.each([
  ['silent', () => ({ ok: false as const, error: 'DNS error' }), 'did not answer'],
  [
    'not a gate',
    () => ({ ok: true as const, status: 200, headers: {}, body: '<html>' }),
    'is no gate',
  ],
  [
    'odd',
    () => ({ ok: true as const, status: 200, headers: {}, body: '{"events":1}' }),
    'is no gate',
  ],
])('is a problem where what answers is %s', (_, answer, sentence) => {
  const world = aWorld();
  world.state.set(STATE.gate, 'https://elsewhere.example/exec');
  world.answer = answer;
  expect(() => run(world)).toThrow(sentence);
});
