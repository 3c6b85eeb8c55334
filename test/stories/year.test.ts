import { type Lived, liveYear } from '../../demo/year/live';
import { startTestHost, type TestHost } from '../support/host';

/**
 * Some months of a freelancer's life, headless, on the built bundles and the virtual clock; the truth
 * is the made-up market's own.
 */

/** Hundreds of beats and visits need their time where the machine has other work. */
jest.setTimeout(600_000);

let host: TestHost;
let lived: Lived;

beforeAll(async () => {
  host = await startTestHost('2026-01-05T04:00:00Z');
  lived = await liveYear({ host: host.client, seed: 'months', days: 21 });
});

afterAll(() => host.stop());

it('writes to clients, who follow links and buy', () => {
  expect(lived.letters).toBeGreaterThanOrEqual(50);
  expect(lived.taps).toBeGreaterThan(20);
  expect(lived.audit.certain).toBeGreaterThan(3);
});

it('ends with a ledger that is the truth to the cent', () => {
  expect(lived.audit.wrong).toEqual([]);
  expect(lived.audit.booked).toEqual(lived.audit.truth);
});

it('says of every guess how likely it is', () => {
  expect(lived.audit.guesses.length).toBeGreaterThan(0);
});
