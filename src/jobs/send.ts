import type { Instant } from '../core/calendar';
import { clientsById } from '../core/clients/client';
import { whyNotSend } from '../core/letters/approval';
import { TOKEN_HEADER } from '../core/letters/mime';
import { cut, Problem } from '../core/problem';
import { readOwnAddresses } from '../core/referrals/own-address';
import type { Patch } from '../core/schema/writing';
import { missingToSend, type Settings } from '../core/settings';
import { addresses, clients, type Letter, letters, links, products } from '../core/workbook';
import { many } from '../core/words/count';
import type { DraftPlace, Services } from '../services';
import { collect } from './collect';
import type { JobResult } from './job';
import { type Desk, leftOut, linkKey, packLetter, tokenOf } from './parcel';
import { recentTests } from './quota';
import { pushRoutes } from './routes';
import { STATE } from './state';

type SendServices = Pick<
  Services,
  'sheets' | 'http' | 'mail' | 'state' | 'vault' | 'clock' | 'progress'
>;
type LetterPatch = Patch<typeof letters.columns>;

const WAVE = 10;
const DAY_MS = 24 * 3600 * 1000;

/**
 * Sends what was approved, each letter once. First what the gate knows is collected, so that nobody
 * who just unsubscribed is written to; where that fails, nothing is sent.
 */
export function sendApproved(services: SendServices, deadline: Instant): JobResult {
  const { sheets, clock, progress } = services;
  const { settings } = sheets.settings();
  const all = sheets.readColumns(letters, ['id', 'status', 'approved', 'sent']).rows;
  const stuck = all.filter(({ status }) => status === 'sending');
  const approved = all
    .filter(({ status }) => status === 'approved')
    .sort((a, b) => (a.approved ?? 0) - (b.approved ?? 0))
    .map(({ id }) => id);
  if (stuck.length + approved.length === 0) return { done: '' };

  assertReady(services, settings);
  const sums = newSums();
  collect(services);
  const known = readLinks(services);
  const again = recover(
    services,
    stuck.map(({ id }) => id),
    known,
    sums,
  );
  approved.push(...again);
  if (settings.linkWay !== 'straight') pushRoutes(services);
  const room = settings.mailsADay - leftLately(services, all) - sums.sent;
  const going = approved.slice(0, Math.max(0, room));
  let at = 0;
  for (; at < going.length && clock.now() <= deadline && !sums.halted; at += WAVE) {
    progress.show({ job: 'Sending letters', done: at, of: going.length });
    if (at > 0) collect(services);
    sendWave(services, going.slice(at, at + WAVE), known, sums);
  }
  const waiting = approved.length - going.length;
  return {
    ...report(sums, waiting, settings, at < going.length),
    ...whenAgain(services, all, sums, waiting),
  };
}

const HOUR_MS = 3600 * 1000;

/** When the mailbox takes more: in an hour where Gmail refused, else as the day's quota frees up. */
function whenAgain(
  { clock }: SendServices,
  all: Pick<Letter, 'sent'>[],
  { halted }: Sums,
  waiting: number,
): Pick<JobResult, 'lookAgainAt'> {
  if (halted !== '') return { lookAgainAt: clock.now() + HOUR_MS };
  if (waiting === 0) return {};
  const since = clock.now() - DAY_MS;
  const sent = all.flatMap((letter) => ((letter.sent ?? 0) > since ? [letter.sent ?? 0] : []));
  return { lookAgainAt: Math.min(clock.now(), ...sent) + DAY_MS };
}

interface Sums {
  sent: number;
  skipped: number;
  held: number;
  failed: number;
  /** Why the mailbox takes no more for now. */
  halted: string;
}

const newSums = (): Sums => ({ sent: 0, skipped: 0, held: 0, failed: 0, halted: '' });

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

/** Mails that count against the day's quota: letters of the last 24 hours, and tests. */
function leftLately({ state, clock }: SendServices, all: Pick<Letter, 'sent'>[]): number {
  const since = clock.now() - DAY_MS;
  const sent = all.filter((letter) => (letter.sent ?? 0) > since).length;
  return sent + recentTests(state, clock.now()).length;
}

/**
 * Sends up to a wave of letters, step by step for all of them, so that the sheet is written three
 * times. Each step is stored before the next, so an execution may die between any two.
 */
