import { dayOf } from '../core/calendar';
import { LISTED_FIELDS, type ListedField } from '../core/clients/cells';
import { LIST_SERVICES } from '../core/connectors/lists';
import type { ListService } from '../core/connectors/lists/service';
import { checkMatching, guessMatching } from '../core/lists/matching';
import { settleConflict } from '../core/lists/settle';
import { readConflicts } from '../core/lists/source';
import { cut, Problem } from '../core/problem';
import { type Client, clients, type SourceRow, sources } from '../core/workbook';
import { asker, foundOrThrow } from '../jobs/lists/ask';
import { keepList, type KeptList, keptList, listName, TOKENS } from '../jobs/lists/kept';
import { planRecords } from '../jobs/lists/take-in';
import { STATE } from '../jobs/state';
import type { Services } from '../services';
import type { DifferenceLine, ListPreviewLine, PanelAnswers, PanelRequest } from './protocol';

type ListServices = Pick<Services, 'sheets' | 'http' | 'state' | 'vault' | 'clock'>;
type Request<Name extends PanelRequest['do']> = Extract<PanelRequest, { do: Name }>;

/** How long a person waits for an answer. */
const WAIT_MS = 60_000;
const PREVIEWED = 10;

/** The lists that a token shows, to pick one from. */
export function listPlaces(
  services: ListServices,
  { list }: Request<'listPlaces'>,
): PanelAnswers['listPlaces'] {
  const { service, token, ask } = open(services, list);
  const places = foundOrThrow(service.title, ask(service.places(token)));
  const kept = keptList(services.state, list);
  return { places, ...(kept === undefined ? {} : { kept }) };
}

/** A list's columns, and which of them most likely fills each of ours. */
export function listColumns(
  services: ListServices,
  { list, place }: Request<'listColumns'>,
): PanelAnswers['listColumns'] {
  const { service, token, ask } = open(services, list);
  const fields = foundOrThrow(service.title, ask(service.fields(token, place)));
  return {
    fields,
    guess: guessMatching(fields),
    ours: LISTED_FIELDS.map((name) => ({ name, title: clients.columns[name].header })),
  };
}

/** What the first ten records would bring by a matching; nothing is written. */
export function previewList(
  services: ListServices,
  { list, place, matching, back }: Request<'previewList'>,
): PanelAnswers['previewList'] {
  const { service, token, ask } = open(services, list);
  checkMatching(matching, back, foundOrThrow(service.title, ask(service.fields(token, place.id))));
  const wanted = [...new Set(Object.values(matching))];
  const page = foundOrThrow(service.title, ask(service.page(token, place.id, wanted, PREVIEWED)));
  const records = page.records.slice(0, PREVIEWED);
  const { plan } = planRecords(services, listName(list, { place }), records, matching);
  const added = plan.added.map((client) => lineOf('added', client));
  const byId = new Map(services.sheets.read(clients).all.map((client) => [client.id, client]));
  const changed = plan.changed.map(({ id, set }) => ({
    ...lineOf('changed', { ...clientOf(byId, id), ...set }),
    detail: Object.keys(set)
      .map((name) => clients.columns[name as keyof Client].header)
      .join(', '),
  }));
  return {
    rows: [...added, ...changed],
    unchanged: plan.sources.length - added.length - changed.length,
    withoutAddress: plan.withoutAddress,
    refused: plan.refused,
  };
}

/** Keeps what a person chose; the next beat pulls it. */
export function connectList(
  services: ListServices,
  { list, place, matching, back, hours }: Request<'connectList'>,
): PanelAnswers['connectList'] {
  const { service, token, ask } = open(services, list);
  const fields = foundOrThrow(service.title, ask(service.fields(token, place.id)));
  checkMatching(matching, back, fields);
  const typed = back.map((column) => ({
    ...column,
    type: fields.find(({ id }) => id === column.field)?.type ?? '',
  }));
  const kept: KeptList = { place, matching, back: typed, hours };
  keepList(services.state, list, kept);
  return { connected: true };
}

