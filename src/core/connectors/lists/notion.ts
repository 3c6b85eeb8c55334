import * as v from 'valibot';
import type { HttpRequest } from '../../http';
import type { BackChange } from '../../lists/back';
import type { OutsideField, Place } from '../../lists/list';
import { reading } from './notion-answers';
import { plainText, Property, propertyValue, READABLE, textOf, WRITABLE } from './notion-property';
import type { ListService, Question, RecordPage } from './service';

/**
 * Notion's API, version 2025-09-03: a database's rows are the pages of its data sources. On average
 * three requests a second; a 429 or 529 says how long to wait; a page may be shorter than asked.
 */
export const notion: ListService = {
  id: 'notion',
  title: 'Notion',
  paceMs: 340,
  mostAtOnce: 1,
  places: (token) => search(token, [], undefined),
  fields,
  page,
  write,
};

const API = 'https://api.notion.com/v1';
export const NOTION_VERSION = '2025-09-03';
const MOST_A_PAGE = 100;

const Listed = {
  next_cursor: v.nullish(v.string()),
  has_more: v.boolean(),
  request_status: v.optional(v.object({ type: v.string() })),
};
const Sources = v.object({
  ...Listed,
  results: v.array(
    v.object({ object: v.string(), id: v.string(), title: v.optional(v.array(v.unknown()), []) }),
  ),
});
const Schema = v.object({
  properties: v.record(
    v.string(),
    v.object({ id: v.string(), name: v.string(), type: v.string() }),
  ),
});
const Pages = v.object({
  ...Listed,
  results: v.array(
    v.object({
      object: v.string(),
      id: v.string(),
      in_trash: v.optional(v.boolean(), false),
      archived: v.optional(v.boolean(), false),
      properties: v.optional(v.record(v.string(), Property), {}),
    }),
  ),
});

/** Every data source that was shared with the connection. */
function search(token: string, before: Place[], cursor: string | undefined): Question<Place[]> {
  return {
    ask: post(token, '/search', {
      filter: { property: 'object', value: 'data_source' },
      page_size: MOST_A_PAGE,
      ...(cursor === undefined ? {} : { start_cursor: cursor }),
    }),
    read: reading(Sources, ({ results, has_more: hasMore, next_cursor: next }) => {
      const found = results
        .filter(({ object }) => object === 'data_source')
        .map(({ id, title }) => ({ id, title: plainText(title) || 'Untitled' }));
      const all = [...before, ...found];
      if (hasMore && typeof next === 'string') {
        return { kind: 'next', question: search(token, all, next) };
      }
      return { kind: 'found', found: all };
    }),
  };
}

function fields(token: string, place: string): Question<OutsideField[]> {
  return {
    ask: request(token, 'GET', `/data_sources/${encodeURIComponent(place)}`),
    read: reading(Schema, ({ properties }) => ({
      kind: 'found',
      found: Object.values(properties).map(({ id, name, type }) => ({
        id,
        name,
        type,
        isReadable: READABLE.includes(type),
        isWritable: WRITABLE.includes(type),
      })),
    })),
  };
}

/** All properties come: the ids by which they could be chosen are spelled in more than one way. */
function page(
  token: string,
  place: string,
  wanted: string[],
  size: number,
  cursor?: string,
): Question<RecordPage> {
  const read = reading(Pages, ({ results, has_more: hasMore, next_cursor: next, ...rest }) => ({
    kind: 'found',
    found: {
      records: results
        .filter((one) => one.object === 'page' && !one.in_trash && !one.archived)
        .map(({ id, properties }) => ({ id, cells: cellsOf(properties, wanted) })),
      ...(hasMore && typeof next === 'string' ? { next } : {}),
      ...(rest.request_status?.type === 'incomplete' ? { isCut: true } : {}),
    },
  }));
  return {
    ask: post(token, `/data_sources/${encodeURIComponent(place)}/query`, {
      page_size: size,
      ...(cursor === undefined ? {} : { start_cursor: cursor }),
    }),
    read: (answer) => {
      const isLost = cursor !== undefined && answer.ok && answer.status === 400;
      return isLost
        ? { kind: 'lost', why: 'its place in the list is no longer known' }
        : read(answer);
    },
  };
}

function cellsOf(
  properties: Record<string, v.InferOutput<typeof Property>>,
  wanted: string[],
): Record<string, string> {
  const cells = Object.values(properties)
    .filter(({ id }) => wanted.includes(id))
    .map((property): [string, string] => [property.id, textOf(property)]);
  return Object.fromEntries(cells.filter(([, said]) => said !== ''));
}

/** Changes one page; doing it twice is doing it once. */
function write(token: string, _place: string, [change]: BackChange[]): Question<true> {
  const properties = Object.fromEntries(
    (change?.cells ?? []).map(({ column, value }) => [
      column.field,
      propertyValue(column.type, value),
    ]),
  );
  return {
    ask: {
      ...request(token, 'PATCH', `/pages/${encodeURIComponent(change?.recordId ?? '')}`),
      contentType: 'application/json',
      body: JSON.stringify({ properties }),
    },
    read: reading(v.object({ id: v.string() }), () => ({ kind: 'found', found: true })),
  };
}

function post(token: string, path: string, body: object): HttpRequest {
  return {
    ...request(token, 'POST', path),
    contentType: 'application/json',
    body: JSON.stringify(body),
  };
}

function request(token: string, method: HttpRequest['method'], path: string): HttpRequest {
  return {
    url: `${API}${path}`,
    method,
    headers: { Authorization: `Bearer ${token}`, 'Notion-Version': NOTION_VERSION },
    timeoutSeconds: 30,
  };
}
