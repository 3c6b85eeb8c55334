import { dayOf } from '../core/calendar';
import { reach } from '../core/clients/client';
import { planned } from '../core/dashboard/tiles/plan';
import { type Money, showMoney } from '../core/money';
import { rollUp } from '../core/revenue/rollup';
import { missingToSend, SETTINGS, type SettingName, type Settings } from '../core/settings';
import {
  type Client,
  clients,
  commissions,
  type Letter,
  letters,
  products,
} from '../core/workbook';
import { many } from '../core/words/count';
import { openProblems } from '../jobs/job';
import { isOwner } from '../jobs/owner';
import { STATE, VAULT } from '../jobs/state';
import type { Services } from '../services';
import type { Home, NextStep } from './protocol';

type HomeServices = Pick<Services, 'sheets' | 'state' | 'vault' | 'clock' | 'progress'>;

/** What the sidebar opens on: where things stand, what is wrong, and what to do next. */
export function home(services: HomeServices): Home {
  const { sheets, state, vault, progress } = services;
  if (!sheets.isSetUp() || !isOwner(services)) return notSetUp();
  const { settings } = sheets.settings();
  const people = sheets.read(clients);
  const offers = sheets.read(products).rows;
  const counts = countStatuses(sheets.readColumns(letters, ['status']).rows);
  const facts = {
    missing: missingToSend(settings),
    gate: state.get(STATE.gate) ?? '',
    paused: settings.paused,
    clients: countClients(people.rows),
    products: { all: offers.length, active: offers.filter(({ active }) => active).length },
    letters: counts,
  };
  return {
    isSetUp: true,
    ...facts,
    settings: cellsOf(settings),
    hasOpenAiKey: vault.get(VAULT.openAiKey) !== undefined,
    hasBitlyToken: vault.get(VAULT.bitlyToken) !== undefined,
    progress: progress.read() ?? null,
    money: moneyOf(services, settings),
    problems: Object.values(openProblems(state.get(STATE.problems))).flatMap((text) =>
      text.split('\n'),
    ),
    next: nextStep(facts, settings),
  };
}

function notSetUp(): Home {
  return {
    isSetUp: false,
    missing: [],
    settings: {},
    hasOpenAiKey: false,
    hasBitlyToken: false,
    gate: '',
    paused: false,
    progress: null,
    clients: countClients([]),
    products: { all: 0, active: 0 },
    letters: {},
    money: { quarter: '', year: '', all: '', pending: '', plan: '' },
    problems: [],
    next: {
      title: 'Set up this workbook',
      why: 'Perennial makes its tabs and starts its clock. Nothing is sent.',
      page: 'setup',
    },
  };
}

function countClients(rows: Client[]): Home['clients'] {
  const may = rows.map((client) => reach(client).letters);
  return {
    all: rows.length,
    withConsent: may.filter((letters) => letters === 'with recommendations').length,
    serviceOnly: may.filter((letters) => letters === 'report only').length,
    withoutConsent: rows.filter(({ consent }) => consent === '').length,
    unsubscribed: rows.filter(({ consent }) => consent === 'unsubscribed').length,
  };
}

function countStatuses(rows: Pick<Letter, 'status'>[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { status } of rows) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
}

function cellsOf(settings: Settings): Record<string, string> {
  return Object.fromEntries(
    (Object.keys(SETTINGS) as SettingName[]).map((name) => [
      name,
      name === 'paused' ? (settings.paused ? 'yes' : 'no') : String(settings[name]),
    ]),
  );
}

function moneyOf({ sheets, clock }: HomeServices, settings: Settings): Home['money'] {
  const zone = sheets.zone();
  const ledger = sheets.read(commissions).rows;
  const input = { clients: [], letters: [], links: [], clicks: [], commissions: ledger };
  const { earned, pending } = rollUp(input, dayOf(clock.now(), zone), zone, settings.homeCurrency);
  const show = (amount: Money): string => showMoney(amount, 'en');
  return {
    quarter: show(earned.quarter.amount),
    year: show(earned.year.amount),
    all: show(earned.all.amount),
    pending: show(pending.amount),
    plan: show(planned(settings)),
  };
}

type Facts = Pick<Home, 'missing' | 'gate' | 'paused' | 'clients' | 'products' | 'letters'>;

/** The first thing that is missing, on the way from an empty workbook to letters that leave. */
function nextStep(facts: Facts, settings: Settings): NextStep {
  const { missing, gate, paused, letters: counts } = facts;
  const some = (status: string): number => counts[status] ?? 0;
  if (missing.length > 0) {
    return {
      title: 'Say who the letters are from',
      why: `Still missing: ${missing.join(', ')}.`,
      page: 'setup',
    };
  }
  if (paused) {
    return {
      title: 'Perennial is paused',
      why: 'Nothing is written, sent or collected.',
      page: 'setup',
    };
  }
  if (gate === '' && settings.linkWay !== 'straight') {
    return {
      title: 'Pair your gate',
      why: 'The gate is the small public page behind your links and the unsubscribe button.',
      page: 'setup',
    };
  }
  if (facts.clients.all === 0) {
    return { title: 'Bring in your clients', why: 'Paste or drop a CSV file.', page: 'clients' };
  }
  if (facts.products.active === 0) {
    return {
      title: 'Add something worth recommending',
      why: 'Paste the affiliate address of a product that you stand behind.',
      page: 'products',
    };
  }
  if (facts.clients.withConsent + facts.clients.serviceOnly === 0) {
    return {
      title: 'Note how your clients agreed',
      why: 'Nobody is written to before their consent has a basis and a date.',
      page: 'clients',
    };
  }
  if (some('held') + some('failed') > 0) {
    return {
      title: `Look at ${many(some('held') + some('failed'), 'letter')}`,
      why: 'They could not be sent, and a person must decide.',
      page: 'letters',
    };
  }
  if (some('drafted') > 0) {
    return {
      title: `Read ${many(some('drafted'), 'letter')}`,
      why: 'They are drafted and wait for your approval.',
      page: 'letters',
    };
  }
  if (some('approved') > 0) {
    return {
      title: `Send ${many(some('approved'), 'letter')}`,
      why: 'They are approved and leave at the next beat, or now.',
      page: 'letters',
    };
  }
  if (some('sent') === 0) {
    return { title: 'Write the first letters', why: 'Everything is ready.', page: 'letters' };
  }
  return {
    title: 'Nothing waits for you',
    why: 'The next letters are written when they fall due.',
    page: 'money',
  };
}
