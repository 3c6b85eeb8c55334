import type { HttpAnswer } from '../../src/core/http';

/** An answer as the shell hands it over. */
export function answer(
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): HttpAnswer & { ok: true } {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return { ok: true, status, headers, body: text };
}

/** The same as `fetch` would get it, for an SDK to read. */
export function fetched(
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { ...headers, 'content-type': 'application/json' },
  });
}
