import type { FetchAnswer } from '../../shared/fetching';
import { call } from '../bridge';
import { exception } from '../exception';
import type { Thing } from '../facade';
import { fetchRequest, type FetchOptions } from './fetch-request';
import { HTTPResponse } from './http-response';

/** UrlFetchApp: requests to the world; a batch runs in parallel and keeps its order. */
export class UrlFetchApp implements Thing {
  readonly kind = 'URL_Fetch.UrlFetchApp';

  fetch(url: string, options: FetchOptions = {}): HTTPResponse {
    const [response] = this.fetchAll([{ ...options, url }]);
    if (!response) throw exception(`Unexpected error: ${url}`);
    return response;
  }

  fetchAll(requests: (string | (FetchOptions & { url: string }))[]): HTTPResponse[] {
    const asked = requests.map((one) => (typeof one === 'string' ? { url: one } : one));
    const prepared = asked.map(({ url, ...options }) => fetchRequest(url, options));
    const answers = call('fetch.all', { requests: prepared });
    return answers.map((answer, at) => responseFrom(answer, asked[at] ?? { url: '' }));
  }

  getRequest(url: string, options: FetchOptions = {}): Record<string, unknown> {
    const { method, headers, body } = fetchRequest(url, options);
    return {
      url,
      method,
      headers: Object.fromEntries(headers),
      followRedirects: options.followRedirects ?? true,
      validateHttpsCertificates: options.validateHttpsCertificates ?? true,
      useIntranet: false,
      ...(body === null ? {} : { payload: options.payload }),
      contentType: headers.find(([name]) => /^content-type$/i.test(name))?.[1],
    };
  }
}

/** How much of a failed answer Google's message quotes is unverified. */
const quotedLength = 500;

function responseFrom(answer: FetchAnswer, request: FetchOptions & { url: string }): HTTPResponse {
  if (!answer.ok) throw exception(answer.message);
  const response = new HTTPResponse(answer);
  if (answer.status < 400 || request.muteHttpExceptions) return response;
  const [origin = request.url] = /^https?:\/\/[^/?#]+/i.exec(request.url) ?? [];
  const start = response.getContentText().slice(0, quotedLength);
  throw exception(
    `Request failed for ${origin} returned code ${answer.status}. Truncated server response: ` +
      `${start} (use muteHttpExceptions option to examine full response)`,
  );
}
