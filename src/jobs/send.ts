import { DAY_MS, dayOf, type Instant } from '../core/calendar';
import { readOccasions } from '../core/letters/occasion';
import { inOrder } from '../core/letters/turn';
import { Problem } from '../core/problem';
import { missingToSend, type Settings } from '../core/settings';
import { type Letter, letters, occasions, products } from '../core/workbook';
import { many } from '../core/words/count';
import { collect } from './collect';
import { openDesk, readLinks, type SendServices } from './desk';
import type { JobResult } from './job';
import { lineAccount, noteLineRun } from './line/kept';
import { askRoom, type LineRoom } from './line/month';
import type { Desk } from './parcel';
import { leftLately } from './quota';
import { recover, type Run } from './recover';
import { hearReplies } from './replies';
import { pushRoutes } from './routes';
import { STATE } from './state';
import { isStopped, newTally, report, type Tally } from './tally';
import { sendWave } from './wave';

const WAVE = 10;
const WANTED = ['id', 'occasionId', 'channel', 'status', 'created', 'approved', 'sent'] as const;
type Waiting = Pick<Letter, (typeof WANTED)[number]>;

/**
 * Sends what was approved, each letter once. First what the gate knows is collected, so that nobody
 * who just unsubscribed is written to; where that fails, nothing is sent.
 */
export function sendApproved(services: SendServices, deadline: Instant): JobResult {
  const { sheets, clock } = services;
  const settings = sheets.settingsNow();
  // A cell that cannot be read is blank here; such a row is met again, and told, when it is read whole.
  const all = sheets.readColumns(letters, WANTED).all;
  const stuck = all.filter(({ status }) => status === 'sending');
  const approved = all.filter(({ status }) => status === 'approved');
  if (settings.paused || stuck.length + approved.length === 0) return { done: '' };

  assertReady(services, settings);
  const tally = newTally();
  const run = {
    tally,
    room: settings.mailsADay - leftLately(services.state, all, clock.now()),
    deadline,
    line: NO_LINE,
  };
  collect(services);
  hearReplies(services, deadline);
  const known = readLinks(services);
  run.line = roomOnLine(services, [...stuck, ...approved]);
  const ids = stuck.map(({ id }) => id);
  const lost = ids.length > 0 ? recover(services, openDesk(services, known), ids, run) : [];
  const going = [...stuck.filter(({ id }) => lost.includes(id)), ...inTurn(services, approved)];
  if (settings.linkWay !== 'straight') pushRoutes(services);
  const left = tally.late + sendAll(services, going, run, known);
  if (run.line !== NO_LINE) {
    const did = `${many(tally.sent - tally.mails, 'letter')} sent`;
    noteLineRun(services, { did, problem: tally.offLine > 0 ? run.line.why : '' });
  }
  return {
    ...report(tally, left, settings.mailsADay),
    ...whenAgain(services, all, tally, left),
    unfinished: tally.full === '' && (clock.now() > deadline || tally.unclear + tally.adrift > 0),
  };
}

/** Approved letters in the order in which they go. */
function inTurn({ sheets, clock }: SendServices, approved: Waiting[]): Waiting[] {
  const today = dayOf(clock.now(), sheets.zone());
  const offers = sheets.readColumns(products, ['id', 'name']).rows;
  const { followed } = readOccasions(sheets.read(occasions).rows, offers, today);
  return inOrder(approved, followed);
}

const NO_LINE: LineRoom = { left: 0, why: '' };

/** What LINE takes, asked only where a letter is to go there. */
function roomOnLine(services: SendServices, going: Waiting[]): LineRoom {
  const account = lineAccount(services);
  const isWanted = going.some(({ channel }) => channel === 'line');
  return isWanted && account !== undefined ? askRoom(services, account) : NO_LINE;
}

/**
 * Sends wave by wave until all is tried, the quota or the time is used, or somebody pauses it;
 * returns how many the mailbox's day has no room for.
 */
function sendAll(services: SendServices, going: Waiting[], run: Run, known: Desk['links']): number {
  const { sheets, clock, progress } = services;
  const { tally, room, deadline } = run;
  let rest = going;
  while (rest.length > 0 && !isStopped(tally)) {
    const wave = nextWave(rest, room - tally.mails);
    if (wave.length === 0) break;
    if (clock.now() > deadline || sheets.settingsNow().paused) return 0;
    progress.show({ job: 'Sending letters', done: going.length - rest.length, of: going.length });
    if (rest !== going) {
      collect(services);
      hearReplies(services, deadline);
    }
    sendWave(
      services,
      wave.map(({ id }) => id),
      known,
      run,
    );
    rest = rest.filter((letter) => !wave.includes(letter));
  }
  return tally.mails >= room ? rest.filter(isMail).length : 0;
}

/** The letters that go next; of mails no more than the day has room for. */
function nextWave(rest: Waiting[], room: number): Waiting[] {
  const mails = new Set(rest.filter(isMail).slice(0, Math.max(0, room)));
  return rest.filter((letter) => !isMail(letter) || mails.has(letter)).slice(0, WAVE);
}

function isMail({ channel }: Waiting): boolean {
  return channel !== 'line';
}

const HOUR_MS = 3600 * 1000;

/**
 * When there is more to do: in an hour where Gmail refused, at the next beat where a letter went
 * back to be written, else as the day's quota frees up.
 */
function whenAgain(
  { clock }: SendServices,
  all: Pick<Letter, 'sent'>[],
  { full, drafting }: Tally,
  left: number,
): Pick<JobResult, 'lookAgainAt'> {
  if (drafting > 0) return { lookAgainAt: clock.now() };
  if (full !== '') return { lookAgainAt: clock.now() + HOUR_MS };
  if (left === 0) return {};
  const since = clock.now() - DAY_MS;
  const sent = all.flatMap((letter) => ((letter.sent ?? 0) > since ? [letter.sent ?? 0] : []));
  return { lookAgainAt: Math.min(clock.now(), ...sent) + DAY_MS };
}

function assertReady({ state }: SendServices, settings: Settings): void {
  const missing = missingToSend(settings);
  if (missing.length > 0) {
    throw new Problem({
      code: 'not-ready-to-send',
      tab: 'Settings',
      sentence: `Nothing can be sent yet: ${missing.join(', ')} ${missing.length === 1 ? 'is' : 'are'} not filled in.`,
      remedy: 'Fill in what is missing under Perennial → Open Perennial → Set up.',
    });
  }
  if (settings.linkWay !== 'straight' && state.get(STATE.gate) === undefined) {
    throw new Problem({
      code: 'gate-missing',
      sentence: 'Nothing can be sent yet: there is no gate for the links and the unsubscribe page.',
      remedy:
        'Pair one under Perennial → Open Perennial → Set up, or choose straight under “Links lead through”.',
    });
  }
}
