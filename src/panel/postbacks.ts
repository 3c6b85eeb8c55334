import { Problem } from '../core/problem';
import { postbackAddress } from '../core/referrals/claim';
import { networkNamed, NETWORKS } from '../core/referrals/networks';
import { postbackOf } from '../core/referrals/postbacks';
import { postbackSecrets } from '../jobs/claims';
import { pushRoutes } from '../jobs/routes';
import { STATE, VAULT } from '../jobs/state';
import type { Services } from '../services';
import type { PanelAnswers } from './protocol';

type PostbackServices = Pick<Services, 'sheets' | 'http' | 'state' | 'vault' | 'chance'>;

/** The addresses that networks may call when a sale happens, one each, and the networks to pick from. */
export function listPostbacks({ state, vault }: PostbackServices): PanelAnswers['postbacks'] {
  const gate = state.get(STATE.gate) ?? '';
  return {
    addresses: Object.entries(postbackSecrets(vault)).map(([network, secret]) => ({
      network,
      address: postbackAddress(gate, secret, network),
      hint: postbackOf(network).hint,
    })),
    networks: NETWORKS.map(({ title }) => title),
  };
}

/** Makes a network's address, once, and tells the gate to know it. */
export function addPostback(services: PostbackServices, named: string): PanelAnswers['postbacks'] {
  const { state, vault, chance } = services;
  if (state.get(STATE.gate) === undefined) {
    throw new Problem({
      code: 'gate-missing',
      sentence: 'There is no gate yet for networks to call.',
      remedy: 'Pair one under Set up first.',
    });
  }
  const network = networkNamed(named).title;
  const known = postbackSecrets(vault);
  const secret = known[network] ?? chance.secret().slice(0, 32);
  vault.set(VAULT.postbackKeys, JSON.stringify({ ...known, [network]: secret }));
  pushRoutes(services);
  return listPostbacks(services);
}
