import type { HttpAnswer, HttpRequest } from '../../src/core/http';
import { commissions, links, products } from '../../src/core/workbook';
import { pullNetworks } from '../../src/jobs/pull';
import { panel } from '../../src/panel';
import type { PanelAnswers, PanelCall } from '../../src/panel/protocol';
import { answer } from '../support/answers';
import { aLink, aProduct, NOW } from '../support/rows';
import { Killed, World } from '../support/services';

const DAY = 24 * 3600 * 1000;
const LATER = NOW + 10 * DAY;
const KEYS = { account: 'IR1', token: 'tok-secret' };

/** Impact with three actions on each of two pages of the newest window, and none before. */
function impact(given: Partial<{ state: string; busy: number }> = {}) {
  const { state = 'PENDING' } = given;
  let { busy = 0 } = given;
  return ({ url }: HttpRequest): HttpAnswer => {
    if (busy-- > 0) return { ...answer(429, { Message: 'slow' }), headers: { 'retry-after': '5' } };
    const page = Number(/[?&]Page=(\d+)/.exec(url)?.[1]);
    const isNewest = decodeURIComponent(url).includes('EndDate=2026-11-21');
    const Actions = Array.from({ length: isNewest ? 3 : 0 }, (_, i) => ({
      Id: `7.${page}.${i}`,
      State: state,
      Payout: `${page}.${i}5`,
      Currency: 'TWD',
      EventDate: '2026-11-20T08:00:00Z',
      SubId1: 'abcdefghvvvvv',
    }));
    return answer(200, { '@page': String(page), '@numpages': isNewest ? '2' : '1', Actions });
  };
}

const ask = <C extends PanelCall>(world: World, request: C): PanelAnswers[C['do']] =>
  panel(world.services(), request) as PanelAnswers[C['do']];

function aWorld(said = impact()): World {
  const world = new World().ready();
  world.put(products, aProduct());
  world.put(links, aLink());
  world.answer = said;
  ask(world, { do: 'connectNetwork', network: 'Impact', keys: KEYS });
  return world;
}
const run = (world: World, deadline = LATER) => pullNetworks(world.services(), deadline);
const card = (world: World) =>
  ask(world, { do: 'networks' }).networks.find(({ network }) => network === 'Impact');

it('books what a network paid, once a day, over windows and pages', () => {
  const world = aWorld();
  expect(run(world)).toMatchObject({ done: '6 commissions from Impact' });
  expect(world.requests).toHaveLength(10);
  expect(world.rows(commissions)).toHaveLength(6);
  expect(world.rows(commissions)[0]).toMatchObject({ source: 'Impact API', status: 'pending' });
  expect(run(world).done).toBe('');
  expect(world.requests).toHaveLength(10);
  expect(card(world)?.state).toBe('asked on November 21, 2026');
});

it('reads what changed late, and nothing twice', () => {
  const world = aWorld();
  run(world);
  world.now += DAY;
  const later = impact({ state: 'APPROVED' });
  world.answer = (request) =>
    later({ ...request, url: request.url.replace('EndDate=2026-11-22', 'EndDate=2026-11-21') });
  expect(run(world).done).toBe('6 commissions from Impact');
  expect(world.rows(commissions).map(({ status }) => status)).toEqual(Array(6).fill('approved'));
});

it('ends up the same wherever a run breaks off', () => {
  const whole = aWorld();
  run(whole);
  const books = (world: World) =>
    world
      .rows(commissions)
      .map(({ externalId, commission }) => `${externalId} ${commission?.minor ?? ''}`);
  const world = aWorld();
  const services = world.services();
  pullNetworks(services, LATER);
  const calls = world.calls.length;
  for (let killAt = 0; killAt < calls; killAt++) {
    const broken = aWorld();
    broken.killAt = killAt;
    expect(() => run(broken)).toThrow(Killed);
    broken.killAt = Infinity;
    run(broken);
    expect([killAt, books(broken)]).toEqual([killAt, books(whole)]);
  }
});

it('keeps its place where the time is over, and goes on there', () => {
  const world = aWorld();
  expect(run(world, world.now + 9000).lookAgainAt).toBeLessThanOrEqual(world.now);
  const asked = world.requests.length;
  expect(asked).toBeLessThan(10);
  expect(card(world)?.state).toBe('not asked yet; more is to come');
  expect(run(world).done).toBe('6 commissions from Impact');
  expect(world.requests).toHaveLength(10);
});

it('waits out a short rest, and leaves a long one to a later run', () => {
  const short = aWorld(impact({ busy: 2 }));
  expect(run(short).done).toBe('6 commissions from Impact');
  const long = aWorld(() => ({ ...answer(429, {}), headers: { 'retry-after': '600' } }));
  expect(run(long)).toEqual({ done: '', lookAgainAt: long.now + 600_000 });
  run(long);
  expect(long.requests).toHaveLength(1);
});

it('says in the sidebar that a key is refused, asks no more, and goes on with a new key', () => {
  const world = aWorld(() => answer(401, { Message: 'wrong tok-secret' }));
  const { problem = '' } = run(world);
  expect(problem).toContain('Impact refused the key: wrong •••. Enter a valid key');
  expect(card(world)).toMatchObject({ isKept: true, problem });
  run(world);
  expect(world.requests).toHaveLength(1);
  world.answer = impact();
  ask(world, { do: 'connectNetwork', network: 'Impact', keys: { ...KEYS, token: 'new-token' } });
  expect(card(world)?.problem).toBe('');
  expect(run(world).done).toBe('6 commissions from Impact');
});

it('asks at once where a person wants it, and says what was left out', () => {
  const world = aWorld(impact({ state: 'ODD' }));
  run(world);
  expect(card(world)?.state).toContain('6 rows left out. The row 7.1.0 is “ODD”');
  world.answer = impact();
  expect(ask(world, { do: 'pullNow' }).done).toBe('6 commissions from Impact');
  expect(card(world)?.state).toBe('asked on November 21, 2026');
});

it('tells no key to anybody, and forgets it', () => {
  const world = aWorld();
  expect(JSON.stringify(ask(world, { do: 'networks' }))).not.toContain('tok-secret');
  expect(JSON.stringify([...world.state])).not.toContain('tok-secret');
  ask(world, { do: 'disconnectNetwork', network: 'Impact' });
  expect(card(world)?.isKept).toBe(false);
  expect(run(world)).toEqual({ done: '' });
  expect(() => ask(world, { do: 'connectNetwork', network: 'Impact', keys: {} })).toThrow(
    'Impact wants its Account SID',
  );
  expect(() => ask(world, { do: 'connectNetwork', network: 'Nobody', keys: {} })).toThrow(
    'is not a network that Perennial can ask',
  );
});
