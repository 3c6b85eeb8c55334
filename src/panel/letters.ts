import { hostOf } from '../core/address';
import { dayOf, quarterOf } from '../core/calendar';
import { clientsById } from '../core/clients/client';
import { assertMove } from '../core/letters/approval';
import { checkEdit, passedByEdit } from '../core/letters/checks';
import { isSound, readEvidence, withChecks } from '../core/letters/evidence';
import { invitationTo } from '../core/letters/invitation';
import { renderLetter, renderLetterOnLine } from '../core/letters/letter';
import type { LineMessage } from '../core/letters/line-message';
import { mimeMessage } from '../core/letters/mime';
import { PLACES } from '../core/letters/occasion';
import { productMark } from '../core/letters/prompt';
import { withoutReport } from '../core/letters/report';
import { unmeasuredNumbers } from '../core/letters/unmeasured';
import { cut, Problem } from '../core/problem';
import type { Patch } from '../core/schema/writing';
import { missingToSend } from '../core/settings';
import {
  type Client,
  clients,
  type Letter,
  letters,
  type LetterStatus,
  type Product,
  products,
} from '../core/workbook';
import { assertNotPaused } from '../jobs/job';
import { lineAccount } from '../jobs/line/kept';
import { noteTest, recentTests } from '../jobs/quota';
import { STATE } from '../jobs/state';
import type { Services } from '../services';
import type { LetterView, Moved, PanelAnswers, PanelRequest, QueueLine } from './protocol';

type LetterServices = Pick<Services, 'sheets' | 'state' | 'vault' | 'clock'>;

const WAITING: readonly string[] = ['drafted', 'approved', 'held', 'failed'];
const OPENING = 140;
const LONGEST_GREETING = 60;

/**
 * The letters that wait for a person or for their turn, those for a person first; and those of this
 * quarter that were written and skipped, which can be put back.
 */
export function queue(services: LetterServices): PanelAnswers['queue'] {
  const { sheets, clock } = services;
  const desk = openDesk(services);
  const order = ['held', 'failed', 'drafted', 'approved'];
  const quarter = quarterOf(dayOf(clock.now(), sheets.zone()));
  const shown = sheets
    .readColumns(letters, ['id', 'status', 'period'])
    .rows.filter(
      ({ status, period }) =>
        WAITING.includes(status) || (status === 'skipped' && period === quarter),
    );
  const found = sheets
    .find(
      letters,
      shown.map(({ id }) => id),
    )
    .sort((a, b) => order.indexOf(a.status) - order.indexOf(b.status));
  const lines = (rows: Letter[]): QueueLine[] => rows.map((letter) => queueLineOf(letter, desk));
  return {
    letters: lines(found.filter(({ status }) => status !== 'skipped')),
    skipped: lines(found.filter(({ status, body }) => status === 'skipped' && body !== '')),
  };
}

/** One letter as its client would see it. Its links lead to the products' ordinary pages. */
export function viewLetter(services: LetterServices, id: string): LetterView {
  const { sheets } = services;
  const desk = openDesk(services);
  return viewOf(find(sheets, id), desk, sheets);
}

/** Saves a person's words, and the letter waits for approval again. */
export function saveLetter(
  services: LetterServices,
  { letter: id, subject, body }: Extract<PanelRequest, { do: 'saveLetter' }>,
): LetterView {
  const { sheets } = services;
  const desk = openDesk(services);
  const letter = find(sheets, id);
  if (!['drafted', 'approved', 'held', 'failed'].includes(letter.status)) throw notEditable(letter);
  const failures = checkEdit(
    { subject: subject.trim(), body },
    letter.products.map((_, i) => productMark(PLACES[i] ?? '')),
    namesIn(letter, desk, sheets.settings().settings.senderName),
  );
  if (failures.length > 0) throw notSaved(failures);
  const words = { subject: subject.trim(), body };
  const passed = passedByEdit(unmeasuredIn({ ...letter, ...words }, desk, sheets));
  const checks = withChecks(letter.checks, passed, true);
  const set = { ...words, checks, status: 'drafted' as const, approved: null };
  const [done] = sheets.patch(letters, [{ id, expect: { status: letter.status }, set }]);
  if (done === undefined) throw notEditable(letter);
  return viewOf({ ...letter, ...set }, desk, sheets);
}

