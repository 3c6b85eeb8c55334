/**
 * google.script inside a script's page. The page's frame is on an origin of its own, so each call
 * goes as a message to the page around it, which talks to the host.
 */

type Handler = (value: unknown, userObject?: unknown) => void;

interface Handlers {
  success?: Handler | undefined;
  failure?: Handler | undefined;
  userObject?: unknown;
}

interface Waiting extends Handlers {
  id: number;
}

interface Reply {
  scriptReply: number;
  ok: boolean;
  result?: unknown;
  error?: { name: string; message: string };
}

const mostAtOnce = 10;
const waiting = new Map<number, Waiting>();
const queue: (() => void)[] = [];
let last = 0;

function post(message: object): void {
  window.parent.postMessage(message, '*');
}

function send(name: string, args: unknown[], handlers: Handlers): void {
  const values = args.map((value, at) => legal(value, String(at)));
  const start = (): void => {
    last += 1;
    waiting.set(last, { ...handlers, id: last });
    post({ scriptCall: last, function: name, args: values });
  };
  if (waiting.size < mostAtOnce) start();
  else queue.push(start);
}

/** A value as it crosses: a form becomes its fields, and what cannot cross is refused. */
function legal(value: unknown, property: string): unknown {
  if (value instanceof HTMLFormElement) return formFields(value);
  const refused = value instanceof Date || value instanceof Node || typeof value === 'function';
  if (refused) throw new TypeError(`Failed due to illegal value in property: ${property}`);
  if (Array.isArray(value)) {
    return value.map((one: unknown, at) => (one === undefined ? null : legal(one, String(at))));
  }
  if (typeof value !== 'object' || value === null) return value;
  const pairs = Object.entries(value).filter(([, inner]) => inner !== undefined);
  return Object.fromEntries(pairs.map(([key, inner]) => [key, legal(inner, key)]));
}

function formFields(form: HTMLFormElement): Record<string, unknown> {
  const fields: Record<string, unknown> = {};
  for (const [name, value] of new FormData(form)) {
    if (typeof value !== 'string') continue;
    const present = fields[name];
    fields[name] = present === undefined ? value : [present, value].flat();
  }
  return fields;
}

window.addEventListener('message', ({ source, data }: MessageEvent<Reply | null>) => {
  if (source !== window.parent || typeof data?.scriptReply !== 'number') return;
  const call = waiting.get(data.scriptReply);
  waiting.delete(data.scriptReply);
  queue.shift()?.();
  if (!call) return;
  if (data.ok) call.success?.(data.result ?? null, call.userObject);
  else {
    const error = Object.assign(new Error(data.error?.message), { name: data.error?.name });
    if (call.failure) call.failure(error, call.userObject);
    else console.error(error);
  }
});

function runner(functions: string[], handlers: Handlers): object {
  const run: Record<string, unknown> = {
    withSuccessHandler: (success: Handler) => runner(functions, { ...handlers, success }),
    withFailureHandler: (failure: Handler) => runner(functions, { ...handlers, failure }),
    withUserObject: (userObject: unknown) => runner(functions, { ...handlers, userObject }),
  };
  for (const name of functions) run[name] = (...args: unknown[]) => send(name, args, handlers);
  return run;
}

function hostAction(action: string, value?: unknown): void {
  post({ scriptHost: action, value });
}

const script = {
  host: {
    close: () => hostAction('close'),
    setHeight: (height: number) => hostAction('setHeight', height),
    setWidth: (width: number) => hostAction('setWidth', width),
    editor: { focus: () => hostAction('focus') },
    origin: document.referrer ? new URL(document.referrer).origin : '',
  },
  url: {
    getLocation: (callback: (location: object) => void) =>
      callback({ hash: '', parameter: {}, parameters: {} }),
  },
  history: {
    push: () => undefined,
    replace: () => undefined,
    setChangeHandler: () => undefined,
  },
};

/** A link to a made-up host leads where the host's routes say; only the click sees another address. */
function followRoutes(routes: Record<string, string>): void {
  const capture = { capture: true };
  const turn = ({ target }: Event): void => {
    const link = target instanceof Element ? target.closest('a') : null;
    const route = link === null ? undefined : routes[link.host];
    if (link === null || route === undefined) return;
    const told = link.href;
    link.href = `${route.replace(/\/$/, '')}${link.pathname}${link.search}`;
    setTimeout(() => (link.href = told));
  };
  document.addEventListener('click', turn, capture);
  document.addEventListener('auxclick', turn, capture);
}

/** Called by the host with the names of the functions that this page may run, and its routes. */
Object.assign(window, {
  googleScript: (functions: string[], routes: Record<string, string>) => {
    followRoutes(routes);
    Object.assign(window, { google: { script: { ...script, run: runner(functions, {}) } } });
    Reflect.deleteProperty(window, 'googleScript');
  },
});

export {};
