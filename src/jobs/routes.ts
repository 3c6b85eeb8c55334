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
import { STATE } from './state';

type RouteServices = Pick<Services, 'sheets' | 'http' | 'state' | 'vault'>;

/** Makes sure that the gate knows every route as it is now; one that is acknowledged is not pushed again. */
export function pushRoutes(services: RouteServices): void {
  const { sheets, state, vault } = services;
  const address = state.get(STATE.gate) ?? '';
  const { settings } = sheets.settings();
  const offers = sheets.read(products).rows;
  const { own } = readOwnAddresses(sheets.read(addresses).rows, offers);
  const table = {
    routes: gateRoutes(sheets.read(routes).rows, offers, { utm: settings.utm, own }),
    page: pageOf(settings, address),
    keys: {
      postback: Object.values(postbackSecrets(vault)).map(fingerprint),
      line: [],
      hook: [],
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
      remedy: 'Nothing was sent; Perennial tries again at the next beat.',
      passes: true,
    });
  }
  state.set(STATE.routes, known);
}

function pageOf(settings: Settings, address: string): GatePage {
  const { senderName: sender, replyTo: contact, language } = settings;
  const own = languageOf(language);
  return {
    sender,
    contact,
    address,
    disclosure: fill(WORDS[own].page.disclosure, { sender }),
    // The freelancer's own language first: it is for visitors who read none of the others.
    texts: Object.fromEntries(
      [own, ...LANGUAGES.filter((tag) => tag !== own)].map((tag) => [tag, WORDS[tag].page]),
    ),
  };
}
