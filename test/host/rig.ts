import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { startHost, type HostClient, type RunResult } from '../../host/client';

const root = path.resolve(__dirname, '..', '..');

/** The permissions that tests of all services need. */
const allScopes = [
  'https://www.googleapis.com/auth/spreadsheets.currentonly',
  'https://www.googleapis.com/auth/script.external_request',
  'https://www.googleapis.com/auth/script.scriptapp',
  'https://www.googleapis.com/auth/script.container.ui',
  'https://www.googleapis.com/auth/script.send_mail',
  'https://www.googleapis.com/auth/userinfo.email',
  'https://www.googleapis.com/auth/gmail.modify',
  'https://mail.google.com/',
];

export const fullManifest = {
  timeZone: 'Asia/Taipei',
  oauthScopes: allScopes,
  webapp: { access: 'ANYONE_ANONYMOUS', executeAs: 'USER_DEPLOYING' },
  dependencies: {
    enabledAdvancedServices: [{ userSymbol: 'Gmail', serviceId: 'gmail', version: 'v1' }],
  },
};

/** The files of a project: scripts, pages, and a manifest where the full one will not do. */
export type ProjectSource = Record<string, string>;

export interface RigOptions {
  /** More projects beside `sheet`, which is bound to the spreadsheet. */
  others?: Record<string, ProjectSource>;
  now?: string;
  env?: Record<string, string>;
}

/** A host that runs throw-away projects. */
export interface Rig {
  host: HostClient;
  /** A folder for whatever a test writes; it disappears with the rig. */
  folder: string;
  run: <Result = unknown>(name: string, ...args: unknown[]) => Promise<RunResult<Result>>;
  /** The result of a function that must succeed. */
  value: <Result = unknown>(name: string, ...args: unknown[]) => Promise<Result>;
  /** The message of a function that must fail. */
  error: (name: string, ...args: unknown[]) => Promise<string>;
  write: (project: string, files: ProjectSource) => void;
  /** Starts the host again after it was ended, on the same data or from nothing. */
  restart: () => Promise<void>;
  restartFresh: () => Promise<void>;
  stop: () => Promise<void>;
}

/** Builds the host if need be and starts it on a project with this code. */
export async function startRig(
  code: string | ProjectSource,
  options: RigOptions = {},
): Promise<Rig> {
  buildOnce();
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'host-'));
  const sources = {
    sheet: typeof code === 'string' ? { 'Code.gs': code } : code,
    ...options.others,
  };
  const projects: Record<string, string> = {};
  const write = (project: string, files: ProjectSource): void => {
    const own = path.join(folder, project);
    projects[project] = own;
    fs.mkdirSync(own, { recursive: true });
    const manifest = { 'appsscript.json': JSON.stringify(fullManifest) };
    for (const [name, text] of Object.entries({ ...manifest, ...files })) {
      fs.writeFileSync(path.join(own, name), text);
    }
  };
  for (const [project, files] of Object.entries(sources)) write(project, files);

  const start = (fresh: boolean): Promise<HostClient> =>
    startHost({
      program: path.join(root, 'dist', 'host', 'main.js'),
      data: path.join(folder, 'data'),
      projects,
      fresh,
      bound: ['sheet'],
      ...(options.now === undefined ? {} : { now: options.now }),
      ...(options.env ? { env: options.env } : {}),
    });
  const rig: Rig = {
    host: await start(false),
    folder,
    run: (name, ...args) => rig.host.run('sheet', name, args),
    value: (name, ...args) => rig.host.result('sheet', name, ...args),
    error: async (name, ...args) => (await rig.host.run('sheet', name, args)).error?.message ?? '',
    write,
    restart: async () => {
      rig.host = await start(false);
    },
    restartFresh: async () => {
      await rig.host.stop();
      rig.host = await start(true);
    },
    stop: async () => {
      await rig.host.stop();
      fs.rmSync(folder, { recursive: true, force: true });
    },
  };
  return rig;
}

/** Builds the host when its sources are newer; of several test files at once only one builds. */
function buildOnce(): void {
  const built = path.join(root, 'dist', 'host', 'main.js');
  const lock = path.join(os.tmpdir(), `host-build-${process.ppid}`);
  while (isOlder(built)) {
    try {
      fs.mkdirSync(lock);
    } catch {
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100);
      continue;
    }
    try {
      execFileSync(process.execPath, [path.join(root, 'host', 'build.mjs')], { cwd: root });
    } finally {
      fs.rmdirSync(lock);
    }
  }
}

function isOlder(built: string): boolean {
  if (!fs.existsSync(built)) return true;
  const since = fs.statSync(built).mtimeMs;
  const host = path.join(root, 'host');
  const files = fs.readdirSync(host, { recursive: true, encoding: 'utf8' });
  return files.some((file) => {
    const stat = fs.statSync(path.join(host, file));
    return stat.isFile() && !file.endsWith('.md') && stat.mtimeMs > since;
  });
}
