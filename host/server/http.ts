import type { IncomingMessage, ServerResponse } from 'node:http';

/** A request, read to its end. */
export interface Incoming {
  method: string;
  url: URL;
  headers: IncomingMessage['headers'];
  body: Buffer;
}

export interface Answer {
  status: number;
  headers: Record<string, string>;
  body: string | Buffer;
}

/** Something that the caller did wrong, as the control interface says it. */
export class BadRequest extends Error {
  constructor(
    message: string,
    readonly status = 400,
  ) {
    super(message);
  }
}

const largestBody = 64 * 1024 * 1024;

/** Reads a whole request. */
export async function readRequest(request: IncomingMessage, origin: string): Promise<Incoming> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > largestBody) throw new BadRequest('The request is too large.', 413);
    chunks.push(chunk);
  }
  return {
    method: request.method ?? 'GET',
    url: new URL(request.url ?? '/', origin),
    headers: request.headers,
    body: Buffer.concat(chunks),
  };
}

export function sendAnswer(response: ServerResponse, { status, headers, body }: Answer): void {
  response.writeHead(status, { 'Cache-Control': 'no-store', ...headers });
  response.end(body);
}

export const json = (value: unknown, status = 200): Answer => ({
  status,
  headers: { 'Content-Type': 'application/json; charset=utf-8' },
  body: JSON.stringify(value),
});

export const html = (body: string, headers: Record<string, string> = {}, status = 200): Answer => ({
  status,
  headers: { 'Content-Type': 'text/html; charset=utf-8', ...headers },
  body,
});

export const text = (body: string | Buffer, type = 'text/plain; charset=utf-8'): Answer => ({
  status: 200,
  headers: { 'Content-Type': type },
  body,
});

/** The header that makes an answer a download of this name, whatever signs the name has. */
export function asDownload(fileName: string): Record<string, string> {
  const plain = fileName.replace(/[^\x20-\x7e]|["\\]/g, '_');
  const exact =
    plain === fileName
      ? ''
      : `; filename*=UTF-8''${encodeURIComponent(fileName.replace(/\p{Surrogate}/gu, '_'))}`;
  return { 'Content-Disposition': `attachment; filename="${plain}"${exact}` };
}

/** The JSON object in a request's body. */
export function jsonBody<Shape extends object>(request: Incoming): Partial<Shape> {
  let value: unknown;
  try {
    value = JSON.parse(request.body.toString('utf8'));
  } catch {
    throw new BadRequest('The body is no JSON.');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new BadRequest('The body must be a JSON object.');
  }
  return value;
}

/** Data inside a script element of a page: nothing in it can end the element. */
export function scriptJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
