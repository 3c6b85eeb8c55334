import { isPicture } from '../core/picture';
import type { GatePage, GateRoute, GateTable } from '../core/referrals/gate';
import { EMPTY_PAGE } from './table';

type Said = Record<string, unknown>;

/** The table in the owner's call, or undefined where it is none; what is no text is left out. */
export function readTable(call: Said): GateTable | undefined {
  const { version, routes, page, keys } = call;
  if (typeof version !== 'string' || !Array.isArray(routes) || !isObject(page)) return undefined;
  const rows = routes.map(readRoute);
  if (rows.includes(undefined)) return undefined;
  return {
    version,
    routes: rows.filter((row) => row !== undefined),
    page: readPage(page),
    keys: readKeys(isObject(keys) ? keys : {}),
  };
}

function readRoute(said: unknown): GateRoute | undefined {
  if (!isObject(said)) return undefined;
  const { route, product, why, to, state } = said;
  if (typeof route !== 'string' || typeof product !== 'string' || typeof to !== 'string') {
    return undefined;
  }
  if (state !== 'live' && state !== 'paused') return undefined;
  return { route, product, ...(typeof why === 'string' ? { why } : {}), to, state };
}

function readPage(said: Said): GatePage {
  const { address, picture, texts } = said;
  const page: GatePage = { ...EMPTY_PAGE };
  for (const name of ['sender', 'contact', 'disclosure'] as const) {
    if (typeof said[name] === 'string') page[name] = said[name];
  }
  if (typeof address === 'string' && isWebAddress(address)) page.address = address;
  if (typeof picture === 'string' && isPicture(picture)) page.picture = picture;
  if (isObject(texts)) {
    page.texts = Object.fromEntries(
      Object.entries(texts).map(([tag, words]) => [tag, textsIn(isObject(words) ? words : {})]),
    );
  }
  return page;
}

/** Where forms are sent: https, or plain http on this machine. */
function isWebAddress(text: string): boolean {
  return /^(https:\/\/|http:\/\/(127\.0\.0\.1|localhost)[:/])/.test(text);
}

function textsIn(said: Said): Record<string, string> {
  return Object.fromEntries(
    Object.entries(said).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}

function readKeys(said: Said): GateTable['keys'] {
  const hashes = (list: unknown): string[] =>
    Array.isArray(list) ? list.filter((hash): hash is string => typeof hash === 'string') : [];
  return { postback: hashes(said.postback), line: hashes(said.line), hook: hashes(said.hook) };
}

function isObject(said: unknown): said is Said {
  return typeof said === 'object' && said !== null && !Array.isArray(said);
}
