import { planIntake } from '../core/clients/intake';
import type { Client } from '../core/workbook';
import { clients } from '../core/workbook';
import { STATE } from '../jobs/state';
import type { Services } from '../services';
import type { ClientLine, ClientsPreview, PanelAnswers, PanelRequest } from './protocol';

type ClientServices = Pick<Services, 'sheets' | 'state'>;
type Request<Name extends PanelRequest['do']> = Extract<PanelRequest, { do: Name }>;

const SHOWN = 100;

/** Says what a client list would do, and does it where `commit` is set. */
export function importClients(
  { sheets, state }: ClientServices,
  { csv, commit, consent }: Request<'importClients'>,
): ClientsPreview {
  const context = { zone: sheets.zone(), home: sheets.settings().settings.homeCurrency };
  const selected =
    consent === undefined
      ? undefined
      : {
          consent: consent.consent,
          basis: consent.basis,
          date: consent.date,
          ...(consent.emails === undefined ? {} : { emails: consent.emails }),
        };
  const intake = planIntake(csv, sheets.read(clients).rows, context, selected);
  const { added, changed, unchanged, refused } = intake;
  if (commit) {
    sheets.append(clients, added);
    sheets.patch(
      clients,
      changed.map(({ id, set }) => ({ id, set })),
    );
    state.set(STATE.look, 'clients');
  }
  const rows = [
    ...added.map(({ name, email, company }) => ({
      what: 'added' as const,
      name,
      email,
      detail: company,
    })),
    ...changed.map(({ name, email, set }) => ({
      what: 'changed' as const,
      name,
      email,
      detail: describe(set),
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
export function withoutConsent({ sheets }: ClientServices): PanelAnswers['withoutConsent'] {
  const open = sheets.read(clients).rows.filter(({ consent }) => consent === '');
  return { clients: open.map(lineOf) };
}

/** Notes how and when clients agreed; one who unsubscribed is not signed up again. */
export function setConsent(
  { sheets, state }: ClientServices,
  { clients: ids, consent, basis, date }: Request<'setConsent'>,
): PanelAnswers['setConsent'] {
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

/** What of a client a list changes, by the headers. */
function describe(set: Partial<Client>): string {
  return Object.keys(set)
    .map((name) => clients.columns[name as keyof Client].header)
    .join(', ');
}
