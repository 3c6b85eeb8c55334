import { readBot, readWebhook } from '../../core/connectors/line/answers';
import { botRequest, webhookRequest } from '../../core/connectors/line/requests';
import { type HttpRequest, withoutSecret } from '../../core/http';
import { Problem, type ProblemDetails } from '../../core/problem';
import {
  forgetLine,
  keepLine,
  type LineAccount,
  lineAccount,
  lineAddress,
  lineRun,
} from '../../jobs/line/kept';
import { askQuota, quotaInWords } from '../../jobs/line/month';
import { pushRoutes } from '../../jobs/routes';
import { STATE } from '../../jobs/state';
import type { Services } from '../../services';
import type { PanelAnswers } from '../protocol';
import type { Connection } from './connection';

/** The official account on LINE that letters may go out as. */
export const lineConnection: Connection = {
  id: 'line',
  title: 'LINE',
  about:
    'Letters as messages of your official account, for clients who came there. Occasions choose email, line or best.',
  look: (services) => {
    const account = lineAccount(services);
    const { at = null, did = '', problem = '', quota = '' } = lineRun(services);
    if (account === undefined) {
      return { state: 'off', what: '', lastRun: null, nextRun: null, did: '', problem: '' };
    }
    return {
      state: problem === '' ? 'on' : 'trouble',
      what: `${account.name} (${account.id})`,
      lastRun: at,
      nextRun: null,
      did,
      problem,
      quota,
      address: lineAddress(services),
    };
  },
  test: (services) => {
    const account = lineAccount(services);
    if (account === undefined) throw notConnected();
    const { name, id } = botOf(services, account.token);
    return `LINE answers: ${name} (${id}), ${month(services, account)}. ${webhookOf(services, account)}`;
  },
  disconnect: (services) => {
    forgetLine(services);
  },
};

/** Connects the official account of a token: asks whose it is, and makes the address that LINE is to call. */
export function connectLine(services: Services, said: string): PanelAnswers['connectLine'] {
  const { state } = services;
  if (state.get(STATE.gate) === undefined) {
    throw new Problem({
      code: 'gate-missing',
      sentence: 'There is no gate yet for LINE to call.',
      remedy: 'Pair one under Set up first.',
    });
  }
  const token = said.trim();
  const account = { ...botOf(services, token), token };
  keepLine(services, account);
  pushRoutes(services);
  month(services, account);
  return { address: lineAddress(services) };
}

function botOf(services: Services, token: string) {
  const answer = readBot(ask(services, token, botRequest(token)));
  if (answer.kind === 'found') return answer.found;
  throw answer.kind === 'closed'
    ? new Problem(answer.problem)
    : notNow(answer.kind === 'busy' ? answer.why : 'LINE knows no account by this token');
}

/** How much of the month is used, in words. */
function month(services: Services, account: LineAccount): string {
  const quota = askQuota(services, account);
  return quota.kind === 'found'
    ? `messages: ${quotaInWords(quota.found)}`
    : 'messages: not known now';
}

/** Whether LINE posts to the gate, and what to do where it does not. */
function webhookOf(services: Services, { token }: LineAccount): string {
  const said = readWebhook(ask(services, token, webhookRequest(token)));
  const remedy =
    'Paste the address below into LINE’s console under Messaging API → Webhook URL, and switch on “Use webhook”.';
  if (said.kind === 'none') return `It has no webhook yet. ${remedy}`;
  if (said.kind !== 'found') return 'Whether it posts to your gate, it did not say.';
  if (said.found.endpoint !== lineAddress(services)) {
    return `It posts to another address than your gate’s. ${remedy}`;
  }
  return said.found.active
    ? 'It posts to your gate.'
    : 'It knows your gate, but does not post yet: switch on “Use webhook”.';
}

function ask({ http }: Pick<Services, 'http'>, token: string, request: HttpRequest) {
  const [answer] = http.batch([request]);
  return withoutSecret(answer ?? { ok: false, error: 'no answer' }, token);
}

function notConnected(): Problem {
  return new Problem({
    code: 'line-off',
    sentence: 'LINE is not connected.',
    remedy: 'Paste a channel access token on the Connections page.',
  });
}

function notNow(why: string): Problem {
  const details: ProblemDetails = {
    code: 'line-silent',
    sentence: `${why}.`,
    remedy: 'Nothing was changed; try again in a minute.',
    passes: true,
  };
  return new Problem(details);
}
