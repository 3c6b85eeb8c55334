import { Meter, type SampleService, type ServiceReply, type ServiceRequest } from './served';

/** A property of the sample data source. */
export interface SampleProperty {
  id: string;
  name: string;
  type: string;
}

export interface NotionOptions {
  token: string;
  properties: SampleProperty[];
  /** Milliseconds; the limits go by it. */
  now?: () => number;
}

export const SAMPLE_SOURCE = '3f1d2c4a-0000-4000-8000-000000000001';
const SAMPLE_DATABASE = '3f1d2c4a-0000-4000-8000-0000000000db';

const VERSIONS = ['2025-09-03', '2026-03-11'];
const MOST_A_PAGE = 100;
const RETRY_AFTER_S = 17;

/**
 * A made-up Notion with one data source, as its documentation has it: a version is asked for, pages
 * may be shorter than asked, and whoever asks too often is told for how long to wait.
 */
export class SampleNotion implements SampleService {
  /** By page id, each property's value in the form in which it is read. */
  readonly pages = new Map<string, Record<string, unknown>>();
  readonly trash = new Set<string>();
  readonly requests: ServiceRequest[] = [];
  /** Answers in the place of the ordinary one, for the n-th request from 0. */
  misbehave: (nth: number) => ServiceReply | undefined = () => undefined;
  private readonly meter: Meter;

  constructor(private readonly options: NotionOptions) {
    // Three a second on average; a short burst is let through.
    this.meter = new Meter(5, RETRY_AFTER_S * 1000, options.now ?? (() => Date.now()));
  }

  readonly answer = (request: ServiceRequest): ServiceReply => {
    const misbehaved = this.misbehave(this.requests.length);
    this.requests.push(request);
    const { headers, method } = request;
    if (headers.authorization !== `Bearer ${this.options.token}`) {
      return error(401, 'unauthorized', 'API token is invalid.');
    }
    const version = headers['notion-version'];
    if (version === undefined) return error(400, 'missing_version', 'Notion-Version is missing.');
    if (!VERSIONS.includes(version)) return error(400, 'validation_error', 'Unknown version.');
    if (misbehaved !== undefined) return misbehaved;
    if (this.meter.isTooMany()) return BUSY;
    const { pathname } = new URL(request.path, 'https://api.notion.com');
    const source = `/v1/data_sources/${SAMPLE_SOURCE}`;
    if (pathname === '/v1/search' && method === 'POST') return this.search();
    if (pathname === source && method === 'GET') return { status: 200, body: this.source() };
    if (pathname === `${source}/query` && method === 'POST') return this.query(request.body);
    const page = /^\/v1\/pages\/([^/]+)$/.exec(pathname)?.[1];
    if (page !== undefined && method === 'PATCH') return this.change(page, request.body);
    return error(404, 'object_not_found', 'Could not find it. Is it shared with the connection?');
  };

  private search(): ServiceReply {
    return listOf([this.source()], null);
  }

  private source() {
    const properties = this.options.properties.map(({ id, name, type }) => [
      name,
      { id, name, type, description: null, [type]: {} },
    ]);
    return {
      object: 'data_source',
      id: SAMPLE_SOURCE,
      title: richText('Clients'),
      parent: { type: 'database_id', database_id: SAMPLE_DATABASE },
      properties: Object.fromEntries(properties) as Record<string, unknown>,
      in_trash: false,
    };
  }

  private query(body: string): ServiceReply {
    const asked = JSON.parse(body || '{}') as { page_size?: number; start_cursor?: string };
    const size = asked.page_size ?? MOST_A_PAGE;
    if (size < 1 || size > MOST_A_PAGE) {
      return error(400, 'validation_error', 'body.page_size should be at most 100.');
    }
    const ids = [...this.pages.keys()].filter((id) => !this.trash.has(id));
    const from = asked.start_cursor === undefined ? 0 : ids.indexOf(asked.start_cursor);
    if (from < 0) return error(400, 'validation_error', 'The start_cursor provided is invalid.');
    // A page may be shorter than asked.
    const length = from % 3 === 0 ? size : Math.max(1, size - 7);
    const next = ids[from + length] ?? null;
    return listOf(
      ids.slice(from, from + length).map((id) => this.page(id)),
      next,
    );
  }

  private page(id: string): object {
    const held = this.pages.get(id) ?? {};
    const properties = this.options.properties.map(({ id: property, name, type }) => [
      name,
      { id: property, type, [type]: held[property] ?? emptyOf(type) },
    ]);
    return {
      object: 'page',
      id,
      created_time: '2026-01-05T09:00:00.000Z',
      last_edited_time: '2026-01-05T09:00:00.000Z',
      in_trash: this.trash.has(id),
      parent: { type: 'data_source_id', data_source_id: SAMPLE_SOURCE },
      properties: Object.fromEntries(properties) as Record<string, unknown>,
      url: `https://www.notion.so/${id.replace(/-/g, '')}`,
    };
  }

  private change(id: string, body: string): ServiceReply {
    if (!this.pages.has(id)) return error(404, 'object_not_found', 'Could not find page.');
    const { properties } = JSON.parse(body) as { properties: Record<string, object> };
    const held = { ...this.pages.get(id) };
    for (const [property, value] of Object.entries(properties)) {
      const known = this.options.properties.find((one) => one.id === property);
      if (known === undefined || !(known.type in value)) {
        return error(400, 'validation_error', `${property} is not a property that exists.`);
      }
      held[property] = asRead(known.type, (value as Record<string, unknown>)[known.type]);
    }
    this.pages.set(id, held);
    return { status: 200, body: this.page(id) };
  }
}

/** Rich text as Notion hands it out. */
export function richText(words: string): object[] {
  return words === '' ? [] : [{ type: 'text', text: { content: words }, plain_text: words }];
}

/** Rich text is written without the plain words that it is read with. */
function asRead(type: string, value: unknown): unknown {
  if (type !== 'rich_text' || !Array.isArray(value)) return value;
  const parts = value as { text: { content: string } }[];
  return parts.map((part) => ({ ...part, plain_text: part.text.content }));
}

function emptyOf(type: string): unknown {
  if (type === 'checkbox') return false;
  return ['title', 'rich_text', 'multi_select', 'people'].includes(type) ? [] : null;
}

function listOf(results: object[], next: string | null): ServiceReply {
  return {
    status: 200,
    body: {
      object: 'list',
      results,
      next_cursor: next,
      has_more: next !== null,
      type: 'page_or_data_source',
      page_or_data_source: {},
      request_id: 'sample',
    },
  };
}

const BUSY: ServiceReply = {
  ...error(429, 'rate_limited', 'You have been rate limited. Please try again in a few minutes.'),
  headers: { 'Retry-After': String(RETRY_AFTER_S) },
};

function error(status: number, code: string, message: string): ServiceReply {
  return { status, body: { object: 'error', status, code, message, request_id: 'sample' } };
}
