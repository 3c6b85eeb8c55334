import { cut, Problem, within } from '../core/problem';
import { HealthAnswer, OkAnswer } from '../core/referrals/gate-answers';
import {
  missingToSend,
  settingCell,
  SETTINGS,
  type SettingName,
  webAddress,
} from '../core/settings';
import { collectLeft } from '../jobs/collect';
import { leaveGate } from '../jobs/former-gates';
import { askGate } from '../jobs/gate';
import { noted } from '../jobs/job';
import { STATE, VAULT } from '../jobs/state';
import type { Services } from '../services';
import type { GateState, PanelAnswers } from './protocol';

/** Saves settings into their tab; all of them or, where one cannot be, none. */
export function saveSettings(
  { sheets, state }: Pick<Services, 'sheets' | 'state'>,
  given: Partial<Record<SettingName, string | undefined>>,
): PanelAnswers['saveSettings'] {
  const cells: Partial<Record<SettingName, string>> = {};
  for (const [name, said] of Object.entries(given) as [SettingName, string | undefined][]) {
    if (said === undefined) continue;
    cells[name] = within(SETTINGS[name].title, () => settingCell(name, said));
  }
  sheets.saveSettings(cells);
  if (cells.paused !== undefined) state.set(STATE.paused, cells.paused);
  state.set(STATE.look, 'settings');
  return { saved: Object.keys(cells), missing: missingToSend(sheets.settings().settings) };
}

/** Puts a secret away; an empty one is forgotten, one of spaces refused. No secret can be read back. */
export function setSecret(
  { vault, state }: Pick<Services, 'vault' | 'state'>,
  name: string,
  value: string,
): PanelAnswers['setSecret'] {
  const secret = value.trim();
  if (secret === '' && value !== '') throw onlySpaces();
  if (secret === '') vault.remove(name);
  else vault.set(name, secret);
  state.remove(STATE.busySince);
  return { set: secret !== '' };
}

type PairServices = Pick<
  Services,
  'sheets' | 'http' | 'state' | 'vault' | 'chance' | 'clock' | 'progress'
>;

/**
 * Makes a gate ours: it takes our key once, and from then on answers to nobody else. The gate before
 * it is collected from as long as it answers, for letters with its links are about.
 */
export function pair(services: PairServices, said: string): GateState {
  const { sheets, state, vault, chance } = services;
  const address = gateAddress(said);
  // Kept before it is told, so that a run that dies here can pair again with the same key.
  if (vault.get(VAULT.gateKey) === undefined) vault.set(VAULT.gateKey, chance.secret());
  const before = state.get(STATE.gate);
  const stay = leaveGate(state, before, address);
  state.set(STATE.gate, address);
  let health: GateState;
  try {
    askGate(services, { op: 'pair' }, OkAnswer);
    health = gateHealth(services);
  } catch (error) {
    stay();
    if (before === undefined) state.remove(STATE.gate);
    else state.set(STATE.gate, before);
    if (!(error instanceof Problem)) throw error;
    if (error.details.code === 'gate-refused') throw refused(address);
    if (error.details.code === 'gate-silent') throw silent(address, before);
    throw error;
  }
  sheets.saveSettings({ gateAddress: address });
  state.set(STATE.look, 'paired');
  if (before !== undefined && before !== address) {
    noted('collect', services, () => collectLeft(services));
  }
  return health;
}

/** Asks the paired gate how it is. */
export function gateHealth(services: Pick<Services, 'http' | 'state' | 'vault'>): GateState {
  const { routes, events, bytes, dropped, unknown } = askGate(
    services,
    { op: 'health' },
    HealthAnswer,
  );
  return { address: services.state.get(STATE.gate) ?? '', routes, events, bytes, dropped, unknown };
}

/** The address without its query; a test deployment's is refused, for only its owner can open it. */
function gateAddress(said: string): string {
  const address = webAddress(said).replace(/[?#].*$/, '');
  if (!/^https:\/\/script\.google\.com\/.*\/dev\/?$/.test(address)) return address;
  throw new Problem({
    code: 'gate-for-tests',
    value: address,
    sentence: `${cut(address, 80)} is a test deployment: it opens for you, but not for your clients.`,
    remedy: 'Take the address that ends in /exec, from Deploy → Manage deployments.',
  });
}

function onlySpaces(): Problem {
  return new Problem({
    code: 'secret-blank',
    sentence: 'The key holds nothing but spaces, so what was kept before stays.',
    remedy: 'Paste the key, or choose Forget to remove the old one.',
  });
}

function silent(address: string, before: string | undefined): Problem {
  return new Problem({
    code: 'gate-silent',
    value: address,
    sentence: `Nothing answers at ${cut(address, 80)}, so this address was not kept.`,
    remedy:
      before === undefined
        ? 'Look whether it is whole and deployed for anyone, and pair it then.'
        : `Your gate is still ${cut(before, 80)}. Look whether the new address is whole and deployed for anyone.`,
  });
}

function refused(address: string): Problem {
  return new Problem({
    code: 'gate-refused',
    value: address,
    sentence: `What answers at ${cut(address, 80)} is not a gate, or is paired with another workbook already.`,
    remedy:
      'Check the address (it ends in /exec). To free a gate of yours, delete the script property KEY in its project and pair again.',
  });
}
