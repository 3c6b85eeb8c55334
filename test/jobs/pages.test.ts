import { products } from '../../src/core/workbook';
import { checkPages } from '../../src/jobs/pages';
import { aProduct, NOW } from '../support/rows';
import { World } from '../support/services';

function worldWith(count: number): World {
  const world = new World().ready();
  for (let i = 0; i < count; i++) {
    world.put(
      products,
      aProduct({ id: `P-${i}`, name: `Tool ${i}`, page: `https://t${i}.example/` }),
    );
  }
  world.answer = ({ url }) =>
    url === 'https://t1.example/'
      ? { ok: true, status: 404, headers: {}, body: '' }
      : { ok: true, status: 200, headers: {}, body: '' };
  return world;
}

const later = NOW + 1e9;

it('looks at each page once, a few at a time, and says what is wrong', () => {
  const world = worldWith(10);
  const result = checkPages(world.services(), later);
  expect(result.done).toBe('10 pages looked at');
  expect(result.problem).toContain('The page of Tool 1 is gone (404)');
  expect(world.requests).toHaveLength(10);
  expect(world.rows(products).map(({ pageCheck }) => pageCheck.slice(0, 10))).toEqual(
    Array.from({ length: 10 }, () => '2026-11-21'),
  );
});

it('asks nobody again within the week, and still tells', () => {
  const world = worldWith(3);
  checkPages(world.services(), later);
  const again = checkPages(world.services(), later);
  expect(again.done).toBe('');
  expect(again.problem).toContain('Tool 1');
  expect(world.requests).toHaveLength(3);
});

it('never asks for an affiliate address', () => {
  const world = worldWith(3);
  checkPages(world.services(), later);
  expect(world.requests.filter(({ url }) => url.includes('sjv.io'))).toEqual([]);
});
