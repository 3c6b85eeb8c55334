import path from 'node:path';
import { parseArgs } from 'node:util';

/** How the host was started. */
export interface Options {
  port: number;
  data: string;
  fresh: boolean;
  now: number | null;
  projects: { name: string; folder: string; bound: boolean }[];
  allowedHosts: string[];
}

/** Reads the command line; what is wrong with it is an Error to be shown. */
export function readOptions(args: string[], environment: NodeJS.ProcessEnv): Options {
  const { values } = parseArgs({
    args,
    options: {
      port: { type: 'string', default: '8100' },
      data: { type: 'string', default: '.perennial/host' },
      fresh: { type: 'boolean', default: false },
      now: { type: 'string' },
      project: { type: 'string', multiple: true, default: ['sheet=dist/sheet', 'gate=dist/gate'] },
      bound: { type: 'string', multiple: true, default: ['sheet'] },
      'allow-net': { type: 'string', multiple: true, default: [] },
      demo: { type: 'boolean' },
      empty: { type: 'boolean' },
    },
  });
  const allowed = [...values['allow-net'], environment.PERENNIAL_ALLOW_NET ?? ''];
  return {
    port: numberFrom(values.port),
    data: path.resolve(values.data),
    fresh: values.fresh,
    now: values.now === undefined ? null : instantFrom(values.now),
    projects: values.project.map((text) => projectFrom(text, listed(values.bound))),
    allowedHosts: listed(allowed),
  };
}

const listed = (texts: string[]): string[] =>
  texts.flatMap((text) => text.split(',')).filter(Boolean);

function numberFrom(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port < 65_536) return port;
  throw new Error(`--port takes a number, not ${text}.`);
}

function instantFrom(text: string): number {
  const instant = Date.parse(text);
  if (!Number.isNaN(instant)) return instant;
  throw new Error(`--now takes a moment such as 2026-11-21T08:00:00Z, not ${text}.`);
}

function projectFrom(text: string, bound: string[]): Options['projects'][number] {
  const [, name, folder] = /^([a-z][\w-]*)=(.+)$/i.exec(text) ?? [];
  if (name === undefined || folder === undefined) {
    throw new Error(`--project takes NAME=FOLDER, not ${text}.`);
  }
  return { name, folder: path.resolve(folder), bound: bound.includes(name) };
}
