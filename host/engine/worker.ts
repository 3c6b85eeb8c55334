import fs from 'node:fs';
import path from 'node:path';
import vm from 'node:vm';
import {
  parentPort,
  receiveMessageOnPort,
  workerData,
  type MessagePort,
} from 'node:worker_threads';
import type { Context } from '../context/index';
import type { Worker as Lent } from '../context/bridge';
import type { Failure, Notes, Outcome } from '../shared/job';
import { doCraft } from './crafts';
import type { Done, Start, WorkerSetup } from './messages';
import type { ProjectFiles } from './project';

type Install = (lent: Lent, boot: string) => Context;

const setup = workerData as Omit<WorkerSetup, 'port'> & { port: MessagePort };
const signal = new Int32Array(setup.signal);
const installScript = new vm.Script(setup.contextCode, { filename: 'google-apps-script' });
const signatures = new Map<string, string>();

/** The compiled files of the project versions that this worker has run. */
const compiled = new Map<string, { files: ProjectFiles; scripts: vm.Script[] }>();

parentPort?.on('message', (start: Start) => void execute(start));

async function execute(start: Start): Promise<void> {
  const files = start.files ?? compiled.get(start.version)?.files;
  if (!files) throw new Error(`The worker was never given ${start.version}`);
  const code = vm.createContext(Object.create(null) as object, {
    codeGeneration: { strings: false, wasm: false },
  });
  const install = installScript.runInContext(code) as Install;
  const context = install(lend(code, files), JSON.stringify(start.boot));
  const failure = load(code, files);
  if (!failure) {
    context.run(JSON.stringify(start.job));
    await new Promise(setImmediate);
  }
  const outcome: Outcome = failure
    ? { ok: false, error: failure }
    : (JSON.parse(context.outcome()) as Outcome);
  const notes = JSON.parse(context.notes()) as Notes;
  const functions = JSON.parse(context.functions()) as string[];
  parentPort?.postMessage({ outcome, notes, functions } satisfies Done);
}

/** Runs the project's files, as every execution on Google does, and tells what went wrong. */
function load(context: vm.Context, files: ProjectFiles): Failure | null {
  try {
    for (const script of compile(files)) script.runInContext(context);
    return null;
  } catch (thrown) {
    // The error may come from the context, where it is no instance of this side's Error.
    const { name, message, stack } = thrown as Partial<Error>;
    return { name: name ?? 'Error', message: message ?? String(thrown), stack: stack ?? '' };
  }
}

function compile(files: ProjectFiles): vm.Script[] {
  let known = compiled.get(files.version);
  if (!known) {
    const scripts = files.scripts.map(
      ({ name, source }) => new vm.Script(source, { filename: name }),
    );
    known = { files, scripts };
    const project = files.version.split('#')[0] ?? '';
    for (const version of compiled.keys()) {
      if (version.startsWith(`${project}#`)) compiled.delete(version);
    }
    compiled.set(files.version, known);
  }
  return known.scripts;
}

function lend(context: vm.Context, files: ProjectFiles): Lent {
  return {
    send,
    signatures: (namespace) => signatureText(namespace),
    file: (name) => files.pages[name] ?? null,
    craft: (name, args) => doCraft(name, args),
    compile: (source, name) => {
      try {
        return new vm.Script(source, { filename: name }).runInContext(context) as unknown;
      } catch (thrown) {
        return String(thrown);
      }
    },
  };
}

/** Posts a call and sleeps until the machine's side has answered. */
function send(message: string): string {
  Atomics.store(signal, 0, 0);
  setup.port.postMessage(message);
  // The notification of the answer before may come late: only the signal's value counts.
  while (Atomics.load(signal, 0) === 0) Atomics.wait(signal, 0, 0);
  const answer = receiveMessageOnPort(setup.port) as { message: string } | undefined;
  return answer?.message ?? '{"ahead":0,"error":{"name":"Error","message":"The host is gone."}}';
}

function signatureText(namespace: string): string {
  let text = signatures.get(namespace);
  if (text === undefined) {
    const file = path.join(setup.signaturesFolder, `${namespace}.json`);
    text = fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : '{"classes":{},"enums":{}}';
    signatures.set(namespace, text);
  }
  return text;
}
