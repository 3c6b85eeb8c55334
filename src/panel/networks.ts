import { dayOf, showDay } from '../core/calendar';
import { NETWORK_APIS } from '../core/connectors/networks';
import type { NetworkApi } from '../core/connectors/networks/network-api';
import { cut, Problem } from '../core/problem';
import { leftOut, networkKeys, type Pull, pullsOf, savePull } from '../jobs/pull';
import { STATE, VAULT } from '../jobs/state';
import type { Services } from '../services';
import type { NetworkLine, PanelAnswers } from './protocol';

type NetworkServices = Pick<Services, 'sheets' | 'state' | 'vault'>;

/** The networks that can be asked by API, and how each stands. No key is ever told. */
export function listNetworks(services: NetworkServices): PanelAnswers['networks'] {
  const keys = networkKeys(services.vault);
  const pulls = pullsOf(services.state);
  const zone = services.sheets.zone();
  return {
    networks: NETWORK_APIS.map(({ network, keys: fields }): NetworkLine => {
      const isKept = keys[network] !== undefined;
      const pull = pulls[network] ?? {};
      return {
        network,
        fields: fields.map(({ name, title, help }) => ({ name, title, help })),
        isKept,
        state: isKept ? stateOf(pull, zone) : '',
        problem: isKept ? (pull.closed ?? '') : '',
      };
    }),
  };
}

/** Puts a network's keys away, in place of those before; it is asked at the next beat. */
export function connectNetwork(
  services: NetworkServices,
  name: string,
  said: Readonly<Record<string, string>>,
): PanelAnswers['networks'] {
  const { vault, state } = services;
  const { network, keys: fields } = apiOf(name);
  const given = fields.map(({ name: field, title }) => {
    const value = (said[field] ?? '').trim();
    if (value === '') throw missing(network, title);
    return [field, value] as const;
  });
  const all = { ...networkKeys(vault), [network]: Object.fromEntries(given) };
  vault.set(VAULT.networkKeys, JSON.stringify(all));
  // Perhaps of another account: it is read from the beginning.
  savePull(state, network, { isWanted: true });
  state.set(STATE.look, 'network');
  return listNetworks(services);
}

/** Forgets a network's keys; what it told stays in the ledger. */
export function disconnectNetwork(
  services: NetworkServices,
  name: string,
): PanelAnswers['networks'] {
  const { vault, state } = services;
  const { network } = apiOf(name);
  const others = Object.entries(networkKeys(vault)).filter(([kept]) => kept !== network);
  vault.set(VAULT.networkKeys, JSON.stringify(Object.fromEntries(others)));
  savePull(state, network, undefined);
  return listNetworks(services);
}

/** Lets every network be asked at once, those that refused a key among them. */
export function askAllSoon(services: Pick<Services, 'state' | 'vault'>): void {
  const { state, vault } = services;
  const pulls = pullsOf(state);
  for (const network of Object.keys(networkKeys(vault))) {
    const pull: Pull = { ...pulls[network], isWanted: true };
    delete pull.closed;
    delete pull.rest;
    savePull(state, network, pull);
  }
}

function stateOf({ last, place, refused }: Pull, zone: string): string {
  const parts = [
    last === undefined ? 'not asked yet' : `asked on ${showDay(dayOf(last, zone), 'en')}`,
    place === undefined ? '' : 'more is to come',
    refused === undefined ? '' : leftOut(refused),
  ];
  return parts.filter((part) => part !== '').join('; ');
}

function apiOf(name: string): NetworkApi {
  const found = NETWORK_APIS.find(({ network }) => network === name);
  if (found !== undefined) return found;
  throw new Problem({
    code: 'network-without-api',
    value: name,
    sentence: `“${cut(name)}” is not a network that Perennial can ask.`,
    remedy: `It can ask: ${NETWORK_APIS.map(({ network }) => network).join(', ')}.`,
  });
}

function missing(network: string, title: string): Problem {
  return new Problem({
    code: 'key-missing',
    column: title,
    sentence: `${network} wants its ${title}, which is empty.`,
    remedy: 'Fill it in. What was kept before stays.',
  });
}
