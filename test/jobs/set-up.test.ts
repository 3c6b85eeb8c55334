import { SHIPPED } from '../../src/core/letters/shipped';
import { occasions } from '../../src/core/workbook';
import { setUp } from '../../src/jobs/set-up';
import { STATE, VAULT } from '../../src/jobs/state';
import { anOccasion } from '../support/rows';
import { World } from '../support/services';

function freshWorld(): World {
  const world = new World();
  world.state.clear();
  world.vault.clear();
  return world;
}

it('makes this person the owner, with a key for links, and brings the occasions', () => {
  const world = freshWorld();
  setUp(world.services());
  expect(world.vault.get(VAULT.linkKey)).toHaveLength(64);
  expect(world.rows(occasions)).toEqual([...SHIPPED]);
});

it('brings an older workbook the occasions that it never had', () => {
  const world = freshWorld();
  world.put(occasions, anOccasion({ brief: 'as I like it' }));
  setUp(world.services());
  expect(world.rows(occasions)).toHaveLength(SHIPPED.length);
  expect(world.rows(occasions)[0]?.brief).toBe('as I like it');
});

it('leaves away what a person deleted, until nothing is left', () => {
  const world = freshWorld();
  setUp(world.services());
  const grid = world.grid(occasions.tab);
  grid.splice(2, 1);
  setUp(world.services());
  expect(world.rows(occasions)).toEqual(SHIPPED.filter((_, i) => i !== 1));
  grid.splice(1);
  setUp(world.services());
  expect(world.rows(occasions)).toEqual([...SHIPPED]);
});

it('changes nothing the second time', () => {
  const world = freshWorld();
  setUp(world.services());
  const before = [world.snapshot(), JSON.stringify([...world.state, ...world.vault])];
  setUp(world.services());
  expect([world.snapshot(), JSON.stringify([...world.state, ...world.vault])]).toEqual(before);
});

it('keeps out a second person', () => {
  const world = freshWorld();
  setUp(world.services());
  world.vault.clear();
  expect(() => setUp(world.services())).toThrow('Another person has set Perennial up');
  expect(world.vault.size).toBe(0);
});

it('keeps no secret where other editors could read it', () => {
  const world = freshWorld();
  setUp(world.services());
  const secrets = [...world.vault.values()];
  expect(secrets.some((secret) => [...world.state.values()].includes(secret))).toBe(false);
  expect(world.state.has(STATE.owner)).toBe(true);
});
