import { isMailAddress } from '../clients/client';
import { planRows } from '../clients/intake';
import { Problem } from '../problem';
import { type Deed, required } from './deed';

/** Adds a client, or changes the one with that mail address, by the rules of an import. */
export const saveClient: Deed = (message, desk, plan) => {
  if (!isMailAddress(required(message, 'email'))) throw noAddress();
  const titles = Object.keys(message.fields);
  const list = {
    header: titles.map((name) => name.replace(/_/g, ' ')),
    rows: [Object.values(message.fields)],
  };
  const { added, changed, refused } = planRows(list, desk, desk.context);
  const [first] = refused;
  if (first !== undefined) {
    throw new Problem({ code: 'hook-client-refused', sentence: first.why, remedy: '' });
  }
  plan.added.push(...added);
  plan.changed.push(...changed.map(({ id, consent, set }) => ({ id, expect: { consent }, set })));
};

/** What stands there instead may be a person's name, and is not repeated. */
function noAddress(): Problem {
  return new Problem({
    code: 'mail-address',
    column: 'email',
    sentence: 'The field “email” holds no mail address.',
    remedy: 'Send one like jo@studio.example.',
  });
}
