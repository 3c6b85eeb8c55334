import type { Host } from '../host';
import type { ExecutionRecord, Who } from '../engine/execution';
import type { Project } from '../engine/project';
import type { Message } from '../mail/mailbox';
import { ScriptError } from '../engine/script-error';
import type { Arrival, Edit, ExecutionInfo, Fault, RunResult } from '../shared/control';
import { storeKey } from '../services/properties';
import { asText } from '../shared/text';
import { BadEdit } from '../sheets/person';
import { addDuration, durationLength } from '../time/duration';
import { chartData } from './chart-data';
import { BadRequest, json, jsonBody, text } from './http';
import { mailList } from './mail-list';
import type { Routes } from './router';
import { sheetCsv, sheetJson } from './sheet-text';
import { isPublic } from './web-app-access';

/** The control interface: what tests and scripts drive the host with. */
export function controlRoutes(host: Host): Routes {
  const { history, clock, store, faults, routes, properties, mailbox } = host;
  return {
    'POST /host/run': async (request) => {
      const { project, function: name, args = [], as = 'owner' } = jsonBody<RunRequest>(request);
      if (typeof name !== 'string') throw new BadRequest('Which function?');
      return json(await run(host, projectNamed(host, project), name, args, as));
    },

    'GET /host/sheets': () =>
      json(
        host.workbook.tabs.map(({ name, rows, columns, settings }) => {
          return { name, rows, columns, hidden: settings.hidden };
        }),
      ),
    'GET /host/sheets/:name.json': (_request, name) => json(sheetJson(host.workbook, name)),
    'GET /host/sheets/:name.csv': (_request, name) =>
      text(sheetCsv(host.workbook, name), 'text/csv; charset=utf-8'),
    'PUT /host/sheets/:name.csv': async (request, name) => {
      const tab = host.workbook.tabNamed(name);
      if (!tab) throw new BadRequest(`There is no tab named ${JSON.stringify(name)}.`, 404);
      const runs = await edited(() => host.person.paste(tab, request.body.toString('utf8')));
      return json({ ok: true, runs: runs.map(shownRecord) });
    },
    'POST /host/edit': async (request) => {
      const runs = await edited(() =>
        host.person.edit({ value: null, ...jsonBody<Edit>(request) } as Edit),
      );
      return json({ ok: true, runs: runs.map(shownRecord) });
    },
    'GET /host/charts': () => json(chartData(host.workbook)),

    'GET /host/mail': () => json(mailList(mailbox)),
    'GET /host/mail/:id.eml': (_request, id) => {
      const message = mailbox.message(id);
      if (!message) throw new BadRequest(`There is no message ${id}.`, 404);
      return text(Buffer.from(message.raw, 'latin1'), 'message/rfc822');
    },
    'POST /host/mail/receive': async (request) => {
      const message = await receive(host, jsonBody<Arrival>(request) as Arrival);
      return json({ id: message.id, threadId: message.threadId });
    },

    'GET /host/clock': () => json({ now: new Date(clock.now()).toISOString() }),
    'POST /host/clock': async (request) => {
      const { now, advance, every } = jsonBody<ClockRequest>(request);
      const target = targetOf(now, advance, clock.now());
      const span = every === undefined ? null : durationLength(every);
      if (span === null && every !== undefined) throw new BadRequest(`No duration: ${every}`);
      const runs = await host.timekeeper.moveTo(target, span);
      return json({ now: new Date(clock.now()).toISOString(), runs: runs.map(shownRecord) });
    },

    'GET /host/executions': ({ url }) => {
      const after = Number(url.searchParams.get('after') ?? 0);
      return json(history.after(after).map(shownRecord));
    },

    'GET /host/properties/:project': (_request, name) => {
      const { name: project } = projectNamed(host, name);
      const [script, user] = [properties.of(project, 'script'), properties.of(project, 'user')];
      return json({ script, user });
    },
    'PUT /host/properties/:project': (request, name) => {
      const { name: project } = projectNamed(host, name);
      const given = jsonBody<Record<'script' | 'user', Record<string, string>>>(request);
      for (const which of ['script', 'user'] as const) {
        if (given[which] === undefined) continue;
        const texts = Object.entries(given[which]).map(([key, value]) => [key, asText(value)]);
        const values = Object.fromEntries(texts) as Record<string, string>;
        store.record(properties, { store: storeKey(project, which), values, alone: true });
      }
      return json({ ok: true });
    },

    'GET /host/routes': () => json(routes.all()),
    'PUT /host/routes': (request) => {
      const table = jsonBody<Record<string, string>>(request) as Record<string, string>;
      for (const [name, address] of Object.entries(table)) {
        if (!URL.canParse(address)) throw new BadRequest(`${name} leads to no address: ${address}`);
      }
      store.record(routes, table);
      return json(routes.all());
    },

    'POST /host/faults': (request) => {
      const fault = jsonBody<Fault>(request) as Fault;
      faults.add(fault);
      if (fault.quota) store.record(host.quotas, host.quotas.limitTo(fault.quota));
      return json({ ok: true });
    },
    'DELETE /host/faults': () => {
      faults.clear();
      store.record(host.quotas, host.quotas.limitTo({}));
      return json({ ok: true });
    },
    'DELETE /host/cache': () => {
      host.caches.empty();
      return json({ ok: true });
    },
  };
}

