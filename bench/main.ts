import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type HostClient, startHost } from '../host/client';
import { growthTable } from './growth';
import { measure } from './measure';
import { liveQuarter, quarterRows } from './quarter';
import { markdown, table } from './table';
import { buildWorld, type World } from './world';

/**
 * What a beat, writing, sending and the rollup cost at 50, 500 and 5,000 clients: service calls by
 * kind, as the laptop host counts them, and time on this machine. Then a quarter for 1,000 clients on
 * a free account; with `--quarter` that alone, and with a number after it for so many clients. Before
 * all, what the rollup, attribution and worth cost as clicks grow; with `--growth` that alone.
 */

const SIZES = [50, 500, 5000];
const QUARTER = 1000;

const alone = process.argv.indexOf('--quarter');
if (process.argv.includes('--growth')) {
  console.log(growthTable());
  process.exit();
}
if (alone < 0) {
  console.log(`${growthTable()}\n`);
  const rows = [];
  for (const size of SIZES) {
    rows.push(...(await inWorld(size, 2000, (host, world) => measure(host, world, size))));
  }
  console.log(`${table(rows)}\n`);
}
const clients = Number(process.argv[alone + 1] ?? QUARTER) || QUARTER;
const quarter = await inWorld(clients, 100, (host, world) => liveQuarter(host, world, clients));
console.log(
  markdown(
    [`a quarter for ${clients} clients`, 'at most', 'measured'],
    quarterRows(quarter, clients),
  ),
);

async function inWorld<T>(
  size: number,
  mailsADay: number,
  work: (host: HostClient, world: World) => Promise<T>,
): Promise<T> {
  const data = mkdtempSync(path.join(tmpdir(), 'perennial-bench-'));
  const host = await startHost({ data, fresh: true, now: '2026-11-21T04:00:00Z' });
  process.stderr.write(`${size} clients …\n`);
  const world = await buildWorld(host, size, mailsADay);
  try {
    return await work(host, world);
  } finally {
    await world.stop();
    await host.stop();
    rmSync(data, { recursive: true, force: true });
  }
}
