import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { ensurePackages, root } from './machine.mjs';

/** `npm start`: the laptop host with the built projects, on the demo workbook or an empty one. */

const USUAL_PORT = 8100;
const SEED = 'perennial';

const { values: options } = parseArgs({
  options: {
    port: { type: 'string' },
    data: { type: 'string' },
    now: { type: 'string' },
    fresh: { type: 'boolean', default: false },
    demo: { type: 'boolean', default: false },
    empty: { type: 'boolean', default: false },
  },
});

ensurePackages();
console.log('Building …');
const { buildAll } = await import('./build.mjs');
await buildAll();
await (options.empty ? startEmpty() : startDemo());

async function startEmpty() {
  const host = await startHost(folder('empty'), options.fresh, options.now);
  console.log(`\nAn empty spreadsheet is at  ${host.address}/\n`);
  console.log('Choose Perennial → Set up in its menu. Ctrl+C stops.');
}

/** The demo opens on today, so its clock starts three months earlier; a finished one is taken up again. */
async function startDemo() {
  const data = folder('demo');
  const mark = path.join(data, 'demo-is-ready');
  const isReady = existsSync(mark) && !options.fresh;
  const present = new Date(options.now ?? Date.now());
  const host = await startHost(data, !isReady, isReady ? options.now : threeMonthsBefore(present));
  const { startDemo: start } = await import('../dist/demo/story.js');
  const demo = await start({
    host,
    seed: SEED,
    present: present.toISOString(),
    say: (line) => console.log(`${clearLine()}✓ ${line}`),
    show: (line) =>
      process.stdout.write(process.stdout.isTTY ? `${clearLine()}… ${line}` : `… ${line}\n`),
    ...realWriter(),
  });
  if (isReady) await demo.resume();
  else await demo.live();
  console.log(`\nThe demo is at  ${host.address}/\n`);
  if (!isReady) await demo.write();
  writeFileSync(mark, `${present.toISOString()}\n`);
  console.log(
    'Next: choose Perennial → Open Perennial, then Letters. Read one, approve it, send it;',
  );
  console.log('the mail that it becomes is under Mail, at the top of the page. Ctrl+C stops.');
}

function realWriter() {
  const { OPENAI_API_KEY: key, OPENAI_BASE_URL: address, OPENAI_MODEL: model } = process.env;
  return key ? { openAi: { key, ...(address && { address }), ...(model && { model }) } } : {};
}

function folder(name) {
  const data = path.resolve(options.data ?? path.join(root, '.perennial', name));
  mkdirSync(data, { recursive: true });
  return data;
}

/** Starts the host as a process of its own, which ends with this one. */
async function startHost(data, fresh, now) {
  const { startHost: start } = await import('../dist/demo/story.js');
  const host = await start({
    data,
    fresh,
    port: await freePort(),
    program: path.join(root, 'dist/host/main.js'),
    env: openAiHost(),
    ...(now && { now }),
  });
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.once(signal, () => void host.stop().finally(() => process.exit(0)));
  }
  return host;
}

/** The host reaches no machine but this one, unless a real writer was asked for. */
function openAiHost() {
  if (!process.env.OPENAI_API_KEY) return {};
  const { hostname } = new URL(process.env.OPENAI_BASE_URL ?? 'https://api.openai.com/v1');
  return { PERENNIAL_ALLOW_NET: hostname };
}

/** The port that was asked for, the usual one, or any that is free. */
async function freePort() {
  if (options.port !== undefined) return Number(options.port);
  const isFree = await new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(USUAL_PORT, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
  return isFree ? USUAL_PORT : 0;
}

function threeMonthsBefore(day) {
  const before = new Date(day);
  before.setUTCDate(Math.min(before.getUTCDate(), 28));
  before.setUTCMonth(before.getUTCMonth() - 3);
  return before.toISOString();
}

function clearLine() {
  return process.stdout.isTTY ? '\r\u001b[2K' : '';
}
