import { cut, Problem } from '../core/problem';
import { type ClaimRow, claims } from '../core/workbook';
import type { Services } from '../services';
import type { PanelAnswers } from './protocol';

/** What is worth asking a network about; what is settled is left out. */
export function listClaims({ sheets }: Pick<Services, 'sheets'>): PanelAnswers['claims'] {
  const rows = sheets.read(claims).rows.filter(({ state }) => state !== 'settled');
  return {
    claims: rows.map(({ id, network, state, what, ask }) => ({ id, network, state, what, ask })),
  };
}

/** Notes how far a person is with a claim. */
export function setClaim(
  services: Pick<Services, 'sheets'>,
  id: string,
  state: Exclude<ClaimRow['state'], ''>,
): PanelAnswers['setClaim'] {
  const [done] = services.sheets.patch(claims, [{ id, set: { state } }]);
  if (done !== undefined) return listClaims(services);
  throw new Problem({
    code: 'claim-gone',
    tab: 'Claims',
    value: id,
    sentence: `The claim ${cut(id)} is no longer in the Claims tab.`,
    remedy: 'Reload the list and look again.',
  });
}