/** Lets drafted letters go at the next sending. */
export function approve(services: LetterServices, ids: string[]): Moved {
  const approved = services.clock.now();
  return move(services, ids, 'approved', ({ status }) => ({
    approved,
    problem: '',
    // Held: a person looked in Gmail and knows that it did not leave, so nothing is looked up again.
    ...(status === 'held' ? { draftId: '', threadId: '' } : {}),
  }));
}

/** Stops letters, with the reason; until the quarter ends they can be put back. */
export function skip(services: LetterServices, ids: string[], why: string): Moved {
  return move(services, ids, 'skipped', () => ({ problem: why.trim() || 'Skipped by hand.' }));
}

/** Puts approved or skipped letters back, to wait for approval. */
export function takeBack(services: LetterServices, ids: string[]): Moved {
  return move(services, ids, 'drafted', () => ({ approved: null, problem: '' }));
}

/** Has letters written once more, from facts measured anew. */
export function rewrite(services: LetterServices, ids: string[]): Moved {
  return move(services, ids, 'drafting', () => ({ products: [], problem: '' }));
}

/** Sends a letter to the freelancer's own reply-to address, marked as a test and with harmless links. */
export function sendTest(
  services: LetterServices & Pick<Services, 'mail'>,
  id: string,
): PanelAnswers['sendTest'] {
  const { sheets, mail, state, clock } = services;
  const { settings } = sheets.settings();
  assertNotPaused(settings);
  const missing = missingToSend(settings);
  if (missing.length > 0) throw notReady(missing);
  const now = clock.now();
  const recent = recentTests(state, now).length;
  const letter = find(sheets, id);
  const rendered = mailOf(letter, openDesk(services), sheets);
  const { replyTo, senderName } = settings;
  const raw = mimeMessage(
    { ...rendered, subject: `[Test] ${letter.subject}` },
    {
      from: { name: senderName, address: mail.ownAddress() },
      to: { name: senderName, address: replyTo },
      replyTo,
      date: now,
      token: `test-${letter.id}-${recent}`,
      unsubscribe: { web: '', mail: '' },
    },
  );
  noteTest(state, now);
  mail.sendDraft(mail.createDraft(raw).draftId);
  return { to: replyTo };
}

interface Desk {
  clients: Map<string, Client>;
  products: Map<string, Product>;
  /** By which id clients find the official account on LINE; undefined while none is connected. */
  account: string | undefined;
}

function openDesk({ sheets, state, vault }: LetterServices): Desk {
  return {
    account: lineAccount({ state, vault })?.id,
    clients: clientsById(sheets.read(clients)),
    products: new Map(sheets.read(products).rows.map((product) => [product.id, product])),
  };
}

function find(sheets: Services['sheets'], id: string): Letter {
  const [letter] = sheets.find(letters, [id]);
  if (letter === undefined) throw letterGone(id);
  return letter;
}

function queueLineOf(letter: Letter, desk: Desk): QueueLine {
  const client = desk.clients.get(letter.clientId);
  const { failed, passed, why, checks } = readEvidence(letter.checks);
  return {
    id: letter.id,
    client: client?.name || client?.company || letter.clientId,
    channel: letter.channel || 'email',
    email: client?.email ?? '',
    status: letter.status,
    subject: letter.subject,
    opening: openingOf(letter.body),
    products: letter.products.map((id, i) => ({
      name: desk.products.get(id)?.name ?? id,
      why: why[i] ?? '',
    })),
    findings: { failed, passed },
    checks,
    isSound: isSound(letter),
    writer: letter.writer,
    problem: letter.problem,
  };
}