/** What was changed both here and in the list since it came last, and who left the list. */
export function listDifferences(
  { sheets, state }: Pick<Services, 'sheets' | 'state'>,
  { list }: Request<'differences'>,
): PanelAnswers['differences'] {
  const rows = rowsOf(sheets, state, list);
  const byId = new Map(sheets.read(clients).rows.map((client) => [client.id, client]));
  const lines = rows.flatMap((row) => {
    const client = byId.get(row.clientId);
    if (client === undefined) return [];
    const conflicts = readConflicts(row);
    return LISTED_FIELDS.flatMap((field): DifferenceLine[] => {
      const theirs = conflicts[field];
      if (theirs === undefined) return [];
      return [
        {
          source: row.id,
          field,
          client: nameOf(client),
          column: clients.columns[field].header,
          ours: shown(client, field),
          theirs: cut(theirs, LONGEST_SHOWN),
        },
      ];
    });
  });
  const gone = rows.flatMap(({ state, clientId }) => {
    const client = state === 'gone' ? byId.get(clientId) : undefined;
    return client === undefined ? [] : [nameOf(client)];
  });
  return { lines: lines.slice(0, SHOWN), more: Math.max(0, lines.length - SHOWN), gone };
}

const SHOWN = 100;
const LONGEST_SHOWN = 200;

/** Settles one difference: what stays, ours or theirs. Ours gives way only as it was shown. */
export function settleDifference(
  { sheets, state, clock }: Pick<Services, 'sheets' | 'state' | 'clock'>,
  { list, source, field, ours, side }: Request<'settleDifference'>,
): PanelAnswers['settleDifference'] {
  const row = rowsOf(sheets, state, list).find(({ id }) => id === source);
  const client = sheets.read(clients).rows.find(({ id }) => id === row?.clientId);
  if (row !== undefined && row.conflicts !== '' && client !== undefined) {
    if (shown(client, field) !== ours) throw changedMeanwhile(client, field);
    const zone = sheets.zone();
    const home = sheets.settings().settings.homeCurrency;
    const context = { zone, home, today: dayOf(clock.now(), zone) };
    const { set, source: known } = settleConflict(row, field, side, context);
    const patch = { id: client.id, expect: { [field]: client[field] }, set };
    const isWritten = side === 'ours' || sheets.patch(clients, [patch]).length > 0;
    if (isWritten) sheets.patch(sources, [{ id: row.id, set: known }]);
    state.set(STATE.look, 'list');
  }
  return listDifferences({ sheets, state }, { do: 'differences', list });
}

function changedMeanwhile(client: Client, field: ListedField): Problem {
  const { header } = clients.columns[field];
  return new Problem({
    code: 'difference-changed',
    value: header,
    sentence: `${header} of ${nameOf(client)} was changed meanwhile: it says “${shown(client, field)}”.`,
    remedy: 'Open this page again, and choose anew.',
  });
}

/** A service's token; throws a `Problem` where none is kept. */
export function tokenOf({ vault }: Pick<Services, 'vault'>, { id, title }: ListService): string {
  const token = vault.get(TOKENS[id]);
  if (token !== undefined) return token;
  throw new Problem({
    code: 'list-not-connected',
    value: title,
    sentence: `${title} is not connected: no token is kept.`,
    remedy: 'Paste the token on its card first.',
  });
}

function open(services: ListServices, id: Request<'listPlaces'>['list']) {
  const service = LIST_SERVICES[id];
  const token = tokenOf(services, service);
  return { service, token, ask: asker(services, service, token, services.clock.now() + WAIT_MS) };
}

/** The remembered records of the list that is connected. */
function rowsOf(
  sheets: Services['sheets'],
  state: Services['state'],
  id: Request<'listPlaces'>['list'],
): SourceRow[] {
  const kept = keptList(state, id);
  if (kept === undefined) return [];
  const list = listName(id, kept);
  return sheets.read(sources).rows.filter((row) => row.list === list);
}

/** What a client's cell says, cut. */
function shown(client: Client, field: ListedField): string {
  const { encode } = clients.columns[field] as { encode: (value: unknown) => unknown };
  return cut(String(encode(client[field])), LONGEST_SHOWN);
}

function nameOf({ name, email }: Pick<Client, 'name' | 'email'>): string {
  return cut(name || email);
}

function clientOf(byId: ReadonlyMap<string, Client>, id: string): Pick<Client, 'name' | 'email'> {
  return byId.get(id) ?? { name: '', email: '' };
}

function lineOf(
  what: ListPreviewLine['what'],
  { name, email }: Pick<Client, 'name' | 'email'>,
): ListPreviewLine {
  return { what, name: nameOf({ name, email }), email, detail: '' };
}
