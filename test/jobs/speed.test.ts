import type { HttpAnswer } from '../../src/core/http';
import { clients, speeds } from '../../src/core/workbook';
import { measureSpeed, speedsOf } from '../../src/jobs/speed';
import { VAULT } from '../../src/jobs/state';
import { aClient, TODAY } from '../support/rows';
import { Killed, World } from '../support/services';

const answer = (body: unknown, status = 200): HttpAnswer => ({
  ok: true,
  status,
  headers: {},
  body: JSON.stringify(body),
});
let paint = 0;
const measured = (): HttpAnswer =>
  answer({
    lighthouseResult: {
      audits: {
        'largest-contentful-paint': { numericValue: ++paint * 1000 },
        'cumulative-layout-shift': { numericValue: 0 },
        'total-blocking-time': { numericValue: 0 },
      },
    },
  });

function world(count = 1): World {
  paint = 0;
  const made = new World().ready();
  made.vault.set(VAULT.pageSpeedKey, 'secret-key');
  for (let i = 0; i < count; i++) {
    made.put(
      clients,
      aClient({
        id: `C-${i}`,
        email: `c${i}@bakery.example`,
        website: `site${i}.example`,
        nextLetter: TODAY,
      }),
    );
  }
  made.answer = measured;
  return made;
}
const run = (made: World) => measureSpeed(made.services(), made.now + 270_000);

it('measures a site three times, and no more', () => {
  const made = world();
  expect(run(made).done).toBe('3 runs of PageSpeed Insights');
  expect(run(made)).toEqual({ done: '' });
  expect(made.requests).toHaveLength(3);
  expect(speedsOf(made.services(), ['C-0'], TODAY).get('C-0')?.largestPaint).toEqual({
    value: 2000,
    source: 'lab',
  });
});

it('does nothing without a key, and for letters that are far', () => {
  const made = world();
  made.vault.delete(VAULT.pageSpeedKey);
  expect(run(made)).toEqual({ done: '' });
  const far = new World().ready();
  far.vault.set(VAULT.pageSpeedKey, 'secret-key');
  far.put(clients, aClient({ nextLetter: '2027-03-01' }));
  expect(run(far)).toEqual({ done: '' });
  expect([...made.requests, ...far.requests]).toEqual([]);
});

it('spreads many sites over several beats', () => {
  const made = world(20);
  const counts = Array.from({ length: 9 }, () => {
    run(made);
    return made.requests.length;
  });
  expect(counts[0]).toBe(24);
  expect(counts.at(-1)).toBe(60);
});

it('tries a page that cannot be measured five times, and leaves it', () => {
  const made = world();
  made.answer = () => answer({ error: { message: 'Unable to process request.' } }, 500);
  for (let i = 0; i < 4; i++) run(made);
  expect(made.requests).toHaveLength(5);
  expect(speedsOf(made.services(), ['C-0'], TODAY).size).toBe(0);
});

it('stops where the day’s share is used, and never shows the key', () => {
  const made = world();
  made.answer = () => answer({ error: { message: 'Quota exceeded for secret-key' } }, 429);
  const { problem } = run(made);
  expect(problem).toMatch(/Quota exceeded/);
  expect(problem).not.toContain('secret-key');
  expect(made.requests).toHaveLength(1);
});

it('begins nothing that would not end in time', () => {
  const made = world();
  measureSpeed(made.services(), made.now + 30_000);
  expect(made.requests).toEqual([]);
});

it('loses at most the round in which it dies', () => {
  for (let kill = 0; kill < 12; kill++) {
    const made = world();
    made.killAt = kill;
    try {
      run(made);
    } catch (error) {
      if (!(error instanceof Killed)) throw error;
    }
    made.killAt = Infinity;
    run(made);
    run(made);
    expect(made.rows(speeds)).toMatchObject([{ clientId: 'C-0' }]);
    expect(speedsOf(made.services(), ['C-0'], TODAY).size).toBe(1);
  }
});
