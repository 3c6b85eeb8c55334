import { clientOfToken } from '../core/clients/client';
import { dayOf } from '../core/calendar';
import type { GateEvent } from '../core/referrals/gate';
import { EventsAnswer, OkAnswer } from '../core/referrals/gate-answers';
import { untapped } from '../core/letters/outcome';
import { clicksFrom } from '../core/referrals/click';
import { withScanners } from '../core/referrals/scanner';
import { isScanner } from '../core/referrals/verdict';
import { clicks, clients, letters, LEVELS, links } from '../core/workbook';
import { many } from '../core/words/count';
import type { Services } from '../services';
import { noteClaims } from './claims';
import { askGate } from './gate';
import type { JobResult } from './job';
import { OUTCOME_COLUMNS, saveOutcomes, withdrawTaps } from './outcomes';
import { STATE, VAULT } from './state';

type CollectServices = Pick<Services, 'sheets' | 'http' | 'state' | 'vault' | 'clock'>;

const BATCH = 200;

/**
 * Fetches what happened at the gate: visits become Clicks rows, judged one by one and then together;
 * unsubscribes end the letters. An event leaves the gate only once it stands in the sheet; met again,
 * it changes nothing.
 */
export function collect(services: CollectServices): JobResult {
  if (services.state.get(STATE.gate) === undefined) return { done: '' };
  const sums = {
    visits: 0,
    taps: 0,
    scanners: 0,
    claims: 0,
    unsubscribed: 0,
    unknown: 0,
    lost: 0,
  };
  const unread: string[] = [];
  for (let more = true; more;) {
    const answer = askGate(services, { op: 'events', limit: BATCH }, EventsAnswer);
    sums.lost += answer.dropped;
    if (answer.events.length === 0) break;
    noteVisits(services, answer.events, sums);
    noteUnsubscribes(services, answer.events, sums);
    const { booked, problems } = noteClaims(services, answer.events);
    sums.claims += booked;
    unread.push(...problems);
    askGate(services, { op: 'ack', ids: answer.events.map(({ id }) => id) }, OkAnswer);
    more = answer.more;
  }
  return report(sums, unread);
}

interface Sums {
  visits: number;
  taps: number;
  scanners: number;
  claims: number;
  unsubscribed: number;
  unknown: number;
  lost: number;
}

function noteVisits({ sheets, clock }: CollectServices, events: GateEvent[], sums: Sums): void {
  if (!events.some(({ kind }) => (LEVELS as readonly string[]).includes(kind))) return;
  const known = sheets.read(clicks).rows;
  const mailing = {
    links: sheets.readColumns(links, ['code', 'clientId', 'productId', 'letterId']).rows,
    letters: sheets.readColumns(letters, [...OUTCOME_COLUMNS, 'clientId']).rows,
    clients: sheets.readColumns(clients, ['id', 'email']).rows,
  };
  const one = clicksFrom(events, known, mailing.links);
  const { added, changed, dropped } = withScanners(one, known, mailing, clock.now());
  const before = new Map(known.map((click) => [click.id, click]));
  const now = [...added, ...changed];
  // First, for once the clicks are written nobody would know any more.
  withdrawTaps(sheets, untapped(known, now));
  sheets.append(clicks, added);
  sheets.patch(
    clicks,
    changed.map(({ id, at, level, counted, why, agent, wentOn }) => ({
      id,
      // What a person judges in these seconds stays.
      expect: { counted: before.get(id)?.counted ?? false, why: before.get(id)?.why ?? '' },
      set: { at, level, counted, why, agent, wentOn },
    })),
  );
  sums.visits += added.length;
  sums.taps += now.filter((c) => c.counted && before.get(c.id)?.counted !== true).length;
  sums.scanners += now.filter((c) => isScanner(c) && before.get(c.id)?.why !== c.why).length;
  for (const count of dropped.values()) sums.unknown += count;
  const seen = { letters: mailing.letters, clicks: now, commissions: [] };
  saveOutcomes(sheets, seen, dayOf(clock.now(), sheets.zone()));
}

/** Ends a client's letters for good: consent, and every letter that has not left. */
function noteUnsubscribes(services: CollectServices, events: GateEvent[], sums: Sums): void {
  const asked = events.filter(({ kind }) => kind === 'unsubscribe');
  if (asked.length === 0) return;
  const { sheets, vault } = services;
  const key = vault.get(VAULT.linkKey) ?? '';
  const when = new Map<string, number>();
  for (const { data, at } of asked) {
    const clientId = clientOfToken(typeof data?.token === 'string' ? data.token : '', key);
    if (clientId === undefined) sums.unknown++;
    else when.set(clientId, at);
  }
  const leaving = sheets
    .read(clients)
    .rows.filter(({ id, consent }) => when.has(id) && consent !== 'unsubscribed');
  sheets.patch(
    clients,
    leaving.map(({ id }) => ({
      id,
      set: {
        consent: 'unsubscribed' as const,
        consentBasis: 'unsubscribed by the link in a letter',
        consentDate: dayOf(when.get(id) ?? 0, sheets.zone()),
      },
    })),
  );
  stopLetters(services, new Set(when.keys()));
  sums.unsubscribed += leaving.length;
}

/** Letters not sent yet are skipped; the last one sent has `unsubscribed` for its outcome. */
function stopLetters({ sheets }: CollectServices, leaving: Set<string>): void {
  const theirs = sheets
    .readColumns(letters, ['id', 'clientId', 'status', 'sent', 'outcome'])
    .rows.filter(({ clientId }) => leaving.has(clientId));
  const waiting = theirs.filter(({ status }) =>
    ['drafting', 'drafted', 'approved', 'held'].includes(status),
  );
  const lastSent = new Map<string, (typeof theirs)[number]>();
  for (const letter of theirs) {
    const last = lastSent.get(letter.clientId);
    if (letter.sent !== null && letter.sent > (last?.sent ?? 0))
      lastSent.set(letter.clientId, letter);
  }
  sheets.patch(letters, [
    ...waiting.map(({ id, status }) => ({
      id,
      expect: { status },
      set: { status: 'skipped' as const, problem: 'The client unsubscribed.' },
    })),
    ...[...lastSent.values()]
      .filter(({ outcome }) => outcome !== 'bought' && outcome !== 'unsubscribed')
      .map(({ id }) => ({ id, set: { outcome: 'unsubscribed' as const } })),
  ]);
}

function report(
  { visits, taps, scanners, claims, unsubscribed, unknown, lost }: Sums,
  unread: string[],
): JobResult {
  const parts = [
    visits > 0 ? `${many(visits, 'visit')} noted` : '',
    taps > 0 ? `${many(taps, 'tap')} counted` : '',
    scanners > 0 ? `${many(scanners, 'visit')} marked as a mail scanner’s` : '',
    claims > 0 ? `${many(claims, 'sale')} claimed by postback` : '',
    unsubscribed > 0 ? `${many(unsubscribed, 'client')} unsubscribed` : '',
    unknown > 0 ? `${many(unknown, 'event')} of unknown links or tokens passed over` : '',
  ];
  const done = parts.filter((part) => part !== '').join(', ');
  const problems = [...unread];
  if (lost > 0) {
    problems.push(
      `The gate’s journal was full, and it let ${many(lost, 'event')} go by unnoted. Collect more often, or look whether somebody floods your links.`,
    );
  }
  return problems.length === 0 ? { done } : { done, problem: problems.join('\n') };
}
