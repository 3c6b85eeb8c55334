import http from 'node:http';
import https from 'node:https';
import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';

/** A request as it goes over the wire, once. */
export interface WireRequest {
  address: URL;
  method: string;
  headers: [name: string, value: string][];
  body: Buffer | null;
  timeoutMs: number;
  validateCertificates?: boolean;
}

export interface WireAnswer {
  status: number;
  headers: [name: string, value: string][];
  body: Buffer;
}

/** Sends a request and reads the whole answer, decompressed; header names keep their case. */
export function sendRequest(request: WireRequest): Promise<WireAnswer> {
  const { address, method, headers, body, timeoutMs, validateCertificates = true } = request;
  const options = { method: method.toUpperCase(), rejectUnauthorized: validateCertificates };
  const client = address.protocol === 'https:' ? https : http;
  return new Promise((resolve, reject) => {
    const outgoing = client.request(address, options, (incoming) => {
      const chunks: Buffer[] = [];
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
      incoming.on('error', fail);
      incoming.on('end', () => {
        clearTimeout(timer);
        const answer = { status: incoming.statusCode ?? 0, headers: pairs(incoming.rawHeaders) };
        resolve({ ...answer, body: decompressed(Buffer.concat(chunks), incoming.headers) });
      });
    });
    const fail = (reason: Error): void => {
      clearTimeout(timer);
      reject(reason);
    };
    const timer = setTimeout(() => outgoing.destroy(new Error('timeout')), timeoutMs);
    outgoing.on('error', fail);
    for (const [name, value] of headers) outgoing.setHeader(name, value);
    if (body) outgoing.setHeader('Content-Length', body.length);
    outgoing.end(body);
  });
}

function pairs(raw: string[]): [string, string][] {
  const headers: [string, string][] = [];
  for (let at = 0; at + 1 < raw.length; at += 2) headers.push([raw[at] ?? '', raw[at + 1] ?? '']);
  return headers;
}

function decompressed(body: Buffer, headers: http.IncomingHttpHeaders): Buffer {
  if (!body.length) return body;
  switch (headers['content-encoding']) {
    case 'gzip':
      return gunzipSync(body);
    case 'deflate':
      return inflateSync(body);
    case 'br':
      return brotliDecompressSync(body);
    case undefined:
    default:
      return body;
  }
}
