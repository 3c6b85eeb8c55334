import { charsetWithin, type HttpAnswer, type HttpRequest } from '../core/http';
import type { Http } from '../services';

/** So long a batch that was lost is asked again one by one; an execution has six minutes. */
const PATIENCE_MS = 60_000;

/**
 * UrlFetchApp as a batch. One request that throws (no such host, no answer in time) loses the whole
 * batch, so then each is asked alone, for a while.
 */
export const http: Http = {
  batch: (requests) => {
    if (requests.length === 0) return [];
    try {
      return UrlFetchApp.fetchAll(requests.map(toGoogle)).map(fromGoogle);
    } catch {
      const until = Date.now() + PATIENCE_MS;
      return requests.map((request) => {
        const left = Math.floor((until - Date.now()) / 1000);
        if (left < 1) return { ok: false, error: 'no time left to ask' };
        return askAlone({ ...request, timeoutSeconds: Math.min(request.timeoutSeconds, left) });
      });
    }
  },
};

function askAlone(request: HttpRequest): HttpAnswer {
  try {
    const { url, ...options } = toGoogle(request);
    return fromGoogle(UrlFetchApp.fetch(url, options));
  } catch (error) {
    return { ok: false, error: error instanceof Error ? error.message : String(error) };
  }
}

function toGoogle(request: HttpRequest): GoogleAppsScript.URL_Fetch.URLFetchRequest & {
  timeoutSeconds: number;
} {
  const { url, method, headers, body, contentType, follow, timeoutSeconds } = request;
  return {
    url,
    method: method.toLowerCase() as 'get' | 'post' | 'patch',
    ...(headers === undefined ? {} : { headers }),
    ...(body === undefined ? {} : { payload: body }),
    ...(contentType === undefined ? {} : { contentType }),
    followRedirects: follow ?? false,
    muteHttpExceptions: true,
    timeoutSeconds,
  };
}

function fromGoogle(response: GoogleAppsScript.URL_Fetch.HTTPResponse): HttpAnswer {
  const headers = Object.fromEntries(
    Object.entries(response.getAllHeaders() as Record<string, string | string[]>).map(
      ([name, value]) => [name.toLowerCase(), Array.isArray(value) ? value.join('\n') : value],
    ),
  );
  return {
    ok: true,
    status: response.getResponseCode(),
    headers,
    body: textOf(response, headers['content-type'] ?? ''),
  };
}

/** Google reads what its header names, or UTF-8; a page may name another charset in its own head. */
function textOf(response: GoogleAppsScript.URL_Fetch.HTTPResponse, contentType: string): string {
  const text = response.getContentText();
  const charset = charsetWithin(contentType, text);
  if (charset === undefined) return text;
  try {
    return response.getContentText(charset);
  } catch {
    // A charset that Google does not know; most of the page is readable all the same.
    return text;
  }
}
