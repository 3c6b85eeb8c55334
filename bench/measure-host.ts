import type { HostClient } from '../host/client';

/** One line of the table. */
export interface HostFigure {
  what: string;
  target: number;
  measured: number;
  unit: string;
}

const STARTS = 60;
const CALLS = 5000;
const BLOCKS = 5;
const VISITS = 200;
const AT_ONCE = 20;

/** Measures starts, calls, blocks, a rush on the gate, and quarters of a beat on the clock. */
export async function measureHost(host: HostClient): Promise<HostFigure[]> {
  await host.result('sheet', 'setUp');
  return [
    await starts(host),
    await perCall(host, 'names', 'a service call'),
    await perCall(host, 'properties', 'a call that is kept on disk'),
    ...(await blocks(host)),
    ...(await rush(host)),
    await quarter(host, 'PT6H', 30),
    await quarter(host, undefined, 300),
  ];
}

/** From asking for a run of the product's bundle to its answer, most of which is the start. */
async function starts(host: HostClient): Promise<HostFigure> {
  const took: number[] = [];
  for (let n = 0; n < STARTS; n += 1) {
    took.push(await timed(() => host.result('sheet', 'onOpen')));
  }
  return {
    what: `start of an execution of the product, median of ${STARTS}`,
    target: 120,
    measured: median(took),
    unit: 'ms',
  };
}

async function perCall(host: HostClient, name: string, what: string): Promise<HostFigure> {
  const measured = await host.result<number>('calls', name, CALLS);
  return { what: `${what}, mean of ${CALLS}`, target: 0.2, measured, unit: 'ms' };
}

async function blocks(host: HostClient): Promise<HostFigure[]> {
  const times = { write: [] as number[], read: [] as number[] };
  for (let n = 0; n < BLOCKS; n += 1) {
    const took = await host.result<{ write: number; read: number }>('calls', 'block', 10_000, 20);
    times.write.push(took.write);
    times.read.push(took.read);
  }
  return (['write', 'read'] as const).map((way) => ({
    what: `${way} 10,000 × 20 values, median of ${BLOCKS}`,
    target: 1000,
    measured: median(times[way]),
    unit: 'ms',
  }));
}

/** Many visitors of the gate at once: how long it takes, and how many got no page. */
async function rush(host: HostClient): Promise<HostFigure[]> {
  let lost = 0;
  const visitor = async (): Promise<void> => {
    for (let n = 0; n < VISITS / AT_ONCE; n += 1) {
      const page = await fetch(`${host.webApp('gate')}?l=abcdefgh`);
      if (!page.ok || !(await page.text()).includes('sandboxFrame')) lost += 1;
    }
  };
  const took = await timed(() => Promise.all(Array.from({ length: AT_ONCE }, visitor)));
  const what = `${VISITS} requests to the gate, ${AT_ONCE} at once`;
  return [
    { what: `${what}: all`, target: 10_000, measured: took, unit: 'ms' },
    { what: `${what}: lost`, target: 1, measured: lost, unit: 'requests' },
  ];
}

/** Ninety days of the product's beat, in moves of ten days: one request may not last too long. */
async function quarter(
  host: HostClient,
  every: string | undefined,
  target: number,
): Promise<HostFigure> {
  const move = { advance: 'P10D', ...(every === undefined ? {} : { every }) };
  const took = await timed(async () => {
    for (let days = 0; days < 90; days += 10) await host.moveClock(move);
  });
  const how = every === undefined ? 'every 10 minutes' : `at most once in ${every}`;
  return { what: `90 days of the beat, ${how}`, target, measured: took / 1000, unit: 's' };
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

function median(times: number[]): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
