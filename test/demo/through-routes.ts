import { request as send } from 'node:http';
import type { HttpAnswer, HttpRequest } from '../../src/core/http';
import { beginLook, continueLook, type Look } from '../../src/core/site/look';

/** Asks a made-up host where the table of routes says it really is. */
export function askThrough(
  routes: Record<string, string>,
  { url, method }: HttpRequest,
): Promise<HttpAnswer> {
  const { host, pathname } = new URL(url);
  const address = routes[host];
  if (address === undefined) return Promise.resolve({ ok: false, error: `no route for ${host}` });
  return new Promise((resolve) => {
    const outgoing = send(`${address}${pathname}`, { method, headers: { host } }, (incoming) => {
      const chunks: Buffer[] = [];
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
      incoming.on('end', () => {
        const headers = Object.fromEntries(
          Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]),
        );
        const body = Buffer.concat(chunks).toString('utf8');
        resolve({ ok: true, status: incoming.statusCode ?? 0, headers, body });
      });
    });
    outgoing.on('error', ({ message }) => resolve({ ok: false, error: message }));
    outgoing.end();
  });
}

/** Looks at a website as the product does. */
export async function lookThrough(routes: Record<string, string>, website: string): Promise<Look> {
  let step = beginLook(website);
  while ('ask' in step) {
    step = continueLook(step.ask, step.hops, await askThrough(routes, step.ask));
  }
  return step.done;
}
