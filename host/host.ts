import { History } from './engine/history';
import { Executor } from './engine/executor';
import { Faults } from './engine/faults';
import { Pool } from './engine/pool';
import { Project } from './engine/project';
import { Quotas } from './engine/quotas';
import { Mailbox } from './mail/mailbox';
import { Post } from './mail/post';
import { mailHandlers } from './mail/app';
import { gmailHandlers } from './mail/gmail';
import { fetchHandlers } from './net/fetch';
import { Routes } from './net/routes';
import type { Options } from './options';
import { cacheHandlers, Caches } from './services/cache';
import { lockHandlers, Locks } from './services/locks';
import { Properties, propertyHandlers } from './services/properties';
import { engineHandlers } from './services/sleep';
import { UserInterface, uiHandlers } from './services/ui';
import { sheetHandlers } from './sheets/handlers';
import { Person } from './sheets/person';
import { Session } from './sheets/session';
import { Workbook } from './sheets/workbook';
import { claimFolder, forgetState } from './store/claim';
import { Store } from './store/store';
import { Clock } from './time/clock';
import { SpreadsheetEvents } from './time/spreadsheet-events';
import { Timekeeper } from './time/timekeeper';
import { Triggers, triggerHandlers } from './time/triggers';

/** The account that owns everything on this host. */
export const owner = 'owner@freelancer.example';

/** Where the host is reached, known once it listens. */
export interface Addresses {
  /** The pages, the control interface and the web apps. */
  main: string;
  /** The other origin, on which the html of scripts lives. */
  frames: string;
}

export type Host = ReturnType<typeof createHost>;

/** Puts the host's parts together and reads its state back. `program` is the built host's folder. */
export function createHost(options: Options, program: string) {
  claimFolder(options.data);
  if (options.fresh) forgetState(options.data);
  const addresses: Addresses = { main: '', frames: '' };
  const projects = new Map(
    options.projects.map(({ name, folder, bound }) => [name, new Project(name, folder, bound)]),
  );
  const boundProject = [...projects.values()].find(({ bound }) => bound);

  const store = new Store(options.data);
  const clock = new Clock();
  const history = new History();
  const workbook = new Workbook(boundProject?.timeZone() ?? 'Etc/UTC', () => clock.now());
  const properties = new Properties();
  const quotas = new Quotas();
  const routes = new Routes(options.allowedHosts);
  const triggers = new Triggers();
  const mailbox = new Mailbox(owner);
  const parts = [clock, history, workbook, properties, quotas, routes, triggers, mailbox];
  parts.forEach((part) => store.add(part));
  store.open();
  if (options.now !== null) store.record(clock, clock.setTo(options.now));

  const pool = new Pool(program);
  const post = new Post(mailbox, store, quotas, clock);
  const mail = { mailbox, post, store };
  const faults = new Faults();
  const caches = new Caches(clock);
  const locks = new Locks();
  const ui = new UserInterface();
  const session = new Session(workbook, store, clock, () => addresses.main);
  store.onRecord = (part) => ui.send({ kind: 'stored', part });
  session.onActivate = (area) => ui.send({ kind: 'activate', area });
  const events = new SpreadsheetEvents(projects, triggers, () => executor, owner);
  const person = new Person(workbook, session, events);

  const handlers = {
    ...engineHandlers,
    ...propertyHandlers(properties, store, quotas, clock),
    ...cacheHandlers(caches),
    ...lockHandlers(locks),
    ...triggerHandlers(triggers, store, clock),
    ...sheetHandlers(workbook, session),
    ...fetchHandlers(routes, faults, quotas, clock),
    ...gmailHandlers(mail, quotas, clock),
    ...mailHandlers(mail, clock),
    ...uiHandlers(ui),
  };
  const executor: Executor = new Executor(pool, store, clock, faults, history, handlers, {
    owner,
    serviceUrl: (project) =>
      project.read().manifest.webapp ? `${addresses.main}/p/${project.name}/exec` : '',
    scriptId: (project) => `local-${project.name}`,
    locale: () => workbook.locale.slice(0, 2),
    over: (execution, keepWaiting) => {
      if (keepWaiting) session.flush(execution);
      const used = quotas.pending();
      if (used) store.record(quotas, used);
      locks.over(execution);
    },
    edit: ({ edit }) => {
      person.edit(edit).catch((reason: unknown) => console.error('A planned edit failed:', reason));
    },
  });
  const timekeeper = new Timekeeper(clock, store, triggers, executor, projects);

  return {
    options,
    addresses,
    projects,
    store,
    clock,
    history,
    workbook,
    properties,
    quotas,
    routes,
    triggers,
    mailbox,
    mail,
    post,
    pool,
    faults,
    caches,
    ui,
    session,
    events,
    person,
    executor,
    timekeeper,
  };
}
