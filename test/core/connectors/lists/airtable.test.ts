import { airtable } from '../../../../src/core/connectors/lists/airtable';
import { refusalOf } from '../../../../src/core/connectors/lists/airtable-answers';
import { cellText } from '../../../../src/core/connectors/lists/airtable-cell';
import type { Reply } from '../../../../src/core/connectors/lists/service';
import type { HttpAnswer } from '../../../../src/core/http';
import { describeWithShared, fixture } from '../../../support/shared';

const answer = (status: number, body: unknown): HttpAnswer => ({
  ok: true,
  status,
  headers: {},
  body: JSON.stringify(body),
});
const page = (cursor?: string) => airtable.page('t', 'app1/tbl 1', ['fld1'], 100, cursor);

describe('places', () => {
  it('are the tables of every base, though bases come in pages', () => {
    let reply: Reply<unknown> = { kind: 'next', question: airtable.places('t') };
    const answers = [
      { bases: [{ id: 'app1', name: 'One' }], offset: 'itr' },
      { bases: [{ id: 'app2', name: 'Two' }] },
      { tables: [{ id: 'tbl1', name: 'Clients', fields: [] }] },
      { tables: [{ id: 'tbl2', name: 'Leads', fields: [] }] },
    ];
    const asked: string[] = [];
    for (const body of answers) {
      if (reply.kind !== 'next') break;
      asked.push(reply.question.ask.url.replace('https://api.airtable.com/v0', ''));
      reply = reply.question.read(answer(200, body));
    }
    expect(asked).toEqual([
      '/meta/bases',
      '/meta/bases?offset=itr',
      '/meta/bases/app1/tables',
      '/meta/bases/app2/tables',
    ]);
    expect(reply).toEqual({
      kind: 'found',
      found: [
        { id: 'app1/tbl1', title: 'One · Clients' },
        { id: 'app2/tbl2', title: 'Two · Leads' },
      ],
    });
  });
});

it('tells which columns can be read and which written', () => {
  const fields = [
    { id: 'a', name: 'Name', type: 'singleLineText' },
    { id: 'b', name: 'Files', type: 'multipleAttachments' },
    { id: 'c', name: 'Sum', type: 'formula' },
  ];
  const body = { tables: [{ id: 'tbl1', name: 'Clients', fields }] };
  expect(airtable.fields('t', 'app1/tbl1').read(answer(200, body))).toMatchObject({
    found: [
      { id: 'a', isReadable: true, isWritable: true },
      { id: 'b', isReadable: false, isWritable: false },
      { id: 'c', isReadable: true, isWritable: false },
    ],
  });
});

it.each([
  ['plain', 'plain'],
  [3.5, '3.5'],
  [true, 'yes'],
  [['SEO', 'Logo'], 'SEO, Logo'],
  [{ id: 'usr1', email: 'a@b.example', name: 'Ann' }, 'Ann'],
  [[{ id: 'usr1', email: 'a@b.example' }], 'a@b.example'],
  [{ specialValue: 'NaN' }, ''],
  [{ error: '#ERROR!' }, ''],
  [null, ''],
])('reads the cell %j as “%s”', (cell, said) => {
  expect(cellText(cell)).toBe(said);
});

it.each([
  ['{"error":"NOT_FOUND"}', 'NOT_FOUND'],
  ['{"error":{"type":"INVALID","message":"odd"}}', 'INVALID: odd'],
  ['{"errors":[{"error":"RATE_LIMIT_REACHED","message":"wait"}]}', 'RATE_LIMIT_REACHED: wait'],
  ['{"errors":["one","two"]}', 'one; two'],
  ['<html>', 'no reason given'],
])('reads the refusal %s', (body, said) => {
  expect(refusalOf(body)).toBe(said);
});

it('begins anew only where a page further on is refused', () => {
  const refused = answer(422, { error: { type: 'LIST_RECORDS_ITERATOR_NOT_AVAILABLE' } });
  expect(page('itr/rec').read(refused).kind).toBe('lost');
  expect(page().read(refused).kind).toBe('closed');
});

it('stops where the month is used up, and waits where only the second is', () => {
  const month = { errors: [{ error: 'PUBLIC_API_BILLING_LIMIT_EXCEEDED' }] };
  expect(page().read(answer(429, month)).kind).toBe('closed');
  expect(page().read(answer(429, { errors: [{ error: 'RATE_LIMIT_REACHED' }] }))).toMatchObject({
    kind: 'busy',
    afterMs: 30_000,
  });
});

it('believes no answer that is not what was asked for', () => {
  expect(page().read(answer(200, { records: 'none' })).kind).toBe('closed');
  expect(page().read({ ok: false, error: 'DNS error' }).kind).toBe('busy');
});

it('writes at most ten records by their ids, and empties what is blank', () => {
  const column = { share: 'stage', field: 'fldS', type: 'singleSelect' } as const;
  const change = (recordId: string, value: string) => ({
    sourceId: 's',
    written: '',
    recordId,
    cells: [{ column, value }],
  });
  const { ask } = airtable.write('t', 'app1/tbl1', [change('rec1', 'Active'), change('rec2', '')]);
  expect(airtable.mostAtOnce).toBe(10);
  expect([ask.method, ask.url]).toEqual(['PATCH', 'https://api.airtable.com/v0/app1/tbl1']);
  expect(JSON.parse(ask.body ?? '')).toEqual({
    records: [
      { id: 'rec1', fields: { fldS: 'Active' } },
      { id: 'rec2', fields: { fldS: null } },
    ],
    typecast: true,
    returnFieldsByFieldId: true,
  });
});

describeWithShared('answers as Airtable gives them', () => {
  const read = (name: string) => {
    const { status, body } = fixture(name);
    return page().read(answer(status, body));
  };

  it('reads a page with its cells and where the next begins', () => {
    expect(read('airtable-list')).toEqual({
      kind: 'found',
      found: {
        records: [{ id: 'rec560UJdUtocSouk', cells: { Name: 'A', Count: '3' } }],
        next: 'itr23sEjsdfEr3282/rec560UJdUtocSouk',
      },
    });
  });

  it('reads refusals in both of their shapes', () => {
    expect(read('airtable-404')).toMatchObject({ kind: 'closed' });
    expect(JSON.stringify(read('airtable-404'))).toContain('NOT_FOUND');
    expect(JSON.stringify(read('airtable-422'))).toContain('Unknown field names: x');
  });
});
