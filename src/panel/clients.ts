import { type Day, dayOf } from '../core/calendar';
import { assertAgreedBy } from '../core/clients/cells';
import { planIntake } from '../core/clients/intake';
import { addressMark, type EndedAddresses, endedAddresses } from '../core/clients/unsubscribed';
import { cut } from '../core/problem';
import { type Client, clients, unsubscribed } from '../core/workbook';
import { STATE } from '../jobs/state';
import type { Services } from '../services';
import type { ClientLine, ClientsPreview, PanelAnswers, PanelRequest } from './protocol';

type ClientServices = Pick<Services, 'sheets' | 'state' | 'clock'>;
type Request<Name extends PanelRequest['do']> = Extract<PanelRequest, { do: Name }>;

const SHOWN = 100;

/** Says what a client list would do, and does it where `commit` is set. */
export function importClients(
  services: ClientServices,
  { csv, commit, consent }: Request<'importClients'>,
): ClientsPreview {
  const { sheets, state } = services;
  const today = todayOf(services);
  const context = { zone: sheets.zone(), home: sheets.settings().settings.homeCurrency, today };
  if (consent !== undefined) assertAgreedBy(consent.date, today);
  const selected =
    consent === undefined
      ? undefined
      : {
          consent: consent.consent,
          basis: consent.basis,
          date: consent.date,
          ...(consent.emails === undefined ? {} : { emails: consent.emails }),
        };
  const known = {
    people: sheets.read(clients),
    ended: endedAddresses(sheets.read(unsubscribed).all),
  };
  const intake = planIntake(csv, known, context, selected);
  const { added, changed, unchanged, refused } = intake;
  const counts = { added: added.length, changed: changed.length };
  if (commit) {
    counts.added = sheets.append(clients, added).length;
    counts.changed = sheets.patch(
      clients,
      changed.map(({ id, consent: before, set }) => ({ id, expect: { consent: before }, set })),
    ).length;
    state.set(STATE.look, 'clients');
  }
  const byId = new Map(known.people.all.map((client) => [client.id, client]));
  const rows = [
    ...added.map(({ name, email, company }) => ({
      what: 'added' as const,
      name: cut(name),
      email,
      detail: cut(company),
    })),
    ...changed.map(({ id, name, email, set }) => ({
      what: 'changed' as const,
      name: cut(name),
      email,
      detail: describe(set, byId.get(id)),
    })),
  ];
  return {
    committed: commit,
    ...counts,
    unchanged,
    refused,
    rows: rows.slice(0, SHOWN),
    withoutConsent: intake.withoutConsent,
    unsubscribed: intake.unsubscribed,
  };
}

/** The clients that nothing is sent to until the freelancer says how they agreed. */
export function withoutConsent({
  sheets,
}: Pick<Services, 'sheets'>): PanelAnswers['withoutConsent'] {
  const open = sheets.read(clients).rows.filter(({ consent }) => consent === '');
  return { clients: open.map(lineOf) };
}

/** Every client, by name, to pick one from. */
export function listClients({ sheets }: Pick<Services, 'sheets'>): PanelAnswers['clients'] {
  const lines = sheets.read(clients).rows.map(lineOf);
  return { clients: lines.sort((a, b) => a.name.localeCompare(b.name)) };
}

/** Notes how and when clients agreed; one who unsubscribed is not signed up again. */
export function setConsent(
  services: ClientServices,
  { clients: ids, consent, basis, date }: Request<'setConsent'>,
): PanelAnswers['setConsent'] {
  const { sheets, state } = services;
  assertAgreedBy(date, todayOf(services));
  const { rows, all } = sheets.read(clients);
  const ended = endedAddresses(sheets.read(unsubscribed).all);
  const there = new Map(all.map((client) => [client.id, client]));
  const readable = new Set(rows);
  const refused: PanelAnswers['setConsent']['refused'] = [];
  const going = ids.flatMap((id) => {
    const client = there.get(id);
    const why = whyNotAgreed(client, readable, ended);
    if (client !== undefined && why === undefined) return [client];
    refused.push({ client: client?.name || id, why: why ?? '' });
    return [];
  });
  const done = sheets.patch(
    clients,
    going.map(({ id, consent: before }) => ({
      id,
      // Who unsubscribes in these seconds is not signed up again.
      expect: { consent: before },
      set: { consent, consentBasis: basis, consentDate: date },
    })),
  );
  state.set(STATE.look, 'consent');
  return { changed: done.length, refused };
}

function whyNotAgreed(
  client: Client | undefined,
  readable: ReadonlySet<Client>,
  ended: EndedAddresses,
): string | undefined {
  if (client === undefined) return 'is no longer in the Clients tab';
  if (!readable.has(client)) return 'has a cell in the Clients tab that cannot be read';
  const hasEnded = client.consent === '' && ended.has(addressMark(client));
  if (client.consent === 'unsubscribed' || hasEnded) {
    return 'unsubscribed; only they can change that';
  }
  return undefined;
}

function lineOf({ id, name, email, company }: Client): ClientLine {
  return { id, name, email, company };
}

function todayOf({ sheets, clock }: ClientServices): Day {
  return dayOf(clock.now(), sheets.zone());
}

/** What of a client a list changes: `Name: Ms Lin → Madam Lin`. */
function describe(set: Partial<Client>, before: Client | undefined): string {
  return (Object.keys(set) as (keyof Client)[])
    .map((name) => `${clients.columns[name].header}: ${said(before?.[name])} → ${said(set[name])}`)
    .join(' · ');
}

function said(value: Client[keyof Client] | undefined): string {
  const text = Array.isArray(value) ? value.join(', ') : value;
  return typeof text === 'string' && text !== '' ? cut(text) : 'empty';
}
