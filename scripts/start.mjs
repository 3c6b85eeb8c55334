import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { ensurePackages, root } from './machine.mjs';

/** `npm start`: the laptop host with the built projects, on the demo workbook or an empty one. */

const USUAL_PORT = 8100;
const SEED = 'perennial';

const HELP = `npm start [-- options]
  --empty       opens on an empty spreadsheet instead of the demo
  --fresh       forgets what was there before
  --port N      listens there; otherwise where it did before, or ${USUAL_PORT}, or any free port
  --data DIR    keeps the state there; otherwise in .perennial
  --now ISO     starts the clock there, such as 2026-11-21T08:00:00Z`;

const options = readOptions();
endWithParent();
try {
  ensurePackages();
  console.log('Building …');
  const { buildAll } = await import('./build.mjs');
  await buildAll();
  await (options.empty ? startEmpty() : startDemo());
} catch (error) {
  fail(error instanceof Error ? error.message : String(error));
}

/** The command line; what is wrong with it is said in a sentence. */
function readOptions() {
  try {
    const { values } = parseArgs({
      options: {
        port: { type: 'string' },
        data: { type: 'string' },
        now: { type: 'string' },
        fresh: { type: 'boolean', default: false },
        demo: { type: 'boolean', default: false },
        empty: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
    if (values.help) {
      console.log(HELP);
      process.exit(0);
    }
    const port = Number(values.port ?? 0);
    if (!Number.isInteger(port) || port < 0 || port > 65_535) {
      fail(`--port takes a number up to 65535, not ${values.port}.`);
    }
    if (values.now !== undefined && Number.isNaN(Date.parse(values.now))) {
      fail(`--now takes a moment such as 2026-11-21T08:00:00Z, not ${values.now}.`);
    }
    return values;
  } catch (error) {
    return fail(`${error.message.split('. ')[0]}.\n\n${HELP}`);
  }
}

function fail(sentence) {
  console.error(sentence);
  process.exit(1);
}

/** npm passes no signal on to what it started: when it is gone, so is this. */
function endWithParent() {
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) process.kill(process.pid, 'SIGTERM');
  }, 1000).unref();
}

async function startEmpty() {
  const host = await startHost(folder('empty'), options.fresh, options.now);
  console.log(`\nAn empty spreadsheet is at  ${host.address}/\n`);
  console.log('Choose Perennial → Set up in its menu. When it asks for the address of your gate,');
  console.log(`give it  ${host.webApp('gate')}  Ctrl+C stops.`);
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
    real: realWriter(),
  });
  if (isReady) await demo.resume();
  else await demo.live();
  console.log(`\nThe demo is at  ${host.address}/\n`);
  if (!isReady) await demo.write();
  writeFileSync(mark, `${present.toISOString()}\n`);
  console.log(`Next:
  1. Choose Perennial → Open Perennial, then Letters. Read one, approve it, send it.
  2. Let an hour pass under Clock: who comes within a minute of sending is taken for a mail scanner.
     Open the mail that it became under Mail, at the top of the page; follow a link in it, and
     go on from the page behind it.
  3. Choose Perennial → Collect taps now, and let a month pass under Clock.
  4. Download Impact's report from  ${demo.report}
     and drop it under Money in the sidebar: about half of the taps on Impact's products have sold.
     The Dashboard shows what came back.
Ctrl+C stops.`);
}

/** The real writer that the environment names, if it names one. */
function realWriter() {
  const { OPENAI_API_KEY, OPENAI_BASE_URL, OPENAI_MODEL, OPENAI_API } = process.env;
  const { ANTHROPIC_API_KEY, ANTHROPIC_BASE_URL, ANTHROPIC_MODEL } = process.env;
  if (ANTHROPIC_API_KEY) {
    if (!ANTHROPIC_MODEL) fail('With ANTHROPIC_API_KEY, name the model in ANTHROPIC_MODEL, too.');
    const address = ANTHROPIC_BASE_URL && `${ANTHROPIC_BASE_URL.replace(/\/+$/, '')}/v1`;
    return {
      writer: 'anthropic',
      key: ANTHROPIC_API_KEY,
      model: ANTHROPIC_MODEL,
      ...(address && { address }),
    };
  }
  if (!OPENAI_API_KEY) return undefined;
  return {
    writer: OPENAI_API === 'chat' ? 'chat' : 'openai',
    key: OPENAI_API_KEY,
    model: OPENAI_MODEL || 'gpt-6-luna',
    ...(OPENAI_BASE_URL && { address: OPENAI_BASE_URL }),
  };
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
    port: await choosePort(data),
    program: path.join(root, 'dist/host/main.js'),
    env: writersHost(),
    ...(now && { now }),
  });
  writeFileSync(path.join(data, 'port'), new URL(host.address).port);
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.once(signal, () => void host.stop().finally(() => process.exit(0)));
  }
  return host;
}

/** The host reaches no machine but this one, unless a real writer was asked for. */
function writersHost() {
  const writer = realWriter();
  if (writer === undefined) return {};
  const usual =
    writer.writer === 'anthropic' ? 'https://api.anthropic.com' : 'https://api.openai.com';
  return { PERENNIAL_ALLOW_NET: new URL(writer.address ?? usual).hostname };
}

/** The port that was asked for; else the one of before, so that links in mails still lead; else the usual, or any. */
async function choosePort(data) {
  if (options.port !== undefined) {
    const port = Number(options.port);
    if (port !== 0 && !(await isFree(port))) fail(`Port ${port} is taken. Choose another one.`);
    return port;
  }
  const before = path.join(data, 'port');
  const wanted = existsSync(before) ? Number(readFileSync(before, 'utf8')) : USUAL_PORT;
  if (await isFree(wanted)) return wanted;
  console.log(`Port ${wanted} is taken, so another one is used.`);
  return (await isFree(USUAL_PORT)) ? USUAL_PORT : 0;
}

function isFree(port) {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
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
