import { planIntake } from '../core/clients/intake';
import { addressMark, type EndedAddresses, endedAddresses } from '../core/clients/unsubscribed';
import { type Client, clients, unsubscribed } from '../core/workbook';
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
    ...counts,
    unchanged,
    refused,
    rows: rows.slice(0, SHOWN),
    withoutConsent: intake.withoutConsent,
    unsubscribed: intake.unsubscribed,
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

/** What of a client a list changes, by the headers. */
function describe(set: Partial<Client>): string {
  return Object.keys(set)
    .map((name) => clients.columns[name as keyof Client].header)
    .join(', ');
}
