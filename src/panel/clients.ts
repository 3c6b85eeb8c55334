import { type Day, dayOf } from '../core/calendar';
import { assertAgreedBy, planIntake } from '../core/clients/intake';
import { cut } from '../core/problem';
import type { Client } from '../core/workbook';
import { clients } from '../core/workbook';
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
  const known = sheets.read(clients).rows;
  const intake = planIntake(csv, known, context, selected);
  const { added, changed, unchanged, refused } = intake;
  if (commit) {
    sheets.append(clients, added);
    sheets.patch(
      clients,
      changed.map(({ id, set }) => ({ id, set })),
    );
    state.set(STATE.look, 'clients');
  }
  const byId = new Map(known.map((client) => [client.id, client]));
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
    added: added.length,
    changed: changed.length,
    unchanged,
    refused,
    rows: rows.slice(0, SHOWN),
    withoutConsent: intake.withoutConsent,
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
  const byId = new Map(sheets.read(clients).rows.map((client) => [client.id, client]));
  const refused: PanelAnswers['setConsent']['refused'] = [];
  const going = ids.filter((id) => {
    const client = byId.get(id);
    const why =
      client === undefined
        ? 'is no longer in the Clients tab'
        : client.consent === 'unsubscribed'
          ? 'unsubscribed; only they can change that'
          : undefined;
    if (why !== undefined) refused.push({ client: client?.name ?? id, why });
    return why === undefined;
  });
  const done = sheets.patch(
    clients,
    going.map((id) => ({ id, set: { consent, consentBasis: basis, consentDate: date } })),
  );
  state.set(STATE.look, 'consent');
  return { changed: done.length, refused };
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