function sendWave(services: SendServices, ids: string[], known: Desk['links'], sums: Sums): void {
  const { sheets, mail } = services;
  const desk = openDesk(services, known);
  const wave = sheets
    .find(letters, ids)
    .filter(({ status }) => status === 'approved')
    .sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id));
  const parcels = turnBack(services, wave, desk, sums).map((letter) => ({
    letter,
    raw: packLetter(services, desk, letter),
  }));
  const marks = parcels.map(({ letter }) => marking(letter, desk, services));
  const marked = new Set(sheets.patch(letters, marks));
  const failures: LetterPatch[] = [];
  const placed: Placed[] = [];
  for (const { letter, raw } of parcels) {
    if (!marked.has(letter.id)) continue;
    if (sums.halted !== '') {
      failures.push(waiting(letter));
      continue;
    }
    try {
      placed.push({ letter, place: mail.createDraft(raw) });
    } catch (error) {
      failures.push(failing(letter, error, sums));
    }
  }
  const noted = new Set(sheets.patch(letters, placed.map(noting)));
  const patches = placed.flatMap((parcel) => {
    if (noted.has(parcel.letter.id)) return [deliver(services, parcel, sums)];
    // A row that a person took back in these seconds does not go out.
    mail.deleteDraft(parcel.place.draftId);
    return [];
  });
  sheets.patch(letters, [...patches, ...failures]);
}

/** A letter with its draft in Gmail. */
interface Placed {
  letter: Letter;
  place: DraftPlace;
}

/** Read anew for each wave: a person may change consent or products meanwhile. */
function openDesk({ sheets, mail }: SendServices, known: Desk['links']): Desk {
  const offers = sheets.read(products).rows;
  return {
    settings: sheets.settings().settings,
    from: mail.ownAddress(),
    clients: clientsById(sheets.read(clients).rows),
    products: new Map(offers.map((product) => [product.id, product])),
    own: readOwnAddresses(sheets.read(addresses).rows, offers).own,
    links: known,
  };
}

function readLinks({ sheets }: SendServices): Desk['links'] {
  const rows = sheets.readColumns(links, ['code', 'letterId', 'productId']).rows;
  return new Map(rows.map(({ code, letterId, productId }) => [linkKey(letterId, productId), code]));
}

function whyNot(
  letter: Letter,
  { clients: people, products: offers, links: known }: Desk,
): string | undefined {
  const hasLink = (productId: string): boolean => known.has(linkKey(letter.id, productId));
  return whyNotSend(letter, people.get(letter.clientId), offers, hasLink);
}

/** Skips the letters that may not go after all, with the reason; returns the others. */
function turnBack({ sheets }: SendServices, wave: Letter[], desk: Desk, sums: Sums): Letter[] {
  const reasons = new Map(wave.map((letter) => [letter, whyNot(letter, desk)]));
  const skipped = wave.filter((letter) => reasons.get(letter) !== undefined);
  const patches = skipped.map((letter): LetterPatch => ({
    id: letter.id,
    expect: { status: 'approved' },
    set: { status: 'skipped', problem: reasons.get(letter) ?? '' },
  }));
  sums.skipped += sheets.patch(letters, patches).length;
  return wave.filter((letter) => !skipped.includes(letter));
}

/** Only a row that is word for word what was approved goes on its way. */
function marking(letter: Letter, desk: Desk, { clock }: SendServices): LetterPatch {
  const { id, subject, body, approved } = letter;
  return {
    id,
    expect: { status: 'approved', subject, body },
    set: {
      status: 'sending',
      draftId: '',
      threadId: '',
      approved: approved ?? clock.now(),
      problem: leftOut(letter, desk),
    },
  };
}

function noting({ letter, place }: Placed): LetterPatch {
  const { draftId, threadId } = place;
  return { id: letter.id, expect: { status: 'sending' }, set: { draftId, threadId } };
}

/** Sends a draft; where Gmail fails, it is asked whether the mail left all the same. */
function deliver(
  { mail, clock }: SendServices,
  { letter, place }: Placed,
  sums: Sums,
): LetterPatch {
  try {
    if (sums.halted === '') mail.sendDraft(place.draftId);
    else throw new Error(sums.halted);
  } catch (error) {
    if (mail.hasDraft(place.draftId) || !mail.wasSent(place.threadId)) {
      mail.deleteDraft(place.draftId);
      return failing(letter, error, sums);
    }
  }
  sums.sent++;
  return closing(letter, clock.now());
}

