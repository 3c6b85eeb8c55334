import { DEEDS } from '../core/hooks/message';
import { cut, Problem } from '../core/problem';
import { hooks } from '../core/workbook';
import { hookSecrets } from '../jobs/hooks/kept';
import { pushRoutes } from '../jobs/routes';
import { STATE, VAULT } from '../jobs/state';
import type { Services } from '../services';
import type { PanelAnswers } from './protocol';

type HookServices = Pick<Services, 'sheets' | 'http' | 'state' | 'vault' | 'chance'>;

/** As many senders as their keys fit into one property, with room to spare. */
const MOST = 30;

/** The senders that may post to the gate, and what they may ask for. */
export function listHooks({ vault }: Pick<HookServices, 'vault'>): PanelAnswers['hooks'] {
  return { senders: Object.keys(hookSecrets(vault)), deeds: [...DEEDS], address: '' };
}

/** Makes a sender's address, which is in this answer and in no other, and tells the gate to know it. */
export function addHook(services: HookServices, sender: string): PanelAnswers['hooks'] {
  const { state, vault, chance } = services;
  const gate = state.get(STATE.gate);
  if (gate === undefined) throw gateMissing();
  const known = hookSecrets(vault);
  if (Object.keys(known).some((name) => name.toLowerCase() === sender.toLowerCase())) {
    throw senderTwice(sender);
  }
  if (Object.keys(known).length >= MOST) throw tooMany();
  const secret = chance.secret().slice(0, 32);
  // What comes could not be remembered in a workbook of before there were hooks: said now.
  services.sheets.readColumns(hooks, ['id']);
  keep(services, [...Object.entries(known), [sender, secret]]);
  return { ...listHooks(services), address: `${gate}?hook=${secret}` };
}

/** Revokes a sender's address: what still comes there is not looked at. */
export function removeHook(services: HookServices, sender: string): PanelAnswers['hooks'] {
  const known = Object.entries(hookSecrets(services.vault));
  keep(
    services,
    known.filter(([name]) => name !== sender),
  );
  return listHooks(services);
}

function keep(services: HookServices, secrets: [string, string][]): void {
  const { vault, state } = services;
  if (secrets.length === 0) vault.remove(VAULT.hookKeys);
  else vault.set(VAULT.hookKeys, JSON.stringify(Object.fromEntries(secrets)));
  if (state.get(STATE.gate) !== undefined) pushRoutes(services);
}

function gateMissing(): Problem {
  return new Problem({
    code: 'gate-missing',
    sentence: 'There is no gate yet for others to post to.',
    remedy: 'Pair one under Set up first.',
  });
}

function senderTwice(sender: string): Problem {
  return new Problem({
    code: 'sender-twice',
    value: sender,
    sentence: `There is a sender named ${cut(sender)} already.`,
    remedy: 'Choose another name, or revoke that one first.',
  });
}

function tooMany(): Problem {
  return new Problem({
    code: 'senders-full',
    sentence: `There are ${MOST} senders already.`,
    remedy: 'Revoke one that nobody uses any more.',
  });
}
