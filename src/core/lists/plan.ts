import type { IntakeContext } from '../clients/cells';
import { addressOf, type People } from '../clients/client';
import { movedOn, unreadable } from '../clients/clash';
import { addressMark, type EndedAddresses, stayingAway } from '../clients/unsubscribed';
import { cut, Problem } from '../problem';
import { blankRow } from '../schema/table';
import { type Client, clients, type SourceRow } from '../workbook';
import type { Matching, OutsideRecord } from './list';
import { mergeClient } from './merge';
import { readRecord } from './record';
import { conflictsCell, newSource, readBase, sourceId } from './source';

/** What stands in the workbook when records come. */
export interface Known {
  people: People;
  ended: EndedAddresses;
  /** The rows of `_Sources`, of this list and of others. */
  sources: SourceRow[];
}

/** What records of a list would do to the Clients tab, and what to remember of them. */
export interface PullPlan {
  added: Client[];
  changed: { id: string; expect: Partial<Client>; set: Partial<Client> }[];
  /** The row of each record that has a client: as it is once that client is written. */
  sources: SourceRow[];
  /** Records without any mail address: they are passed over. */
  withoutAddress: number;
  /** Why a record, or a cell of it, was passed over. */
  refused: { who: string; why: string }[];
}

/** Plans what a list's records bring. A record is known by its id, else by its mail address. */
export function planPull(
  list: string,
  records: OutsideRecord[],
  matching: Matching,
  known: Known,
  context: IntakeContext,
): PullPlan {
  const plan: PullPlan = { added: [], changed: [], sources: [], withoutAddress: 0, refused: [] };
  const desk = openDesk(list, known, records);
  for (const record of records) {
    const { given, whys } = readRecord(record, matching, context);
    const who = cut(given.name || given.email || record.id);
    const refuse = (why: string): void => void plan.refused.push({ who, why });
    try {
      whys.forEach(refuse);
      place({ record, given, refuse }, desk, plan);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      refuse(error.message);
    }
  }
  return plan;
}

interface Desk {
  list: string;
  ended: EndedAddresses;
  readable: ReadonlySet<Client>;
  byId: Map<string, Client>;
  byEmail: Map<string, Client>;
  sources: Map<string, SourceRow>;
  /** Which record each client belongs to. */
  taken: Map<string, string>;
}

function openDesk(
  list: string,
  { people, ended, sources: rows }: Known,
  records: OutsideRecord[],
): Desk {
  const own = rows.filter((row) => row.list === list);
  const coming = new Set(records.map(({ id }) => id));
  return {
    list,
    ended,
    readable: new Set(people.rows),
    byId: new Map(people.all.map((client) => [client.id, client])),
    // The first row with an address is the one that gets its letters.
    byEmail: new Map([...people.all].reverse().map((client) => [addressOf(client), client])),
    sources: new Map(own.map((row) => [row.id, row])),
    // A record that is not among those that come may have been made anew under another id.
    taken: new Map(
      own
        .filter(({ recordId }) => coming.has(recordId))
        .map(({ clientId, recordId }) => [clientId, recordId]),
    ),
  };
}

interface Arrival {
  record: OutsideRecord;
  given: Partial<Client>;
  refuse: (why: string) => void;
}

function place(arrival: Arrival, desk: Desk, plan: PullPlan): void {
  const { record, given } = arrival;
  const source = desk.sources.get(sourceId(desk.list, record.id));
  const linked = source === undefined ? undefined : desk.byId.get(source.clientId);
  const address = addressOf({ email: given.email ?? '' });
  const client = linked ?? (address === '' ? undefined : desk.byEmail.get(address));
  if (client === undefined && source !== undefined) {
    // Who was deleted here does not come back by itself.
    plan.sources.push({ ...source, state: 'removed' });
    return;
  }
  if (client === undefined) {
    add(arrival, desk, plan);
    return;
  }
  const holder = desk.taken.get(client.id);
  if (holder !== undefined && holder !== record.id) throw twoRecords(client);
  if (!desk.readable.has(client)) throw unreadable(client.email);
  desk.taken.set(client.id, record.id);
  change(arrival, client, source ?? newSource(desk.list, record.id, client.id), desk, plan);
}

function add({ record, given }: Arrival, desk: Desk, plan: PullPlan): void {
  const { email = '' } = given;
  if (email === '') {
    plan.withoutAddress++;
    return;
  }
  const mark = addressMark({ id: '', email });
  const other = desk.byId.get(mark);
  if (other !== undefined) throw movedOn(email, other);
  const day = desk.ended.get(mark);
  const client: Client = {
    ...blankRow(clients),
    ...given,
    ...(day === undefined ? {} : stayingAway(day)),
  };
  client.id = mark;
  desk.byId.set(client.id, client);
  desk.byEmail.set(addressOf(client), client);
  desk.taken.set(client.id, record.id);
  plan.added.push(client);
  plan.sources.push({
    ...newSource(desk.list, record.id, client.id),
    last: JSON.stringify(mergeClient({}, given, { ...blankRow(clients), ...given }).base),
  });
}

function change(
  { given, refuse }: Arrival,
  client: Client,
  source: SourceRow,
  desk: Desk,
  plan: PullPlan,
): void {
  const theirs = { ...given };
  const objection = objectionTo(theirs.email ?? '', client, desk);
  if (objection !== undefined) {
    delete theirs.email;
    refuse(objection);
  }
  const day = client.consent === '' ? desk.ended.get(addressMark(client)) : undefined;
  if (day !== undefined) Object.assign(theirs, { consent: undefined });
  const { set, base, conflicts } = mergeClient(readBase(source), theirs, client);
  if (day !== undefined) Object.assign(set, stayingAway(day));
  plan.sources.push({
    ...source,
    clientId: client.id,
    state: 'here',
    last: JSON.stringify(base),
    conflicts: conflictsCell(conflicts),
  });
  if (Object.keys(set).length === 0) return;
  const expect = Object.fromEntries(
    Object.keys(set).map((name) => [name, client[name as keyof Client]]),
  );
  plan.changed.push({ id: client.id, expect, set });
  if (set.email !== undefined) {
    desk.byEmail.set(addressOf({ email: set.email }), client);
  }
}

/** Why a new address of a client's is not taken; undefined where it is, or is no new one. */
function objectionTo(email: string, client: Client, desk: Desk): string | undefined {
  const address = addressOf({ email });
  if (address === '' || address === addressOf(client)) return undefined;
  const other = desk.byEmail.get(address);
  if (other !== undefined && other !== client) {
    return `Email: ${cut(email)} is the address of ${cut(other.name || other.id)} already.`;
  }
  const mark = addressMark({ id: '', email });
  if (desk.ended.has(mark) && client.consent !== 'unsubscribed') {
    return `Email: whoever has ${cut(email)} unsubscribed, so it is not taken over.`;
  }
  return undefined;
}

function twoRecords(client: Client): Problem {
  return new Problem({
    code: 'address-twice',
    sentence: `Another record has the address of ${cut(client.name || client.email)}, ${cut(client.email)}, too.`,
    remedy: 'Keep one of the two records.',
  });
}
