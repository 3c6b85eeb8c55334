import type { Day, Instant } from '../../core/calendar';
import { reach } from '../../core/clients/client';
import type { Around } from '../../core/letters/checks/check';
import { channelOf } from '../../core/letters/channel';
import { gatherFacts, type LetterFacts } from '../../core/letters/facts';
import { withoutOthers } from '../../core/letters/quotable';
import { type Choice, noteChoices, recommend } from '../../core/letters/recommendation';
import { type Followed, isAllRecommendation } from '../../core/letters/occasion';
import { reportFor } from '../../core/letters/reports';
import { checkIn } from '../../core/letters/reports/check-in';
import { momentOf } from '../../core/letters/stop';
import { type Hindrance, hindrance } from '../../core/letters/turn';
import { cut } from '../../core/problem';
import { ruleAgainst } from '../../core/referrals/policy';
import type { Patch } from '../../core/schema/writing';
import type { Look } from '../../core/site/look';
import type { Channel, Client, letters, Occasion } from '../../core/workbook';
import { lookAt } from '../look';
import { speedsOf } from '../speed';
import type { Desk, Waiting, WriteServices } from './desk';
import { keepFindings } from './findings';

/** A letter with all that its draft needs. */
export interface Prepared {
  letter: Waiting;
  occasion: Occasion;
  look: Look;
  choices: Choice[];
  facts: LetterFacts;
  brief: string;
  around: Around;
  today: Day;
}

/** Characters of an occasion's brief, so that the report's own stays in view. */
const MOST_BRIEF = 600;

export type LetterPatch = Patch<typeof letters.columns>;

/**
 * The letters of a wave that can be written, and what becomes of those that cannot; undefined where
 * the time was used before their sites were looked at.
 */
export function prepare(
  services: WriteServices,
  desk: Desk,
  wave: Waiting[],
  deadline: Instant,
): { ready: Prepared[]; asides: LetterPatch[] } | undefined {
  const asides: LetterPatch[] = [];
  const going = wave.flatMap((given) => {
    const client = desk.clients.get(given.clientId);
    const followed = desk.occasions.get(given.occasionId);
    const found = whyNotYet(given, client, followed, desk);
    if (client !== undefined && followed !== undefined && found === undefined) {
      const letter = { ...given, channel: channelFor(desk, client, followed) };
      // What is not about the site is as plain as a hello.
      const report = followed.occasion.siteReport ? reportFor(client) : checkIn;
      return [{ letter, client, followed, report }];
    }
    asides.push(...aside(given, found));
    return [];
  });
  const ids = going.map(({ client }) => client.id);
  const speeds = speedsOf(services, ids, desk.today);
  const looks = lookAt(
    services,
    going.map(({ client, followed, report }) => ({
      website: followed.occasion.siteReport ? client.website : '',
      report,
    })),
    deadline,
    ids.map((id) => speeds.get(id)),
  );
  if (looks === undefined) return undefined;
  const changes = keepFindings(
    services,
    looks.map((look, i) => ({ clientId: ids[i] ?? '', look })),
    desk.today,
  );
  const ready = going.flatMap(({ letter, client, followed, report }, i): Prepared[] => {
    const { occasion } = followed;
    const look = looks[i] ?? { seen: false, why: 'no site' };
    const choices = choose(desk, letter, client, followed);
    if (choices.length === 0 && isAllRecommendation(occasion)) {
      asides.push(...aside(letter, NOTHING_TO_SAY));
      return [];
    }
    noteChoices(desk.lessons, client.id, choices);
    const { senderName: sender, language } = desk.settings;
    const others = desk.names.filter(({ clientId }) => clientId !== client.id);
    const context = { sender, today: desk.today, language, occasion, report: report.id };
    const facts = withoutOthers(gatherFacts(client, look, choices, context, changes[i]), others);
    const brief = occasion.siteReport
      ? `${cut(occasion.brief, MOST_BRIEF)} ${report.brief}`
      : occasion.brief;
    const around = { notes: client.notes, others };
    return [{ letter, occasion, look, choices, facts, brief, around, today: desk.today }];
  });
  return { ready, asides };
}

/** How the letter travels, as things stand when it is written. */
function channelFor(desk: Desk, client: Client, { occasion }: Followed): Channel {
  if (desk.heard === undefined) return 'email';
  const { letters } = desk.lifeOf(client);
  return channelOf(occasion, client, letters, desk.heard.get(client.id) ?? null);
}

const NOTHING_TO_SAY: Hindrance = {
  kind: 'over',
  why: 'There is no product to recommend to this client, and the letter is for nothing else.',
};

/** What is recommended: what the letter is about, where it is about something, else what fits best. */
function choose(desk: Desk, letter: Waiting, client: Client, followed: Followed): Choice[] {
  const { lessons } = desk;
  const most = followed.occasion.products;
  const about = momentOf(followed, letter, desk.lifeOf(client))?.about;
  if (about === undefined) return recommend(client, letter, lessons, most);
  if (reach(client).letters !== 'with recommendations') return [];
  return lessons.shelf
    .map(({ product }) => product)
    .filter((product) => about.includes(product.id) && product.active)
    .filter((product) => ruleAgainst(product, letter.channel) === undefined)
    .slice(0, most)
    .map((product) => ({ product, why: 'the client went on to it and has not bought it' }));
}

/** What is noted of a letter that is not written; nothing where it says so already. */
function aside(letter: Waiting, found: Hindrance | undefined): LetterPatch[] {
  const status = found?.kind === 'waits' ? 'drafting' : 'skipped';
  if (status === 'drafting' && letter.problem === found?.why) return [];
  const set = { status, problem: found?.why ?? '' } as const;
  return [{ id: letter.id, expect: { status: 'drafting' }, set }];
}

/** Why a letter is not written, for now or for good. */
function whyNotYet(
  letter: Waiting,
  client: Client | undefined,
  followed: Followed | undefined,
  desk: Desk,
): Hindrance | undefined {
  const waits = whyWait(letter, desk.resting);
  if (waits !== undefined) return { kind: 'waits', why: waits };
  const why = whyNotWrite(client, followed);
  if (why !== undefined) return { kind: 'over', why };
  if (client === undefined || followed === undefined) return undefined;
  const { settings, today } = desk;
  return hindrance(followed, letter, desk.lifeOf(client), desk.followed, settings, today);
}

/** Why a letter cannot be written for now: a person may only have mistyped a cell, or rests the occasion. */
function whyWait(letter: Waiting, resting: Desk['resting']): string | undefined {
  if (resting.clients.has(letter.clientId)) {
    return 'Waits, for the client’s row in the Clients tab holds something that cannot be read.';
  }
  if (resting.occasions.has(letter.occasionId)) {
    return 'Waits, for its occasion in the Occasions tab is not active, or cannot be read.';
  }
  return undefined;
}

function whyNotWrite(
  client: Client | undefined,
  followed: Followed | undefined,
): string | undefined {
  if (client === undefined) {
    return 'The client is no longer in the Clients tab, or shares another row’s mail address.';
  }
  if (followed === undefined) return 'The occasion is no longer in the Occasions tab.';
  const may = reach(client);
  return may.letters === 'none' ? `The client ${may.why}.` : undefined;
}
