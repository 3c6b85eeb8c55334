import { request as send } from 'node:http';
import type { HttpAnswer, HttpRequest } from '../../src/core/http';
import type { Quest } from '../../src/core/quest';
import { AUDITS } from '../../src/core/site/audits';
import { EXTRAS } from '../../src/core/site/extras';
import { findPage, type Look, lookOf } from '../../src/core/site/look';
import { askSite, NOT_ASKED } from '../../src/core/site/site';
import { NOW } from '../support/rows';

/** Asks a made-up host where the table of routes says it really is. */
export function askThrough(
  routes: Record<string, string>,
  { url, method }: HttpRequest,
): Promise<HttpAnswer> {
  const { host, pathname, protocol } = new URL(url);
  const address = routes[host];
  if (address === undefined) return Promise.resolve({ ok: false, error: `no route for ${host}` });
  return new Promise((resolve) => {
    const outgoing = send(
      `${address}${pathname}`,
      { method, headers: { host, 'x-forwarded-proto': protocol.slice(0, -1) } },
      (incoming) => {
        const chunks: Buffer[] = [];
        incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
        incoming.on('end', () => {
          const headers = Object.fromEntries(
            Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]),
          );
          const body = Buffer.concat(chunks).toString('utf8');
          resolve({ ok: true, status: incoming.statusCode ?? 0, headers, body });
        });
      },
    );
    outgoing.on('error', ({ message }) => resolve({ ok: false, error: message }));
    outgoing.end();
  });
}

/** Looks at a website as the product does. */
export async function lookThrough(routes: Record<string, string>, website: string): Promise<Look> {
  const found = await answered(routes, findPage(website, NOW));
  return lookOf(
    found,
    found.seen ? await answered(routes, askSite(found.page, EXTRAS)) : NOT_ASKED,
    AUDITS,
  );
}

async function answered<Found>(
  routes: Record<string, string>,
  quest: Quest<Found>,
): Promise<Found> {
  if ('done' in quest) return quest.done;
  const answers = await Promise.all(quest.ask.map((request) => askThrough(routes, request)));
  return answered(routes, quest.next(answers));
}
