import { Meter, type SampleService, type ServiceReply, type ServiceRequest } from './served';

/** A column of the sample table. */
export interface SampleField {
  id: string;
  name: string;
  type: string;
}

export interface AirtableOptions {
  token: string;
  fields: SampleField[];
  /** Milliseconds; the limits go by it. */
  now?: () => number;
}

/** The id of the sample's base and table, and the title under which it is offered. */
export const SAMPLE_BASE = 'appSampleBase0001';
export const SAMPLE_TABLE = 'tblSampleTable001';

const ITERATOR_MS = 5 * 60_000;
const MOST_A_PAGE = 100;
const MOST_A_WRITE = 10;

/**
 * A made-up Airtable with one base and one table, as its documentation has it: pages by an iterator
 * that lapses, empty cells left out, five requests a second and half a minute's pause after more,
 * and errors in their three shapes.
 */
export class SampleAirtable implements SampleService {
  /** By record id, the cells by field id. */
  readonly records = new Map<string, Record<string, unknown>>();
  readonly requests: ServiceRequest[] = [];
  /** Answers in the place of the ordinary one, for the n-th request from 0. */
  misbehave: (nth: number) => ServiceReply | undefined = () => undefined;
  private readonly iterators = new Map<string, { ids: string[]; at: number }>();
  private readonly meter: Meter;
  private readonly now: () => number;

  constructor(private readonly options: AirtableOptions) {
    this.now = options.now ?? (() => Date.now());
    this.meter = new Meter(5, 30_000, this.now);
  }

  readonly answer = (request: ServiceRequest): ServiceReply => {
    const misbehaved = this.misbehave(this.requests.length);
    this.requests.push(request);
    if (request.headers.authorization !== `Bearer ${this.options.token}`) return UNAUTHORIZED;
    if (misbehaved !== undefined) return misbehaved;
    const { pathname, searchParams } = new URL(request.path, 'https://api.airtable.com');
    if (pathname === '/v0/meta/bases') return BASES;
    if (this.meter.isTooMany()) return TOO_MANY;
    if (pathname === `/v0/meta/bases/${SAMPLE_BASE}/tables`) return this.tables();
    if (pathname !== `/v0/${SAMPLE_BASE}/${SAMPLE_TABLE}`) return NOT_FOUND;
    if (request.method === 'PATCH') return this.change(request.body);
    return this.list(searchParams);
  };

  private tables(): ServiceReply {
    const [primary] = this.options.fields;
    const table = {
      id: SAMPLE_TABLE,
      name: 'Clients',
      primaryFieldId: primary?.id,
      fields: this.options.fields,
      views: [{ id: 'viwSampleView0001', name: 'Grid view', type: 'grid' }],
    };
    return { status: 200, body: { tables: [table] } };
  }

  private list(query: URLSearchParams): ServiceReply {
    const size = Number(query.get('pageSize') ?? MOST_A_PAGE);
    if (!Number.isInteger(size) || size < 1 || size > MOST_A_PAGE) {
      return invalid('INVALID_PAGE_SIZE', 'The value for pageSize is invalid');
    }
    const wanted = query.getAll('fields[]');
    const unknown = wanted.find((id) => this.fieldOf(id) === undefined);
    if (unknown !== undefined) {
      return invalid('UNKNOWN_FIELD_NAME', `Unknown field name: "${unknown}"`);
    }
    const place = this.placeOf(query.get('offset'));
    if (place === undefined) {
      return invalid('LIST_RECORDS_ITERATOR_NOT_AVAILABLE', 'The iterator is not available');
    }
    const { name, ids, from } = place;
    const byId = query.get('returnFieldsByFieldId') === 'true';
    const page = ids.slice(from, from + size);
    const next = ids[from + size];
    const records = page.flatMap((id) => {
      const cells = this.records.get(id);
      return cells === undefined
        ? []
        : [{ id, createdTime: CREATED, fields: this.shown(cells, wanted, byId) }];
    });
    return {
      status: 200,
      body: { records, ...(next === undefined ? {} : { offset: `${name}/${next}` }) },
    };
  }

  /** Where a page begins: an iterator keeps the order that the list had when it was made. */
  private placeOf(
    offset: string | null,
  ): { name: string; ids: string[]; from: number } | undefined {
    const at = this.now();
    if (offset === null) {
      const name = `itr${String(this.iterators.size + 1).padStart(14, '0')}`;
      const ids = [...this.records.keys()];
      this.iterators.set(name, { ids, at });
      return { name, ids, from: 0 };
    }
    const [name = '', id = ''] = offset.split('/');
    const iterator = this.iterators.get(name);
    if (iterator === undefined || at - iterator.at > ITERATOR_MS) return undefined;
    iterator.at = at;
    return { name, ids: iterator.ids, from: iterator.ids.indexOf(id) };
  }

  /** Empty cells are left out. */
  private shown(
    cells: Record<string, unknown>,
    wanted: string[],
    byId: boolean,
  ): Record<string, unknown> {
    const isWanted = (id: string): boolean => wanted.length === 0 || wanted.includes(id);
    return Object.fromEntries(
      this.options.fields
        .filter(({ id }) => isWanted(id) && !isEmpty(cells[id]))
        .map(({ id, name }) => [byId ? id : name, cells[id]]),
    );
  }

  private change(body: string): ServiceReply {
    const said = JSON.parse(body) as {
      records: { id: string; fields: Record<string, unknown> }[];
      typecast?: boolean;
    };
    if (said.records.length > MOST_A_WRITE) {
      return invalid('INVALID_REQUEST_UNKNOWN', 'You can update up to 10 records at once');
    }
    for (const { id, fields } of said.records) {
      if (!this.records.has(id)) return NOT_FOUND;
      const unknown = Object.keys(fields).find((field) => this.fieldOf(field) === undefined);
      if (unknown !== undefined) {
        return invalid('UNKNOWN_FIELD_NAME', `Unknown field name: "${unknown}"`);
      }
    }
    for (const { id, fields } of said.records) {
      this.records.set(id, { ...this.records.get(id), ...fields });
    }
    const records = said.records.map(({ id }) => ({
      id,
      createdTime: CREATED,
      fields: this.shown(this.records.get(id) ?? {}, [], true),
    }));
    return { status: 200, body: { records } };
  }

  private fieldOf(idOrName: string): SampleField | undefined {
    return this.options.fields.find(({ id, name }) => id === idOrName || name === idOrName);
  }
}

const CREATED = '2026-01-05T09:00:00.000Z';
const BASES: ServiceReply = {
  status: 200,
  body: { bases: [{ id: SAMPLE_BASE, name: 'Studio', permissionLevel: 'create' }] },
};
const UNAUTHORIZED = invalid('AUTHENTICATION_REQUIRED', 'Authentication required', 401);
const NOT_FOUND: ServiceReply = { status: 404, body: { error: 'NOT_FOUND' } };
const TOO_MANY: ServiceReply = {
  status: 429,
  body: { errors: [{ error: 'RATE_LIMIT_REACHED', message: 'Rate limit exceeded.' }] },
};

function invalid(type: string, message: string, status = 422): ServiceReply {
  return { status, body: { error: { type, message } } };
}

function isEmpty(cell: unknown): boolean {
  return (
    cell === undefined ||
    cell === null ||
    cell === '' ||
    cell === false ||
    (Array.isArray(cell) && cell.length === 0)
  );
}