interface RunRequest {
  project: string;
  function: string;
  args: unknown[];
  as: Who;
}

interface ClockRequest {
  now: string;
  advance: string;
  every: string;
}

/** The project of this name, or a refusal that lists those there are. */
export function projectNamed(host: Host, name: string | undefined): Project {
  const project = host.projects.get(name ?? '');
  if (project) return project;
  const known = [...host.projects.keys()].join(', ');
  throw new BadRequest(`There is no project ${JSON.stringify(name)}; there are ${known}.`, 404);
}

/** A stranger runs what a page of the web app could: public functions, if there is such an app. */
async function run(
  host: Host,
  project: Project,
  name: string,
  values: unknown[],
  who: Who,
): Promise<RunResult> {
  if (who === 'stranger' && !isPublic(project)) return { ok: false, ...refusedToStrangers };
  const { outcome, record } = await host.executor.run({
    project,
    function: name,
    cause: 'run',
    values,
    who,
    answer: who === 'stranger' ? 'client' : 'value',
  });
  const { n, log, ms, calls } = record;
  const rest = { n, log: log.map((line) => line.text), ms, calls };
  if (outcome.ok) return { ok: true, result: outcome.result, ...rest };
  return { ok: false, error: outcome.error, ...rest };
}

const refusedToStrangers: Omit<RunResult, 'ok'> = {
  error: {
    name: 'Exception',
    message: 'You do not have permission to access the requested document.',
  },
  n: 0,
  log: [],
  ms: 0,
  calls: {},
};

/** A record as the control interface shows it: log lines as plain texts. */
export function shownRecord({ log, ...record }: ExecutionRecord): ExecutionInfo {
  return { ...record, log: log.map((line) => line.text) };
}

async function edited<Result>(edit: () => Promise<Result>): Promise<Result> {
  try {
    return await edit();
  } catch (thrown) {
    if (thrown instanceof BadEdit) throw new BadRequest(thrown.message);
    throw thrown;
  }
}

async function receive(host: Host, arrival: Arrival): Promise<Message> {
  try {
    return await host.post.receive(arrival);
  } catch (thrown) {
    if (thrown instanceof ScriptError) throw new BadRequest(thrown.message, 404);
    throw thrown;
  }
}

function targetOf(now: string | undefined, advance: string | undefined, from: number): number {
  const target = now === undefined ? addDuration(from, advance ?? '') : Date.parse(now);
  if (target === null || Number.isNaN(target)) {
    throw new BadRequest('The clock takes {now:"ISO"} or {advance:"P1D"}.');
  }
  return target;
}
