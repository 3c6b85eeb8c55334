import { SAMPLE_BASE, SAMPLE_TABLE, SampleAirtable } from '../../demo/lists/airtable';
import { SAMPLE_SOURCE, SampleNotion } from '../../demo/lists/notion';
import type { SampleService } from '../../demo/lists/served';
import type { HttpAnswer, HttpRequest } from '../../src/core/http';
import type { ListId } from '../../src/core/connectors/lists/service';
import type { BackColumn, Matching } from '../../src/core/lists/list';
import { type KeptList, keepList, TOKENS } from '../../src/jobs/lists/kept';
import type { World } from './services';

/** Sample services behind a world's requests, and lists that are matched already. */

export const TOKEN = 'pat-sample-token';

export const AIRTABLE_FIELDS = [
  { id: 'fldName', name: 'Full name', type: 'singleLineText' },
  { id: 'fldEmail', name: 'E-mail', type: 'email' },
  { id: 'fldStage', name: 'Status', type: 'singleSelect' },
  { id: 'fldWork', name: 'Projects', type: 'multipleSelects' },
  { id: 'fldSince', name: 'Since', type: 'dateTime' },
  { id: 'fldNotes', name: 'Notes', type: 'multilineText' },
  { id: 'fldOptIn', name: 'Opt-in', type: 'singleSelect' },
  { id: 'fldTaps', name: 'Taps so far', type: 'number' },
  { id: 'fldFiles', name: 'Files', type: 'multipleAttachments' },
];
export const NOTION_PROPERTIES = [
  { id: 'title', name: 'Name', type: 'title' },
  { id: 'ml%3A', name: 'Email', type: 'email' },
  { id: 'stg', name: 'Status', type: 'status' },
  { id: 'wrk', name: 'Projects', type: 'multi_select' },
  { id: 'tps', name: 'Taps so far', type: 'number' },
  { id: 'lst', name: 'Last letter', type: 'date' },
];

export const AIRTABLE_MATCHING: Matching = {
  name: 'fldName',
  email: 'fldEmail',
  stage: 'fldStage',
  pastWork: 'fldWork',
  since: 'fldSince',
  notes: 'fldNotes',
};
export const NOTION_MATCHING: Matching = {
  name: 'title',
  email: 'ml%3A',
  stage: 'stg',
  pastWork: 'wrk',
};

/** How a sample service answers a request of ours. */
export function answerOf(service: SampleService, request: HttpRequest): HttpAnswer {
  const { pathname, search } = new URL(request.url);
  const headers = Object.fromEntries(
    Object.entries(request.headers ?? {}).map(([name, value]) => [name.toLowerCase(), value]),
  );
  const reply = service.answer({
    method: request.method,
    path: pathname + search,
    headers,
    body: request.body ?? '',
  });
  const said = Object.entries(reply.headers ?? {}).map(([name, value]) => [
    name.toLowerCase(),
    value,
  ]);
  return {
    ok: true,
    status: reply.status,
    headers: Object.fromEntries(said) as Record<string, string>,
    body: JSON.stringify(reply.body),
  };
}

/** A sample Airtable that a world's clients are pulled from. */
export function withAirtable(
  world: World,
  { back = [], matching = AIRTABLE_MATCHING }: { back?: BackColumn[]; matching?: Matching } = {},
): SampleAirtable {
  const airtable = new SampleAirtable({
    token: TOKEN,
    fields: AIRTABLE_FIELDS,
    now: () => world.now,
  });
  const place = { id: `${SAMPLE_BASE}/${SAMPLE_TABLE}`, title: 'Studio · Clients' };
  connect(world, 'airtable', { place, matching, back, hours: 24 });
  reach(world, 'api.airtable.com', airtable);
  return airtable;
}

/** A sample Notion that a world's clients are pulled from. */
export function withNotion(world: World, back: BackColumn[] = []): SampleNotion {
  const notion = new SampleNotion({
    token: TOKEN,
    properties: NOTION_PROPERTIES,
    now: () => world.now,
  });
  const place = { id: SAMPLE_SOURCE, title: 'Clients' };
  connect(world, 'notion', { place, matching: NOTION_MATCHING, back, hours: 24 });
  reach(world, 'api.notion.com', notion);
  return notion;
}

/** Answers a host's requests by a sample service. */
export function reach(world: World, host: string, service: SampleService): void {
  const before = world.answer;
  world.answer = (request) =>
    new URL(request.url).host === host ? answerOf(service, request) : before(request);
}

function connect(world: World, id: ListId, kept: KeptList): void {
  const { state, vault } = world.services();
  vault.set(TOKENS[id], TOKEN);
  keepList(state, id, kept);
}
