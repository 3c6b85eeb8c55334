import { links } from '../../src/core/workbook';
import { shorten } from '../../src/jobs/shorten';
import { VAULT } from '../../src/jobs/state';
import { aLink } from '../support/rows';
import { World } from '../support/services';

const CODES = ['abcdefgh', 'abcdefgj', 'abcdefgk', 'abcdefgm', 'abcdefgn', 'abcdefgp', 'abcdefgq'];
const wanted = CODES.map((code) => ({
  code,
  address: `https://shop.sjv.io/c/1/2/3?subId1=${code}`,
}));

function worldWithToken(): World {
  const world = new World().ready();
  world.vault.set(VAULT.bitlyToken, 'token');
  for (const code of CODES) world.put(links, aLink({ code }));
  world.answer = ({ body }) => {
    const { long_url: long } = JSON.parse(body ?? '{}') as { long_url: string };
    const link = `https://bit.ly/${long.slice(-3)}`;
    return { ok: true, status: 201, headers: {}, body: JSON.stringify({ link, long_url: long }) };
  };
  return world;
}

it('makes links short and notes them in the Links tab', () => {
  const world = worldWithToken();
  const { short, problem } = shorten(world.services(), wanted);
  expect(problem).toBeUndefined();
  expect(short.get('abcdefgh')).toBe('https://bit.ly/fgh');
  expect(world.rows(links).every(({ code, short: said }) => said === short.get(code))).toBe(true);
});

it('does nothing without a token', () => {
  const world = worldWithToken();
  world.vault.delete(VAULT.bitlyToken);
  expect(shorten(world.services(), wanted).short.size).toBe(0);
  expect(world.requests).toEqual([]);
});

it('stops for the month where Bitly says that it is used up, says so, and starts again', () => {
  const world = worldWithToken();
  const good = world.answer;
  let asked = 0;
  world.answer = (request) =>
    ++asked > 2
      ? {
          ok: true,
          status: 429,
          headers: {},
          body: '{"message":"MONTHLY_BSD_ENCODE_LIMIT_REACHED"}',
        }
      : good(request);
  const first = shorten(world.services(), wanted);
  expect(first.short.size).toBe(2);
  expect(first.problem).toContain('until next month');
  const before = world.requests.length;
  expect(before).toBeLessThan(CODES.length);
  shorten(world.services(), wanted);
  expect(world.requests).toHaveLength(before);
  world.now += 31 * 24 * 3600 * 1000;
  world.answer = good;
  expect(shorten(world.services(), wanted).short.size).toBe(CODES.length);
});
