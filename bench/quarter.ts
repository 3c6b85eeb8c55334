import type { ExecutionInfo, HostClient } from '../host/client';
import type { World } from './world';

/**
 * A quarter's letters to everybody, on the virtual clock: beats every ten minutes, a freelancer who
 * approves every six hours, the quotas of a free account, and Google's services as slow as they are
 * said to be.
 */

/** What one call takes, in milliseconds. */
const LATENCY = {
  // Benchmarks put a read and a write at 63, 80 and 800; a call is half of it.
  'CacheService.*': 32,
  'PropertiesService.*': 40,
  'SpreadsheetApp.Range.getValues': 400,
  'SpreadsheetApp.Range.setValues': 400,
  // Unverified.
  'SpreadsheetApp.Range.setNumberFormats': 100,
  'SpreadsheetApp.flush': 100,
  'LockService.*': 20,
  'Gmail.*': 400,
};

/** What an answer takes: a letter by a model, the gate, a client's site; the first and last unverified. */
const ANSWERS = { writer: 9000, gate: 2000, site: 1500 };

/** What a quarter took. */
export interface Quarter {
  letters: number;
  /** Days until the last letter had left. */
  days: number;
  executions: number;
  calls: number;
  /** The most of a day. */
  mails: number;
  triggerMinutes: number;
  propertyCalls: number;
  failed: number;
  /** Mails beyond one to each client, and clients without one. */
  twice: number;
  lost: number;
}

const MOST_DAYS = 20;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Lives until every client has a letter, and tells what that took. */
export async function liveQuarter(
  host: HostClient,
  world: World,
  clients: number,
): Promise<Quarter> {
  await host.fault({ latency: LATENCY });
  await host.fault({
    fetch: [
      { prefix: world.writer, delayMs: ANSWERS.writer },
      { prefix: host.webApp('gate'), delayMs: ANSWERS.gate },
      { prefix: 'http', delayMs: ANSWERS.site },
    ],
  });
  await host.fault({ quota: {} });
  const before = (await host.executions()).at(-1)?.n ?? 0;
  const { now } = await host.moveClock({ advance: 'PT1S' });
  const start = Date.parse(now);
  for (let hours = 0; hours < MOST_DAYS * 24; hours += 6) {
    // By the hour, for an answer that takes minutes is given up.
    for (let hour = 0; hour < 6; hour++) await host.moveClock({ advance: 'PT1H' });
    const letters = await host.records('Letters');
    const count = (status: string): number =>
      letters.filter(({ Status }) => Status === status).length;
    process.stderr.write(
      `day ${(hours + 6) / 24}: ${letters.length} due, ${count('drafting')} to write, ${count('sent')} sent\n`,
    );
    const drafted = letters.filter(({ Status }) => Status === 'drafted');
    if (drafted.length > 0) {
      await world.panel({
        do: 'approve',
        letters: drafted.map((row) => row['Letter ID'] as string),
      });
    }
    if (count('sent') === clients) break;
  }
  // The gate's executions are among them: it spends the same owner's quotas.
  return sumUp(await sentMails(host), await host.executions(before), clients, start);
}

interface SentMail {
  to: string;
  at: number;
}

async function sentMails(host: HostClient): Promise<SentMail[]> {
  const mails = await host.mail();
  return mails
    .filter(({ state }) => state === 'sent')
    .map(({ to, date }) => ({ to, at: Date.parse(date) }));
}

function sumUp(mails: SentMail[], runs: ExecutionInfo[], clients: number, start: number): Quarter {
  const calls = (run: ExecutionInfo, pattern = /./): number =>
    Object.entries(run.calls).reduce((sum, [name, n]) => sum + (pattern.test(name) ? n : 0), 0);
  const reached = new Set(mails.map(({ to }) => to));
  const dayOfRun = (run: ExecutionInfo): number => dayAfter(start, Date.parse(run.start));
  return {
    letters: mails.length,
    days: 1 + Math.max(...mails.map(({ at }) => dayAfter(start, at))),
    executions: runs.length,
    calls: runs.reduce((sum, run) => sum + calls(run), 0),
    mails: most(
      mails,
      ({ at }) => dayAfter(start, at),
      () => 1,
    ),
    triggerMinutes: most(
      runs.filter(({ cause }) => cause === 'clock'),
      dayOfRun,
      ({ ms }) => ms / 60_000,
    ),
    propertyCalls: most(runs, dayOfRun, (run) => calls(run, /^PropertiesService\.Properties\./)),
    failed: runs.filter(({ ok }) => !ok).length,
    twice: mails.length - reached.size,
    lost: clients - reached.size,
  };
}

function dayAfter(start: number, at: number): number {
  return Math.floor((at - start) / DAY_MS);
}

/** The greatest sum that any group of things comes to. */
function most<T>(things: T[], group: (thing: T) => number, amount: (thing: T) => number): number {
  const sums = new Map<number, number>();
  for (const thing of things) {
    sums.set(group(thing), (sums.get(group(thing)) ?? 0) + amount(thing));
  }
  return Math.max(0, ...sums.values());
}

/** The quarter as rows of a table, beside what a free account allows or what is meant. */
export function quarterRows(quarter: Quarter, clients: number): [string, string, string][] {
  const { letters, days, executions, calls, mails, triggerMinutes, propertyCalls } = quarter;
  return [
    ['letters sent', String(clients), String(letters)],
    ['days taken', '11', String(days)],
    ['executions', '', String(executions)],
    ['service calls', '', String(calls)],
    ['mails in the fullest day', '100', String(mails)],
    ['trigger minutes in the fullest day', '90', triggerMinutes.toFixed(1)],
    ['property calls in the fullest day', '50,000', String(propertyCalls)],
    ['executions that failed', '0', String(quarter.failed)],
    ['mails to a client who had one', '0', String(quarter.twice)],
    ['clients without a mail', '0', String(quarter.lost)],
  ];
}
