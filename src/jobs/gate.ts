import * as v from 'valibot';
import { withoutSecret } from '../core/http';
import { tryJson } from '../core/json';
import { cut, Problem } from '../core/problem';
import type { GateCall } from '../core/referrals/gate';
import type { Services } from '../services';
import { STATE, VAULT } from './state';

type Keyless<T> = T extends unknown ? Omit<T, 'key'> : never;

const TIMEOUT_SECONDS = 60;

/** Calls a gate, the present one if no other is named, with the owner's key; throws a `Problem` where it does not answer as it should. */
export function askGate<Answer extends v.GenericSchema>(
  { http, state, vault }: Pick<Services, 'http' | 'state' | 'vault'>,
  call: Keyless<GateCall>,
  schema: Answer,
  address = state.get(STATE.gate),
): v.InferOutput<Answer> {
  const key = vault.get(VAULT.gateKey);
  if (address === undefined || key === undefined) {
    throw new Problem({
      code: 'gate-missing',
      sentence: 'There is no gate yet to lead your links through.',
      remedy: 'Pair one under Perennial → Open Perennial → Set up.',
    });
  }
  const [given] = http.batch([
    {
      url: address,
      method: 'POST',
      contentType: 'application/json',
      body: JSON.stringify({ ...call, key }),
      follow: true,
      timeoutSeconds: TIMEOUT_SECONDS,
    },
  ]);
  const answer = given && withoutSecret(given, key);
  if (!answer?.ok) {
    throw new Problem({
      code: 'gate-silent',
      sentence: `The gate at ${cut(address, 80)} did not answer (${cut(answer?.error ?? 'nothing', 120)}).`,
      remedy: 'Perennial tries again at the next beat; if it stays so, check the Gate address.',
      passes: true,
    });
  }
  const said = v.safeParse(schema, tryJson(answer.body));
  if (said.success) return said.output;
  throw new Problem({
    code: 'gate-refused',
    sentence: `The gate at ${cut(address, 80)} did not take our call, or is no gate (status ${answer.status}).`,
    remedy: 'Open it in a browser to see what is there, then pair it again under Set up.',
    // Google's own error pages look so too.
    passes: true,
  });
}