function closing({ id }: Letter, now: Instant): LetterPatch {
  return { id, expect: { status: 'sending' }, set: { status: 'sent', sent: now } };
}

/** Trouble that passes sends the letter back to wait; any other needs a person. */
function failing({ id }: Letter, error: unknown, sums: Sums): LetterPatch {
  const message = error instanceof Error ? error.message : String(error);
  const passes = /quota|limit|too many|429|50\d|temporar|unavailable|timed? ?out/i.test(message);
  if (passes) sums.halted = message;
  else sums.failed++;
  return {
    id,
    expect: { status: 'sending' },
    set: {
      status: passes ? 'approved' : 'failed',
      draftId: '',
      threadId: '',
      problem: `Gmail did not take it: ${cut(message, 200)}`,
    },
  };
}

/**
 * Puts right what an execution that died left in `sending`. A draft that is still there is sent; one
 * that is gone and whose conversation holds a sent mail was sent. Without a stored id nothing was
 * sent by us: the draft is looked for by its token, else the letter waits again. Returns the ids of
 * those that wait again.
 */
function recover(
  services: SendServices,
  stuck: string[],
  known: Desk['links'],
  sums: Sums,
): string[] {
  if (stuck.length === 0) return [];
  const { sheets, mail, clock } = services;
  const desk = openDesk(services, known);
  const patches = sheets.find(letters, stuck).map((letter): LetterPatch => {
    const token = tokenOf(services.vault, letter);
    const place =
      letter.draftId === ''
        ? mail.findMail(TOKEN_HEADER, token)
        : { draftId: letter.draftId, threadId: letter.threadId };
    if (place === undefined) return waiting(letter);
    if (!mail.hasDraft(place.draftId)) {
      if (!mail.wasSent(place.threadId)) return holding(letter, sums);
      sums.sent++;
      return closing(letter, clock.now());
    }
    const why = whyNot(letter, desk);
    if (why !== undefined) {
      mail.deleteDraft(place.draftId);
      sums.skipped++;
      return {
        id: letter.id,
        expect: { status: 'sending' },
        set: { status: 'skipped', draftId: '', threadId: '', problem: why },
      };
    }
    const [isOurs] = sheets.patch(letters, [noting({ letter, place })]);
    if (isOurs !== undefined) return deliver(services, { letter, place }, sums);
    mail.deleteDraft(place.draftId);
    return waiting(letter);
  });
  const done = new Set(sheets.patch(letters, patches));
  return patches.flatMap(({ id, set }) => (set.status === 'approved' && done.has(id) ? [id] : []));
}

function waiting({ id }: Letter): LetterPatch {
  return { id, expect: { status: 'sending' }, set: { status: 'approved' } };
}

function holding({ id }: Letter, sums: Sums): LetterPatch {
  sums.held++;
  return {
    id,
    expect: { status: 'sending' },
    set: {
      status: 'held',
      problem:
        'A run broke off while this letter was leaving, and its draft is gone. Look in Gmail whether it was sent; then approve it again, or skip it.',
    },
  };
}

function report(
  { sent, skipped, held, failed, halted }: Sums,
  tomorrow: number,
  settings: Settings,
  unfinished: boolean,
): JobResult {
  const done = [
    sent > 0 ? `${many(sent, 'letter')} sent` : '',
    skipped > 0 ? `${skipped} skipped` : '',
    tomorrow > 0
      ? `${many(tomorrow, 'letter')} left for tomorrow (${settings.mailsADay} a day)`
      : '',
  ];
  const problems = [
    held > 0 ? `${many(held, 'letter')} held: a run broke off while leaving.` : '',
    failed > 0 ? `${many(failed, 'letter')} failed; the Letters tab says why.` : '',
    halted === '' ? '' : `Gmail takes no more for now (${cut(halted, 160)}); the rest waits.`,
  ];
  const problem = problems.filter((part) => part !== '').join(' ');
  return {
    done: done.filter((part) => part !== '').join(', '),
    ...(problem === '' ? {} : { problem }),
    unfinished: unfinished && halted === '',
  };
}
