import type { Execution } from '../engine/execution';
import type { Handlers } from '../engine/executor';
import type { Faults } from '../engine/faults';
import type { Quotas } from '../engine/quotas';
import type { FetchFault } from '../shared/control';
import type { FetchAnswer, FetchRequest } from '../shared/fetching';
import type { Clock } from '../time/clock';
import { sendRequest, type WireAnswer } from './request';
import type { Routes } from './routes';

const mostRedirects = 20;
const userAgent =
  'Mozilla/5.0 (compatible; Google-Apps-Script; beanserver; +https://script.google.com)';

/** How scripts reach the world: all requests of a batch at once, answers in their order. */
export function fetchHandlers(
  routes: Routes,
  faults: Faults,
  quotas: Quotas,
  clock: Clock,
): Pick<Handlers, 'fetch.all'> {
  return {
    'fetch.all': async ({ requests }, execution) => {
      quotas.use('fetch', requests.length, clock.now());
      const delays: number[] = [];
      const answers = await Promise.all(
        requests.map(async (request) => {
          const { project, functionName } = execution;
          const planned = faults.answerTo(request.url, project.name, functionName);
          if (!planned) return fetchOne(request, routes, execution);
          const { delayMs = 0 } = planned;
          delays.push(delayMs);
          if (delayMs > request.timeoutSeconds * 1000) return timedOut(request);
          return isDelayOnly(planned)
            ? fetchOne(request, routes, execution)
            : plannedAnswer(planned);
        }),
      );
      execution.spend(Math.max(0, ...delays));
      return answers;
    },
  };
}

/** Whether a fault lets the world answer, only later. */
function isDelayOnly({ status, headers, body }: FetchFault): boolean {
  return [status, headers, body].every((part) => part === undefined);
}

function timedOut({ url }: FetchRequest): FetchAnswer {
  return { ok: false, message: `Timeout: ${url}` };
}

/** The answer that a fault gives in place of the world. */
function plannedAnswer({ status = 200, headers = {}, body = '' }: FetchFault): FetchAnswer {
  return {
    ok: true,
    status,
    headers: Object.entries(headers),
    body: Buffer.from(body).toString('base64'),
  };
}

async function fetchOne(
  request: FetchRequest,
  routes: Routes,
  execution: Execution,
): Promise<FetchAnswer> {
  const written = /^[a-z][a-z0-9+.-]*:/i.test(request.url) ? request.url : `http://${request.url}`;
  if (!URL.canParse(written)) return { ok: false, message: `Invalid argument: ${request.url}` };
  try {
    const answer = await follow(new URL(written), request, routes, execution);
    return answer ?? { ok: false, message: `DNS error: ${request.url}` };
  } catch (reason) {
    return { ok: false, message: `${failureOf(reason)}: ${request.url}` };
  }
}

async function follow(
  url: URL,
  request: FetchRequest,
  routes: Routes,
  execution: Execution,
): Promise<FetchAnswer | null> {
  let current = url;
  let { method, body } = request;
  for (let hops = 0; ; hops += 1) {
    const address = routes.resolve(current);
    if (!address) {
      noteUnknown(execution, current);
      return null;
    }
    const answer = await send(current, address, { ...request, method, body });
    const location = answer.headers.find(([name]) => name.toLowerCase() === 'location')?.[1];
    const redirects = [301, 302, 303, 307, 308].includes(answer.status) && location !== undefined;
    if (!redirects || !request.followRedirects || hops >= mostRedirects) return received(answer);
    current = new URL(location, current);
    if (answer.status < 307 && method !== 'head') {
      method = 'get';
      body = null;
    }
  }
}

function send(url: URL, address: URL, request: FetchRequest): Promise<WireAnswer> {
  const body = request.body === null ? null : Buffer.from(request.body, 'base64');
  const own = request.headers.filter(([name]) => body !== null || !/^content-type$/i.test(name));
  const named = own.some(([name]) => /^user-agent$/i.test(name));
  // A route hides whether the connection was to be a safe one, as a server’s front door does.
  const isRouted = address.origin !== url.origin;
  const headers: [string, string][] = [
    ['Host', url.host],
    ...(isRouted ? ([['X-Forwarded-Proto', url.protocol.slice(0, -1)]] as [string, string][]) : []),
    ['Accept-Encoding', 'gzip, deflate, br'],
    ...(named ? [] : ([['User-Agent', userAgent]] as [string, string][])),
    ...own,
  ];
  const timeoutMs = request.timeoutSeconds * 1000;
  const { method, validateCertificates } = request;
  return sendRequest({ address, method, headers, body, timeoutMs, validateCertificates });
}

const received = ({ status, headers, body }: WireAnswer): FetchAnswer => ({
  ok: true,
  status,
  headers,
  body: body.toString('base64'),
});

/** Says in the log how to reach a name that no DNS here can know. */
function noteUnknown(execution: Execution, url: URL): void {
  const text = `The host is offline and has no route for ${url.host}: see PUT /host/routes.`;
  execution.log.push({ level: 'WARNING', text, at: Date.now() });
}

function failureOf(reason: unknown): string {
  const { code = '', message = '' } = reason as { code?: string; message?: string };
  if (message === 'timeout') return 'Timeout';
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'DNS error';
  if (/CERT|SSL|TLS/.test(code)) return 'SSL Error';
  return /^ECONN|^EHOST|^ENET/.test(code) ? 'Address unavailable' : 'Unexpected error';
}
