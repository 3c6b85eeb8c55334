import * as v from 'valibot';
import type { HttpRequest } from '../../http';
import type { BackChange } from '../../lists/back';
import type { OutsideField, Place } from '../../lists/list';
import { reading, refusalOf } from './airtable-answers';
import { cellText } from './airtable-cell';
import type { ListService, Question, RecordPage, Reply } from './service';

/**
 * Airtable's Web API (support.airtable.com, August 2026): 5 requests a second for a base, 30 seconds'
 * wait after a 429, which names no time; empty cells are left out; errors come in three shapes.
 */
export const airtable: ListService = {
  id: 'airtable',
  title: 'Airtable',
  paceMs: 210,
  mostAtOnce: 10,
  places: (token) => bases(token, [], undefined),
  fields: (token, place) => {
    const [base = '', table = ''] = place.split('/');
    return tables(token, base, (all) => ({
      kind: 'found',
      found: all.find(({ id }) => id === table)?.fields.map(fieldOf) ?? [],
    }));
  },
  page,
  write,
};

const API = 'https://api.airtable.com/v0';

const Bases = v.object({
  bases: v.array(v.object({ id: v.string(), name: v.string() })),
  offset: v.optional(v.string()),
});
const Field = v.object({ id: v.string(), name: v.string(), type: v.string() });
const Table = v.object({ id: v.string(), name: v.string(), fields: v.array(Field) });
const Tables = v.object({ tables: v.array(Table) });
const Records = v.object({
  records: v.array(v.object({ id: v.string(), fields: v.record(v.string(), v.unknown()) })),
  offset: v.optional(v.string()),
});
type Base = v.InferOutput<typeof Bases>['bases'][number];

function bases(token: string, before: Base[], offset: string | undefined): Question<Place[]> {
  return {
    ask: get(token, `/meta/bases${query([['offset', offset]])}`),
    read: reading(Bases, ({ bases: found, offset: next }) => {
      const all = [...before, ...found];
      if (next !== undefined) return { kind: 'next', question: bases(token, all, next) };
      return tablesOf(token, all, []);
    }),
  };
}

/** The tables of each base, base after base. */
function tablesOf(token: string, left: Base[], places: Place[]): Reply<Place[]> {
  const [base, ...others] = left;
  if (base === undefined) return { kind: 'found', found: places };
  const question = tables(token, base.id, (found) =>
    tablesOf(token, others, [
      ...places,
      ...found.map(({ id, name }) => ({ id: `${base.id}/${id}`, title: `${base.name} · ${name}` })),
    ]),
  );
  return { kind: 'next', question };
}

function tables<T>(
  token: string,
  base: string,
  then: (found: v.InferOutput<typeof Table>[]) => Reply<T>,
): Question<T> {
  return {
    ask: get(token, `/meta/bases/${encodeURIComponent(base)}/tables`),
    read: reading(Tables, ({ tables: found }) => then(found)),
  };
}

/** Kinds of column whose cells say nothing that could stand in a client's row. */
const UNREADABLE = ['multipleAttachments', 'multipleRecordLinks', 'button', 'aiText'];
const WRITABLE = [
  ...['singleLineText', 'multilineText', 'richText', 'singleSelect', 'number', 'currency'],
  ...['percent', 'date', 'dateTime'],
];

function fieldOf({ id, name, type }: v.InferOutput<typeof Field>): OutsideField {
  const isReadable = !UNREADABLE.includes(type);
  return { id, name, type, isReadable, isWritable: WRITABLE.includes(type) };
}

function page(
  token: string,
  place: string,
  fields: string[],
  size: number,
  cursor?: string,
): Question<RecordPage> {
  const asked: [string, string | undefined][] = [
    ['pageSize', String(size)],
    ['returnFieldsByFieldId', 'true'],
    ...fields.map((id): [string, string] => ['fields[]', id]),
    ['offset', cursor],
  ];
  const read = reading(Records, ({ records, offset }): Reply<RecordPage> => ({
    kind: 'found',
    found: {
      records: records.map(({ id, fields: cells }) => ({ id, cells: texts(cells) })),
      ...(offset === undefined ? {} : { next: offset }),
    },
  }));
  return {
    ask: get(token, `/${path(place)}${query(asked)}`),
    // An iterator that rested too long is refused as an invalid request.
    read: (answer) => {
      const isLost = cursor !== undefined && answer.ok && answer.status === 422;
      return isLost ? { kind: 'lost', why: refusalOf(answer.body) } : read(answer);
    },
  };
}

/** Changes records by their ids, so that doing it twice is doing it once. */
function write(token: string, place: string, changes: BackChange[]): Question<true> {
  const records = changes.map(({ recordId, cells }) => ({
    id: recordId,
    fields: Object.fromEntries(
      cells.map(({ column, value }) => [column.field, value === '' ? null : value]),
    ),
  }));
  return {
    ask: {
      ...get(token, `/${path(place)}`),
      method: 'PATCH',
      contentType: 'application/json',
      // Airtable itself makes a number, a day or a choice of what it gets.
      body: JSON.stringify({ records, typecast: true, returnFieldsByFieldId: true }),
    },
    read: reading(v.object({ records: v.array(v.unknown()) }), () => ({
      kind: 'found',
      found: true,
    })),
  };
}

function get(token: string, rest: string): HttpRequest {
  return {
    url: `${API}${rest}`,
    method: 'GET',
    headers: { Authorization: `Bearer ${token}` },
    timeoutSeconds: 30,
  };
}

function path(place: string): string {
  return place.split('/').map(encodeURIComponent).join('/');
}

function query(parts: [string, string | undefined][]): string {
  const said = parts.flatMap(([name, value]) =>
    value === undefined ? [] : [`${encodeURIComponent(name)}=${encodeURIComponent(value)}`],
  );
  return said.length === 0 ? '' : `?${said.join('&')}`;
}

function texts(cells: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(Object.entries(cells).map(([id, cell]) => [id, cellText(cell)]));
}
