import type { Host } from '../host';
import type { Project } from '../engine/project';
import type { WebAnswer } from '../shared/page';
import { projectNamed } from './control';
import { errorPage, outerPage } from './app-pages';
import { BadRequest, html, json, jsonBody, type Answer, type Incoming } from './http';
import type { Frames } from './frames';
import type { Routes } from './router';
import { isPublic } from './web-app-access';

/** The projects' web apps, as a stranger meets them. */
export function webAppRoutes(host: Host, frames: Frames): Routes {
  const serve = (request: Incoming, name = '', path?: string): Promise<Answer> =>
    open(host, frames, request, name, path);
  const refuse = (): Answer => html(errorPage('Forbidden'), {}, 403);
  return {
    'GET /p/:project/exec': serve,
    'POST /p/:project/exec': serve,
    'HEAD /p/:project/exec': refuse,
    'GET /p/:project/exec/:path': serve,
    'POST /p/:project/exec/:path': serve,
    'GET /p/:project/dev': serve,
    'POST /p/:project/dev': serve,
    'HEAD /p/:project/dev': refuse,
    'POST /p/:project/call': (request, name) => callFromPage(host, request, name),
  };
}

async function open(
  host: Host,
  frames: Frames,
  request: Incoming,
  name: string,
  path?: string,
): Promise<Answer> {
  const project = host.projects.get(name);
  if (!project || !isPublic(project)) return html(errorPage(missing), {}, 404);
  const { searchParams } = request.url;
  if (searchParams.has('c') || searchParams.has('sid'))
    return html(errorPage('Bad method'), {}, 405);
  const isPost = request.method === 'POST';
  const { outcome } = await host.executor.run({
    project,
    function: isPost ? 'doPost' : 'doGet',
    cause: 'web',
    who: 'stranger',
    event: { fields: webEvent(request, path) },
    answer: 'web',
    userAgent: request.headers['user-agent'] ?? '',
  });
  if (!outcome.ok) return html(errorPage(messageOf(outcome.error)));
  return answerFrom(host, frames, project, outcome.result as WebAnswer);
}

const missing =
  'Sorry, unable to open the file at this time. Please check the address and try again.';

/** Google's page quotes the error as `Exception: …` or `TypeError: …`. */
const messageOf = ({ name, message }: { name: string; message: string }): string =>
  name === 'ReferenceError' && message.startsWith('Script function not found')
    ? message
    : `${name}: ${message}`;

function answerFrom(host: Host, frames: Frames, project: Project, answer: WebAnswer): Answer {
  if (answer.kind === 'none') {
    return html(errorPage('The script completed but did not return anything.'));
  }
  if (answer.kind === 'text') {
    const address = frames.keepText(answer.content, answer.mime, answer.fileName);
    const body = `<HTML><BODY>Moved <A HREF="${address}">here</A>.</BODY></HTML>`;
    return html(body, { Location: address }, 302);
  }
  const functions = host.history.functions.get(project.name) ?? [];
  const address = frames.keepPage(answer.page, functions);
  const framing = answer.page.framing === 'ALLOWALL' ? {} : { 'X-Frame-Options': 'SAMEORIGIN' };
  return html(outerPage(answer.page, address, project), framing);
}

/** The event object of doGet and doPost: no headers, no address of the visitor, no method. */
function webEvent(request: Incoming, path: string | undefined): Record<string, unknown> {
  const { search, searchParams } = request.url;
  const pairs = [...searchParams];
  const type = request.headers['content-type'] ?? 'application/octet-stream';
  const isPost = request.method === 'POST';
  const contents = request.body.toString('utf8');
  if (isPost && type.startsWith('application/x-www-form-urlencoded')) {
    pairs.push(...new URLSearchParams(contents));
  }
  // A visitor may choose any name, that of an object's own machinery too.
  const values = new Map<string, string[]>();
  for (const [name, value] of pairs) values.set(name, [...(values.get(name) ?? []), value]);
  return {
    queryString: search.slice(1),
    parameter: Object.fromEntries([...values].map(([name, [first]]) => [name, first])),
    parameters: Object.fromEntries(values),
    contextPath: '',
    contentLength: isPost ? request.body.length : -1,
    ...(path === undefined ? {} : { pathInfo: path }),
    ...(isPost
      ? { postData: { length: request.body.length, type, contents, name: 'postData' } }
      : {}),
  };
}

interface PageCall {
  function: string;
  args: unknown[];
}

/** google.script.run from a served page: as a stranger, any function but private ones. */
async function callFromPage(host: Host, request: Incoming, name: string): Promise<Answer> {
  const project = projectNamed(host, name);
  if (!isPublic(project)) throw new BadRequest(missing, 404);
  const { function: called = '', args = [] } = jsonBody<PageCall>(request);
  return json(await runForPage(host, project, called, args, 'stranger'));
}

/** Runs a function for google.script.run and gives what its handlers are told. */
export async function runForPage(
  host: Host,
  project: Project,
  name: string,
  values: unknown[],
  who: 'owner' | 'stranger',
): Promise<unknown> {
  const { outcome } = await host.executor.run({
    project,
    function: name,
    cause: 'page',
    who,
    values,
    answer: 'client',
  });
  if (outcome.ok) return { ok: true, result: outcome.result };
  return { ok: false, error: { name: outcome.error.name, message: outcome.error.message } };
}
