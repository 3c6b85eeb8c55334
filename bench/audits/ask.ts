import http from 'node:http';
import https from 'node:https';
import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';
import { charsetWithin, type HttpAnswer, type HttpRequest } from '../../src/core/http';
import type { Quest } from '../../src/core/quest';

/** Asks from Node as the sheet asks through Google: the same requests, and texts read the same way. */

/** Goes through a quest, its rounds one after the other. */
export async function answerFor<Found>(quest: Quest<Found>): Promise<Found> {
  if ('done' in quest) return quest.done;
  return answerFor(quest.next(await Promise.all(quest.ask.map((request) => ask(request)))));
}

const MOST_HOPS = 10;

async function ask(request: HttpRequest, hops = 0): Promise<HttpAnswer> {
  try {
    const answer = await receive(request);
    const { location } = answer.headers;
    const isSentOn = answer.status >= 300 && answer.status < 400 && location !== undefined;
    if (request.follow !== true || !isSentOn || hops >= MOST_HOPS) return answer;
    return await ask({ ...request, url: new URL(location, request.url).href }, hops + 1);
  } catch (error) {
    return { ok: false, error: nameOf(error, request.url) };
  }
}

function receive(request: HttpRequest): Promise<HttpAnswer & { ok: true }> {
  const { url, method, headers, timeoutSeconds } = request;
  const module = url.startsWith('https:') ? https : http;
  return new Promise((resolve, reject) => {
    const sent = module.request(
      url,
      {
        method,
        headers: { 'User-Agent': 'Mozilla/5.0 (compatible; Perennial)', Accept: '*/*', ...headers },
        signal: AbortSignal.timeout(timeoutSeconds * 1000),
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () => {
          try {
            resolve(read(response, Buffer.concat(chunks)));
          } catch (error) {
            reject(error instanceof Error ? error : new Error(String(error)));
          }
        });
      },
    );
    sent.on('error', reject);
    sent.end();
  });
}

function read(response: http.IncomingMessage, bytes: Buffer): HttpAnswer & { ok: true } {
  const headers: Record<string, string> = {};
  for (let at = 0; at < response.rawHeaders.length; at += 2) {
    const name = (response.rawHeaders[at] ?? '').toLowerCase();
    const value = response.rawHeaders[at + 1] ?? '';
    headers[name] = headers[name] === undefined ? value : `${headers[name]}\n${value}`;
  }
  const type = headers['content-type'] ?? '';
  const body = unpack(bytes, headers['content-encoding'] ?? '');
  const [, named = 'utf-8'] = /charset\s*=\s*"?([^\s";]+)/i.exec(type) ?? [];
  const text = decode(body, named);
  const within = charsetWithin(type, text);
  return {
    ok: true,
    status: response.statusCode ?? 0,
    headers,
    body: within === undefined ? text : decode(body, within),
  };
}

function unpack(bytes: Buffer, encoding: string): Buffer {
  if (bytes.length === 0) return bytes;
  if (/gzip/i.test(encoding)) return gunzipSync(bytes);
  if (/deflate/i.test(encoding)) return inflateSync(bytes);
  return /\bbr\b/i.test(encoding) ? brotliDecompressSync(bytes) : bytes;
}

function decode(bytes: Buffer, charset: string): string {
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
}

/** A failure in Google’s words, which the core knows. */
function nameOf(error: unknown, url: string): string {
  const code = (error as { code?: string }).code ?? '';
  if (code === 'ENOTFOUND') return `DNS error: ${url}`;
  if (code === 'ECONNREFUSED') return `Address unavailable: ${url}`;
  return error instanceof Error ? error.message : String(error);
}
