import type { FetchRequest } from '../../shared/fetching';
import { binaryOf, craft, encodeText } from '../bytes';
import { exception } from '../exception';
import { reveal } from '../facade';
import { Blob } from './blob';

/** What a script may say of a request. */
export interface FetchOptions {
  contentType?: string;
  headers?: Record<string, unknown>;
  method?: string;
  payload?: unknown;
  followRedirects?: boolean;
  muteHttpExceptions?: boolean;
  validateHttpsCertificates?: boolean;
  timeoutSeconds?: number;
}

const methods = ['get', 'post', 'put', 'delete', 'patch', 'head', 'options'];
const formType = 'application/x-www-form-urlencoded';
const longestUrl = 2082;
const largestBody = 50 * 1024 * 1024;

/** Turns a script's options into the request that goes out, or refuses them in Google's words. */
export function fetchRequest(url: string, options: FetchOptions): FetchRequest {
  checkUrl(url);
  const payload = options.payload === undefined ? null : encodePayload(options.payload);
  const method = (options.method ?? (payload ? 'post' : 'get')).toLowerCase();
  if (payload && payload.binary.length > largestBody) {
    throw exception('Limit Exceeded: URLFetch POST Size.');
  }
  if (!methods.includes(method)) {
    throw exception('Attribute provided with invalid value: method');
  }
  const headers = headersOf(options);
  const hasType = headers.some(([name]) => name.toLowerCase() === 'content-type');
  if (payload && !hasType) headers.push(['Content-Type', options.contentType ?? payload.type]);
  return {
    url: url.trim(),
    method,
    headers,
    body: payload ? craft('toBase64', payload.binary) : null,
    followRedirects: options.followRedirects ?? true,
    validateCertificates: options.validateHttpsCertificates ?? true,
    timeoutSeconds: options.timeoutSeconds ?? 360,
  };
}

function checkUrl(url: string | null | undefined): void {
  if (!url) throw exception('Attribute provided with no value: url');
  if (url.length > longestUrl) throw exception('Limit Exceeded: URLFetch URL Length.');
  const hasProtocol = /^[a-z][a-z0-9+.-]*:/i.test(url.trim());
  if (hasProtocol && !/^https?:\/\/[^\s/?#]/i.test(url.trim())) {
    throw exception(`Invalid argument: ${url}`);
  }
}

function headersOf(options: FetchOptions): [string, string][] {
  const headers = Object.entries(options.headers ?? {});
  for (const [name] of headers) {
    if (/^(host|content-length)$/i.test(name)) {
      throw exception(`Attribute provided with invalid value: Header:${name}`);
    }
  }
  return headers.map(([name, value]) => [name, String(value)]);
}

interface Payload {
  binary: string;
  type: string;
}

function encodePayload(payload: unknown): Payload {
  if (typeof payload === 'string') return { binary: encodeText(payload, 'UTF-8'), type: formType };
  const thing = reveal(payload);
  if (thing instanceof Blob) {
    return { binary: thing.binary(), type: thing.getContentType() ?? 'application/octet-stream' };
  }
  if (Array.isArray(payload)) return { binary: binaryOf(payload as number[]), type: formType };
  const fields = Object.entries(payload as Record<string, unknown>);
  const hasBlob = fields.some(([, value]) => reveal(value) instanceof Blob);
  if (hasBlob) return multipart(fields);
  const form = fields
    .map((pair) => pair.map((part) => formEncode(String(part))).join('='))
    .join('&');
  return { binary: encodeText(form, 'UTF-8'), type: formType };
}

function formEncode(text: string): string {
  return encodeURIComponent(text)
    .replace(/%20/g, '+')
    .replace(/[!'()~]/g, (sign) => {
      return `%${sign.charCodeAt(0).toString(16).toUpperCase()}`;
    });
}

/** A name as it stands between quotes in a part's head, as browsers write it. */
function quotable(name: string): string {
  const safe = name.replace(/["\r\n]/g, (sign) => encodeURIComponent(sign));
  return encodeText(safe, 'UTF-8');
}

function multipart(fields: [string, unknown][]): Payload {
  const boundary = `----boundary${craft('uuid').replaceAll('-', '')}`;
  const parts = fields.map(([name, value]) => {
    const thing = reveal(value);
    const disposition = `Content-Disposition: form-data; name="${quotable(name)}"`;
    if (!(thing instanceof Blob)) {
      return `--${boundary}\r\n${disposition}\r\n\r\n${encodeText(String(value), 'UTF-8')}\r\n`;
    }
    const type = thing.getContentType() ?? 'application/octet-stream';
    const head = `${disposition}; filename="${quotable(thing.getName() ?? name)}"\r\nContent-Type: ${type}`;
    return `--${boundary}\r\n${head}\r\n\r\n${thing.binary()}\r\n`;
  });
  return {
    binary: `${parts.join('')}--${boundary}--\r\n`,
    type: `multipart/form-data; boundary=${boundary}`,
  };
}
