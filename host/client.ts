import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import type {
  Arrival,
  ChartInfo,
  Edit,
  ExecutionInfo,
  Fault,
  MailInfo,
  ProjectProperties,
  CellValue,
  RunResult,
  SheetSummary,
  SheetTable,
} from './shared/control';

export type * from './shared/control';

/** How to start a host; everything has a default. */
export interface HostOptions {
  /** The state's folder. */
  data: string;
  /** Starts from nothing, whatever the folder holds. */
  fresh?: boolean;
  /** Where the virtual clock starts. */
  now?: string;
  /** Folders of projects by name; without it the host's own defaults. */
  projects?: Record<string, string>;
  /** Which of the projects are bound to the spreadsheet; the host's default is `sheet`. */
  bound?: string[];
  /** 0, the default, takes any free port. */
  port?: number;
  /** The built host; `dist/host/main.js` below the working folder by default. */
  program?: string;
  env?: Record<string, string>;
}

/** Hosts that this process has started; none outlives it. */
const started = new Set<ChildProcess>();
process.once('exit', () => started.forEach((child) => child.kill('SIGKILL')));

/** Starts a host as a process of its own and waits until it listens. */
export async function startHost(options: HostOptions): Promise<HostClient> {
  const program = options.program ?? path.join('dist', 'host', 'main.js');
  const child = spawn(process.execPath, [program, ...commandLine(options)], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...options.env },
  });
  started.add(child);
  child.once('exit', () => started.delete(child));
  let said = '';
  let complaints = '';
  child.stderr.on('data', (chunk: Buffer) => (complaints += chunk.toString()));
  const address = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const found = /http:\/\/\S+?(?=\/?\s)/.exec(said)?.[0];
      if (found !== undefined) resolve(found);
    });
    child.once('exit', (code) => {
      reject(new Error(complaints.trim() || `The host ended with ${String(code)}.`));
    });
  });
  child.stderr.pipe(process.stderr);
  return new HostClient(address, child);
}

function commandLine(options: HostOptions): string[] {
  const { data, fresh, now, projects = {}, bound = [], port = 0 } = options;
  return [
    '--port',
    String(port),
    '--data',
    data,
    ...(fresh ? ['--fresh'] : []),
    ...(now === undefined ? [] : ['--now', now]),
    ...Object.entries(projects).flatMap(([name, folder]) => ['--project', `${name}=${folder}`]),
    ...bound.flatMap((name) => ['--bound', name]),
  ];
}

/** Talks to a running host through its control interface. What the host refuses is thrown. */
export class HostClient {
  constructor(
    /** The host's address, without a slash at the end. */
    readonly address: string,
    private readonly child: ChildProcess | null = null,
  ) {}

  /** Where a project's web app is. */
  webApp(project: string): string {
    return `${this.address}/p/${project}/exec`;
  }

  /** Runs a global function and tells how it went; an error of the script is not thrown. */
  run<Result = unknown>(
    project: string,
    name: string,
    args: unknown[] = [],
    as: 'owner' | 'stranger' = 'owner',
  ): Promise<RunResult<Result>> {
    return this.ask('POST', '/host/run', { project, function: name, args, as });
  }

  /** Runs a function that must succeed and gives its result. */
  async result<Result = unknown>(
    project: string,
    name: string,
    ...args: unknown[]
  ): Promise<Result> {
    const { ok, result, error } = await this.run<Result>(project, name, args);
    if (!ok) throw new Error(`${project}.${name}: ${error?.stack ?? error?.message ?? ''}`);
    return result as Result;
  }

  sheets(): Promise<SheetSummary[]> {
    return this.ask('GET', '/host/sheets');
  }

  sheet(name: string): Promise<SheetTable> {
    return this.ask('GET', `/host/sheets/${encodeURIComponent(name)}.json`);
  }

  /** A tab's rows as objects by header. */
  async records(name: string): Promise<Record<string, CellValue>[]> {
    const { header, rows } = await this.sheet(name);
    return rows.map((row) =>
      Object.fromEntries(header.map((key, at) => [key as string, row[at] ?? ''])),
    );
  }

  async csv(name: string): Promise<string> {
    const response = await this.send('GET', `/host/sheets/${encodeURIComponent(name)}.csv`);
    return response.text();
  }

  async putCsv(name: string, csv: string): Promise<ExecutionInfo[]> {
    const path = `/host/sheets/${encodeURIComponent(name)}.csv`;
    const response = await this.send('PUT', path, csv, 'text/csv');
    return ((await response.json()) as { runs: ExecutionInfo[] }).runs;
  }

  /** A person's edit; gives the executions of the triggers that it fired. */
  async edit(edit: Edit): Promise<ExecutionInfo[]> {
    return (await this.ask<{ runs: ExecutionInfo[] }>('POST', '/host/edit', edit)).runs;
  }

  charts(): Promise<ChartInfo[]> {
    return this.ask('GET', '/host/charts');
  }

  mail(): Promise<MailInfo[]> {
    return this.ask('GET', '/host/mail');
  }

  async rawMail(id: string): Promise<string> {
    return (await this.send('GET', `/host/mail/${id}.eml`)).text();
  }

  receive(arrival: Arrival): Promise<{ id: string; threadId: string }> {
    return this.ask('POST', '/host/mail/receive', arrival);
  }

  async clock(): Promise<string> {
    return (await this.ask<{ now: string }>('GET', '/host/clock')).now;
  }

  /** Moves the clock and runs the triggers that fall due on the way. */
  moveClock(
    move: { now: string; every?: string } | { advance: string; every?: string },
  ): Promise<{ now: string; runs: ExecutionInfo[] }> {
    return this.ask('POST', '/host/clock', move);
  }

  executions(after = 0): Promise<ExecutionInfo[]> {
    return this.ask('GET', `/host/executions?after=${after}`);
  }

  properties(project: string): Promise<ProjectProperties> {
    return this.ask('GET', `/host/properties/${project}`);
  }

  async putProperties(project: string, values: Partial<ProjectProperties>): Promise<void> {
    await this.ask('PUT', `/host/properties/${project}`, values);
  }

  routes(): Promise<Record<string, string>> {
    return this.ask('GET', '/host/routes');
  }

  /** Replaces the table of made-up host names. */
  async putRoutes(routes: Record<string, string>): Promise<void> {
    await this.ask('PUT', '/host/routes', routes);
  }

  async fault(fault: Fault): Promise<void> {
    await this.ask('POST', '/host/faults', fault);
  }

  async clearFaults(): Promise<void> {
    await this.ask('DELETE', '/host/faults');
  }

  async emptyCache(): Promise<void> {
    await this.ask('DELETE', '/host/cache');
  }

  /** Lets a started host save its state and end. */
  stop(): Promise<void> {
    return this.end('SIGTERM');
  }

  /** Ends a started host at once, as a power cut would. */
  kill(): Promise<void> {
    return this.end('SIGKILL');
  }

  private async end(signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
    const { child } = this;
    if (child?.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
  }

  private async ask<Shape>(method: string, path: string, body?: object): Promise<Shape> {
    const text = body === undefined ? undefined : JSON.stringify(body);
    return (await (await this.send(method, path, text, 'application/json')).json()) as Shape;
  }

  private async send(
    method: string,
    path: string,
    body?: string,
    type = 'text/plain',
  ): Promise<Response> {
    const response = await fetch(`${this.address}${path}`, {
      method,
      ...(body === undefined ? {} : { body, headers: { 'Content-Type': type } }),
    });
    if (response.ok) return response;
    throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
  }
}
