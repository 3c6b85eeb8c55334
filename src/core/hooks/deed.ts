import type { Client, Letter, Occasion, Product, StageRow, STAGES } from '../workbook';
import type { IntakeContext } from '../clients/cells';
import { addressOf, type People } from '../clients/client';
import type { EndedAddresses } from '../clients/unsubscribed';
import type { Followed } from '../letters/occasion';
import type { Instant } from '../calendar';
import { cut, Problem } from '../problem';
import type { Statement } from '../revenue/commission';
import type { HookMessage } from './message';

/** What stands in the workbook when hooks are looked at. */
export interface HookDesk {
  people: People;
  ended: EndedAddresses;
  occasions: Occasion[];
  /** Those of them that are followed. */
  followed: Followed[];
  products: Pick<Product, 'id' | 'name'>[];
  /** What was begun for clients before, and their letters; read only where something is to begin. */
  stages: StageRow[];
  letters: Pick<Letter, 'clientId' | 'occasionId' | 'period' | 'status'>[];
  context: IntakeContext;
}

/** What messages come to; each deed adds its part. */
export interface HookPlan {
  added: Client[];
  changed: { id: string; expect: Partial<Client>; set: Partial<Client> }[];
  moved: { id: string; from: (typeof STAGES)[number] | ''; to: (typeof STAGES)[number] }[];
  started: { clientId: string; occasionId: string; at: Instant }[];
  earned: { statement: Statement; clientId: string; productId: string; sender: string }[];
}

/** Adds to the plan what a message asks for; throws a `Problem` where that cannot be done. */
export type Deed = (message: HookMessage, desk: HookDesk, plan: HookPlan) => void;

/** The client whom a message means, by `client_id` or `email`; throws where there is none. */
export function clientMeant({ fields }: HookMessage, { people }: HookDesk): Client {
  const { client_id: id, email } = fields;
  const address = (email ?? '').toLowerCase();
  if (id === undefined && address === '') throw nobodyNamed();
  const found = people.all.find((client) =>
    id === undefined ? addressOf(client) === address : client.id === id,
  );
  if (found === undefined) throw unknownClient(id, address);
  if (!people.rows.includes(found)) throw unreadableRow(found.id);
  return found;
}

/** The value of a field that must be there. */
export function required({ fields }: HookMessage, name: string): string {
  const value = fields[name];
  if (value !== undefined) return value;
  throw new Problem({
    code: 'hook-field-missing',
    column: name,
    sentence: `The field “${name}” is missing or empty.`,
    remedy: 'Fill it in where you set up the request.',
  });
}

function nobodyNamed(): Problem {
  return new Problem({
    code: 'hook-nobody',
    sentence: 'It names no client.',
    remedy: 'Send the field “email”, or “client_id”.',
  });
}

function unknownClient(id: string | undefined, address: string): Problem {
  const [, domain = ''] = address.split('@');
  const who = id === undefined ? 'with that address' : cut(id);
  return new Problem({
    code: 'hook-client-unknown',
    value: id ?? domain,
    sentence: `There is no client ${who}${domain === '' ? '' : ` at ${cut(domain)}`}.`,
    remedy: 'Add them first, with save_client.',
  });
}

function unreadableRow(id: string): Problem {
  return new Problem({
    code: 'row-unreadable',
    tab: 'Clients',
    value: id,
    sentence: `The row of ${cut(id)} in the Clients tab has a cell that cannot be read.`,
    remedy: 'Correct that cell, and send it again.',
  });
}
