import { dayOf } from '../core/calendar';
import { reach } from '../core/clients/client';
import { mayBeWrittenTo } from '../core/clients/stage';
import { whenAllLeave } from '../core/letters/leaving';
import { planIn, planned } from '../core/revenue/forecast/plan';
import { showSpent, whyNoAi } from '../core/letters/spending';
import { type Money, showMoney } from '../core/money';
import { rollUp } from '../core/revenue/rollup';
import { missingToSend, SETTINGS, type SettingName, type Settings } from '../core/settings';
import {
  type Client,
  clients,
  commissions,
  type Letter,
  letters,
  mailed,
  products,
} from '../core/workbook';
import { many } from '../core/words/count';
import { isUnwritten } from '../core/words/language';
import { openProblems } from '../jobs/job';
import { isOwner } from '../jobs/owner';
import { leftLately } from '../jobs/quota';
import { STATE, VAULT } from '../jobs/state';
import { openSteps } from '../jobs/steps';
import { spentSoFar } from '../jobs/writing/budget';
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
  const known = sheets.readColumns(letters, ['id', 'status', 'sent', 'channel']).all;
  const counts = countStatuses(known);
  const facts = {
    missing: missingToSend(settings),
    gate: state.get(STATE.gate) ?? '',
    paused: settings.paused,
    clients: countClients(people.rows),
    products: { all: offers.length, active: offers.filter(({ active }) => active).length },
    letters: counts,
    queue: queueOf(services, known, settings),
    reports: sheets.readColumns(mailed, ['state']).all.filter(({ state }) => state === 'waiting')
      .length,
  };
  return {
    isSetUp: true,
    ...facts,
    settings: cellsOf(settings),
    hasOpenAiKey: vault.get(VAULT.openAiKey) !== undefined,
    hasAnthropicKey: vault.get(VAULT.anthropicKey) !== undefined,
    hasBitlyToken: vault.get(VAULT.bitlyToken) !== undefined,
    hasPageSpeedKey: vault.get(VAULT.pageSpeedKey) !== undefined,
    progress: progress.read() ?? null,
    unwritten: people.rows.filter(({ language }) => isUnwritten(language)).length,
    ai: aiOf(services, settings),
    money: moneyOf(services, settings),
    problems: problemsOf(state.get(STATE.problems)),
    next: nextStep(facts, settings),
    steps: stepsOf(services),
  };
}

/** The problems of all jobs, each once: two jobs may meet the same. */
function problemsOf(remembered: string | undefined): string[] {
  const lines = Object.values(openProblems(remembered)).flatMap((text) => text.split('\n'));
  return [...new Set(lines)];
}

function notSetUp(): Home {
  return {
    isSetUp: false,
    missing: [],
    settings: {},
    hasOpenAiKey: false,
    hasAnthropicKey: false,
    hasBitlyToken: false,
    hasPageSpeedKey: false,
    gate: '',
    paused: false,
    progress: null,
    unwritten: 0,
    ai: { spent: '', stopped: '' },
    clients: countClients([]),
    products: { all: 0, active: 0 },
    letters: {},
    queue: '',
    reports: 0,
    money: { quarter: '', year: '', all: '', pending: '', plan: '' },
    problems: [],
    next: {
      title: 'Set up this workbook',
      why: 'Perennial makes its tabs and starts its clock. Nothing is sent.',
      page: 'setup',
    },
    steps: [],
  };
}

function stepsOf(services: HomeServices): Home['steps'] {
  return openSteps(services).flatMap(({ id, sentence, act, about, words }) => {
    if (act === '') return [];
    const network = act === 'ask' ? about.join(', ') : '';
    return [{ id, sentence, act, clients: about.length, network, words }];
  });
}

/** Each client is counted once, so that the counts come to `all`. */
function countClients(rows: Client[]): Home['clients'] {
  const kinds = rows.map(kindOf);
  const count = (wanted: ReturnType<typeof kindOf>): number =>
    kinds.filter((kind) => kind === wanted).length;
  return {
    all: rows.length,
    withConsent: count('withConsent'),
    serviceOnly: count('serviceOnly'),
    withoutConsent: count('withoutConsent'),
    unsubscribed: count('unsubscribed'),
    closed: count('closed'),
    incomplete: count('incomplete'),
  };
}

function kindOf(client: Client): Exclude<keyof Home['clients'], 'all'> {
  const { letters } = reach(client);
  if (letters === 'with recommendations') return 'withConsent';
  if (letters === 'report only') return 'serviceOnly';
  if (client.consent === 'unsubscribed') return 'unsubscribed';
  if (client.consent === '') return 'withoutConsent';
  return mayBeWrittenTo(client.stage) ? 'incomplete' : 'closed';
}

/** Where an AI writes: what it took this month, and why it does not write any more. */
function aiOf(services: HomeServices, settings: Settings): Home['ai'] {
  const spent = spentSoFar(services);
  const why = settings.writer === 'plain' ? undefined : whyNoAi(spent, settings);
  return {
    spent: spent.tokens === 0 ? '' : showSpent(spent, settings),
    stopped: why === undefined ? '' : `Letters are written without AI: ${why}`,
  };
}

function countStatuses(rows: Pick<Letter, 'status'>[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { status } of rows) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
}

/** When the letters that are approved will have left, where the day's quota does not hold them all. */
function queueOf(
  { sheets, state, clock }: HomeServices,
  known: Pick<Letter, 'status' | 'sent' | 'channel'>[],
  { mailsADay }: Settings,
): string {
  const now = clock.now();
  const waiting = known.filter(
    ({ status, channel }) => channel !== 'line' && ['approved', 'sending'].includes(status),
  );
  const room = mailsADay - leftLately(state, known, now);
  return whenAllLeave(waiting.length, room, mailsADay, dayOf(now, sheets.zone()));
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
    plan: show(planned(planIn(settings))),
  };
}

type Facts = Pick<
  Home,
  'missing' | 'gate' | 'paused' | 'clients' | 'products' | 'letters' | 'queue' | 'reports'
>;

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
      why: 'Nothing is written, sent or collected until you let it go on.',
      page: 'go on',
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
  const stopped = some('held') + some('failed');
  if (stopped > 0) {
    return {
      title: `Look at ${many(stopped, 'letter')}`,
      why: `${stopped === 1 ? 'It' : 'They'} could not be sent, and a person must decide.`,
      page: 'letters',
    };
  }
  if (some('drafted') > 0) {
    return {
      title: `Read ${many(some('drafted'), 'letter')}`,
      why:
        some('drafted') === 1
          ? 'It is drafted and waits for your approval.'
          : 'They are drafted and wait for your approval.',
      page: 'letters',
    };
  }
  if (facts.reports > 0) {
    return {
      title: `Look at ${many(facts.reports, 'report')}`,
      why: `${facts.reports === 1 ? 'It' : 'They'} came by mail, and only you can say how to read ${facts.reports === 1 ? 'it' : 'them'}.`,
      page: 'money',
    };
  }
  if (some('approved') > 0) {
    return {
      title: `Send ${many(some('approved'), 'letter')}`,
      why:
        facts.queue !== ''
          ? facts.queue
          : some('approved') === 1
            ? 'It is approved and leaves at the next beat, or now.'
            : 'They are approved and leave at the next beat, or now.',
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
