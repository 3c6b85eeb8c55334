import { fingerprint } from '../core/identity';
import { Problem } from '../core/problem';
import type { GatePage, GateTable } from '../core/referrals/gate';
import { RoutesAnswer } from '../core/referrals/gate-answers';
import { readOwnAddresses } from '../core/referrals/own-address';
import { gateRoutes } from '../core/referrals/route';
import type { Settings } from '../core/settings';
import { addresses, products, routes } from '../core/workbook';
import { WORDS } from '../core/words';
import { LANGUAGES, languageOf } from '../core/words/language';
import { fill } from '../core/words/words';
import type { Services } from '../services';
import { postbackSecrets } from './claims';
import { askGate } from './gate';
import { hookSecrets } from './hooks/kept';
import type { JobResult } from './job';
import { lineSecrets } from './line/kept';
import { STATE } from './state';

type RouteServices = Pick<Services, 'sheets' | 'http' | 'state' | 'vault'>;

/** Tells the gate where the links of letters sent lead by now: a product that is not active rests. */
export function updateRoutes(services: RouteServices): JobResult {
  if (services.state.get(STATE.gate) !== undefined) pushRoutes(services);
  return { done: '' };
}

/** Makes sure that the gate knows every route as it is now; one that is acknowledged is not pushed again. */
export function pushRoutes(services: RouteServices): void {
  const { sheets, state, vault } = services;
  const address = state.get(STATE.gate) ?? '';
  const { settings } = sheets.settings();
  // A cell that cannot be read, an amount say, does not make the links of letters sent rest.
  const offers = sheets.read(products).all;
  const { own } = readOwnAddresses(sheets.read(addresses).rows, offers);
  const table = {
    routes: gateRoutes(sheets.read(routes).all, offers, { utm: settings.utm, own }),
    page: pageOf(settings, address),
    keys: {
      postback: Object.values(postbackSecrets(vault)).map(fingerprint),
      line: lineSecrets(services).map(fingerprint),
      hook: Object.values(hookSecrets(vault)).map(fingerprint),
    },
  };
  const version = fingerprint(JSON.stringify(table)).slice(0, 16);
  const known = `${address} ${version}`;
  if (state.get(STATE.routes) === known) return;
  const call: { op: 'routes' } & GateTable = {
    op: 'routes',
    version,
    ...table,
  };
  if (askGate(services, call, RoutesAnswer).version !== version) {
    throw new Problem({
      code: 'routes-not-taken',
      sentence: 'The gate did not take the new links.',
      remedy: 'Perennial tries again at the next beat, and sends no letters before.',
      passes: true,
    });
  }
  state.set(STATE.routes, known);
}

function pageOf(settings: Settings, address: string): GatePage {
  const { senderName: sender, replyTo: contact, picture, language } = settings;
  const own = languageOf(language);
  return {
    sender,
    contact,
    address,
    ...(picture === '' ? {} : { picture }),
    disclosure: fill(WORDS[own].page.disclosure, { sender }),
    // The freelancer's own language first: it is for visitors who read none of the others.
    texts: Object.fromEntries(
      [own, ...LANGUAGES.filter((tag) => tag !== own)].map((tag) => [tag, WORDS[tag].page]),
    ),
  };
}