/** The first words after the greeting; neither findings nor places of links are words. */
function openingOf(body: string): string {
  const words = withoutReport(body);
  const [greeting = '', ...rest] = words.split(/\n{2,}/);
  const text = rest.length > 0 && greeting.length < LONGEST_GREETING ? rest.join('\n') : words;
  const lines = text.split('\n').filter((line) => !/^\s*\[\[/.test(line));
  return cut(lines.join(' '), OPENING);
}

/** A letter's mail with links that count nothing. */
function mailOf(letter: Letter, desk: Desk, sheets: Services['sheets']) {
  const { settings } = sheets.settings();
  const client = clientOf(letter, desk.clients);
  return renderLetter(letter, {
    client,
    products: desk.products,
    settings,
    unsubscribe: '',
    ...invitationTo(client, settings, desk.account, OWN_CODE),
    addressOf: ({ page }) => page || 'about:blank',
  });
}

/** Stands for the code that each client gets in their own letter. */
const OWN_CODE = '••••••••';

/** A letter on LINE, with links that lead nowhere; nothing where no account is connected. */
function lineOf(letter: Letter, desk: Desk, sheets: Services['sheets']): LineMessage[] {
  if (desk.account === undefined && letter.channel !== 'line') return [];
  return renderLetterOnLine(letter, {
    client: clientOf(letter, desk.clients),
    products: desk.products,
    settings: sheets.settings().settings,
    unsubscribe: '',
    addressOf: () => 'https://nowhere.invalid/',
  });
}

function clientOf(letter: Letter, clients: Desk['clients']): Client {
  const client = clients.get(letter.clientId);
  if (client === undefined) throw clientGone(letter);
  return client;
}

function viewOf(letter: Letter, desk: Desk, sheets: Services['sheets']): LetterView {
  const { html, text } = mailOf(letter, desk, sheets);
  const { body, checks: evidence } = letter;
  const unmeasured = unmeasuredIn(letter, desk, sheets);
  const line = lineOf(letter, desk, sheets);
  return { ...queueLineOf(letter, desk), body, line, html, text, evidence, unmeasured };
}

function unmeasuredIn(letter: Letter, desk: Desk, sheets: Services['sheets']): string[] {
  return unmeasuredNumbers(letter, {
    client: clientOf(letter, desk.clients),
    products: letter.products.flatMap((id) => desk.products.get(id) ?? []),
    language: sheets.settings().settings.language,
  });
}

/** The names in which an address may stand in a letter. */
function namesIn(letter: Letter, desk: Desk, sender: string): string[] {
  const client = desk.clients.get(letter.clientId);
  return [
    hostOf(client?.website ?? ''),
    client?.company ?? '',
    client?.name ?? '',
    sender,
    ...letter.products.map((id) => desk.products.get(id)?.name ?? ''),
    // What the report measured may name the site's own addresses; a person has seen it.
    letter.body,
  ];
}

function move(
  { sheets, state }: LetterServices,
  ids: string[],
  to: LetterStatus,
  also: (letter: Letter) => Partial<Letter>,
): Moved {
  const byId = new Map(sheets.find(letters, ids).map((letter) => [letter.id, letter]));
  const refused: Moved['refused'] = [];
  const patches: Patch<typeof letters.columns>[] = [];
  for (const id of new Set(ids)) {
    const letter = byId.get(id);
    try {
      if (letter === undefined) throw letterGone(id);
      assertMove(letter, to);
      patches.push({ id, expect: { status: letter.status }, set: { status: to, ...also(letter) } });
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      refused.push({ letter: id, why: error.message });
    }
  }
  const done = new Set(sheets.patch(letters, patches));
  for (const { id } of patches) {
    if (!done.has(id)) refused.push({ letter: id, why: 'It changed just now; look again.' });
  }
  state.set(STATE.look, 'letters');
  return { moved: done.size, refused };
}

function letterGone(id: string): Problem {
  return new Problem({
    code: 'letter-gone',
    tab: 'Letters',
    value: id,
    sentence: `The letter ${cut(id)} is no longer in the Letters tab.`,
    remedy: 'Reload the queue and look again.',
  });
}

function clientGone(letter: Letter): Problem {
  return new Problem({
    code: 'client-gone',
    tab: 'Letters',
    value: letter.clientId,
    sentence: `The client of “${cut(letter.subject || letter.id)}” is no longer in the Clients tab.`,
    remedy: 'Skip the letter, or put the client back.',
  });
}

function notEditable(letter: Letter): Problem {
  return new Problem({
    code: 'letter-not-editable',
    tab: 'Letters',
    column: 'Status',
    value: letter.status,
    sentence: `The letter “${cut(letter.subject || letter.id)}” is ${letter.status}, or changed just now, and was not saved.`,
    remedy: 'Reload the queue and look again.',
  });
}

function notSaved(failures: string[]): Problem {
  return new Problem({
    code: 'edit-refused',
    tab: 'Letters',
    column: 'Body',
    sentence: `The letter was not saved. ${failures.join(' ')}`,
    remedy: 'Mend that and save again.',
  });
}

function notReady(missing: string[]): Problem {
  return new Problem({
    code: 'not-ready-to-send',
    tab: 'Settings',
    sentence: `A test cannot be sent before these are filled in: ${missing.join(', ')}.`,
    remedy: 'Fill them in under Set up.',
  });
}
