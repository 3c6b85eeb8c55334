import { planRows } from '../clients/intake';
import { Problem } from '../problem';
import { type Deed, required } from './deed';

/** Adds a client, or changes the one with that mail address, by the rules of an import. */
export const saveClient: Deed = (message, desk, plan) => {
  required(message, 'email');
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
