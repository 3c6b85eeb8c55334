import type {
  PageObjectResponse,
  QueryDataSourceParameters,
  SearchParameters,
  UpdatePageParameters,
} from '@notionhq/client';
import { notion, NOTION_VERSION } from '../../../../src/core/connectors/lists/notion';
import { propertyValue, textOf } from '../../../../src/core/connectors/lists/notion-property';
import type { HttpAnswer } from '../../../../src/core/http';
import type { BackChange } from '../../../../src/core/lists/back';
import { checkRequests } from '../../../support/contract';
import { describeWithShared, fixture } from '../../../support/shared';

const SOURCE = '3f1d2c4a-0000-4000-8000-000000000001';
const PAGE = '59833787-2cf9-4fdf-8782-e53db20768a5';

const answer = (
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): HttpAnswer => ({ ok: true, status, headers, body: JSON.stringify(body) });
const page = (cursor?: string) => notion.page('t', SOURCE, ['title'], 100, cursor);
const CHANGE: BackChange = {
  sourceId: 's',
  written: '',
  recordId: PAGE,
  cells: [
    { column: { share: 'taps', field: 'tps', type: 'number' }, value: 4 },
    { column: { share: 'stage', field: 'stg', type: 'status' }, value: 'Active' },
    { column: { share: 'lastLetter', field: 'lst', type: 'date' }, value: '2026-11-21' },
  ],
};

type Property = PageObjectResponse['properties'][string];
const color = 'green';

it.each<[Partial<Property>, string]>([
  [{ type: 'title', title: [{ plain_text: 'Ms ' }, { plain_text: 'Lin' }] as never }, 'Ms Lin'],
  [{ type: 'rich_text', rich_text: [] }, ''],
  [{ type: 'email', email: 'lin@bakery.example' }, 'lin@bakery.example'],
  [{ type: 'url', url: null }, ''],
  [{ type: 'phone_number', phone_number: '+886 2 1234' }, '+886 2 1234'],
  [{ type: 'select', select: { id: 'a', name: 'Active', color } }, 'Active'],
  [
    {
      type: 'multi_select',
      multi_select: [
        { id: 'a', name: 'SEO', color },
        { id: 'b', name: 'Logo', color },
      ],
    },
    'SEO, Logo',
  ],
  [{ type: 'status', status: { id: 'a', name: 'Repeat', color } }, 'Repeat'],
  [{ type: 'date', date: { start: '2026-03-01', end: null, time_zone: null } }, '2026-03-01'],
  [{ type: 'people', people: [{ object: 'user', id: 'u', name: 'Ann' }] as never }, 'Ann'],
  [{ type: 'checkbox', checkbox: true }, 'yes'],
  [{ type: 'checkbox', checkbox: false }, ''],
  [{ type: 'number', number: 0 }, '0'],
  [{ type: 'formula', formula: { type: 'string', string: 'made' } }, 'made'],
  [{ type: 'formula', formula: { type: 'number', number: null } }, ''],
  [{ type: 'rollup', rollup: { type: 'number', number: 7, function: 'sum' } }, '7'],
  [
    {
      type: 'rollup',
      rollup: {
        type: 'array',
        array: [{ type: 'email', email: 'a@b.example' }],
        function: 'show_original',
      },
    },
    'a@b.example',
  ],
])('reads the property %j as “%s”', (property, said) => {
  expect(textOf(property as Record<string, unknown>)).toBe(said);
});

it('writes each kind of property as its own type has it', () => {
  // The client's types say what Notion takes.
  const written = {
    number: propertyValue('number', 4),
    nothing: propertyValue('number', ''),
    words: propertyValue('rich_text', 'Active'),
    choice: propertyValue('select', ''),
    day: propertyValue('date', '2026-11-21'),
  };
  const wanted = {
    number: { number: 4 },
    nothing: { number: null },
    words: { rich_text: [{ type: 'text', text: { content: 'Active' } }] },
    choice: { select: null },
    day: { date: { start: '2026-11-21' } },
  } satisfies UpdatePageParameters['properties'];
  expect(written).toEqual(wanted);
});

it('asks as the client of Notion’s own would', () => {
  const bodyOf = (body: string | undefined): unknown => JSON.parse(body ?? '');
  expect(bodyOf(notion.places('t').ask.body)).toEqual({
    filter: { property: 'object', value: 'data_source' },
    page_size: 100,
  } satisfies SearchParameters);
  expect(bodyOf(page('cursor').ask.body)).toEqual({
    page_size: 100,
    start_cursor: 'cursor',
  } satisfies Omit<QueryDataSourceParameters, 'data_source_id'>);
});

it('lists every data source, page after page', () => {
  const source = { object: 'data_source', id: 'ds1', title: [{ plain_text: 'Clients' }] };
  const first = notion
    .places('t')
    .read(answer(200, { results: [source], has_more: true, next_cursor: 'c' }));
  if (first.kind !== 'next') throw new Error(first.kind);
  expect(JSON.parse(first.question.ask.body ?? '')).toMatchObject({ start_cursor: 'c' });
  const untitled = { object: 'data_source', id: 'ds2', title: [] };
  const reply = first.question.read(
    answer(200, { results: [untitled], has_more: false, next_cursor: null }),
  );
  expect(reply).toEqual({
    kind: 'found',
    found: [
      { id: 'ds1', title: 'Clients' },
      { id: 'ds2', title: 'Untitled' },
    ],
  });
});

it.each([
  [401, 'closed'],
  [403, 'closed'],
  [404, 'closed'],
  [409, 'busy'],
  [503, 'busy'],
])('after %i it is %s', (status, kind) => {
  expect(page().read(answer(status, { object: 'error', code: 'x', message: 'y' })).kind).toBe(kind);
});

it('begins anew only where a page further on is refused', () => {
  const refused = answer(400, { object: 'error', code: 'validation_error' });
  expect(page('cursor').read(refused).kind).toBe('lost');
  expect(page().read(refused).kind).toBe('closed');
});

describeWithShared('requests and answers by Notion’s own description', () => {
  it('every request of ours is one that Notion takes', () => {
    const requests = [
      notion.places('t').ask,
      notion.fields('t', SOURCE).ask,
      page().ask,
      page('cursor').ask,
      notion.write('t', 'ignored', [CHANGE]).ask,
    ];
    const checked = checkRequests('notion-2025-09-03.json', requests);
    expect(checked.map(({ errors }) => errors)).toEqual(requests.map(() => []));
    expect(checked.map(({ op }) => op)).toContain('PATCH /v1/pages/{page_id}');
    expect(NOTION_VERSION).toBe('2025-09-03');
  });

  it('reads a page of results, and waits as long as a refusal says', () => {
    const { status, body } = fixture('notion-query');
    expect(page().read(answer(status, body))).toEqual({
      kind: 'found',
      found: {
        records: [{ id: '59833787-2cf9-4fdf-8782-e53db20768a5', cells: {} }],
        next: 'fe2cc560',
      },
    });
    const refused = fixture('notion-429');
    const reply = page().read(answer(429, refused.body, { 'retry-after': '17' }));
    expect(reply).toMatchObject({ kind: 'busy', afterMs: 17_000 });
  });
});
