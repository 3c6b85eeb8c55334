import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startHost } from '../host/client';
import { measure } from './measure';
import { table } from './table';
import { buildWorld } from './world';

/**
 * What a beat, writing, sending and the rollup cost at 50, 500 and 5,000 clients: service calls by
 * kind, as the laptop host counts them, and time on this machine.
 */

const SIZES = [50, 500, 5000];

const rows = [];
for (const size of SIZES) {
  const data = mkdtempSync(path.join(tmpdir(), 'perennial-bench-'));
  const host = await startHost({ data, fresh: true, now: '2026-11-21T04:00:00Z' });
  process.stderr.write(`${size} clients …\n`);
  const world = await buildWorld(host, size);
  try {
    rows.push(...(await measure(host, world, size)));
  } finally {
    await world.stop();
    await host.stop();
    rmSync(data, { recursive: true, force: true });
  }
}
console.log(table(rows));
