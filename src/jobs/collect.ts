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
import { atFormerGates } from './former-gates';
import { askGate } from './gate';
import { noteHooks } from './hooks/take';
import type { JobResult } from './job';
import { noteFollowers } from './line/followers';
import { OUTCOME_COLUMNS, saveOutcomes, withdrawTaps } from './outcomes';
import { STATE } from './state';
import { noteUnsubscribes } from './unsubscribes';

type CollectServices = Pick<Services, 'sheets' | 'http' | 'state' | 'vault' | 'clock'>;

const BATCH = 200;

/**
 * Fetches what happened at the gate, and at those before it: visits become Clicks rows, judged one
 * by one and then together; unsubscribes end the letters. An event leaves a gate only once it stands
 * in the sheet; met again, it changes nothing.
 */
export function collect(services: CollectServices): JobResult {
  const address = services.state.get(STATE.gate);
  if (address === undefined) return { done: '' };
  const sums = newSums();
  empty(services, address, sums);
  collectFromFormer(services, sums);
  return report(sums);
}

/** Fetches what happened at former gates only; never throws where one is silent. */
export function collectLeft(services: CollectServices): JobResult {
  const sums = newSums();
  collectFromFormer(services, sums);
  return report(sums);
}

function collectFromFormer(services: CollectServices, sums: Sums): void {
  const silent = atFormerGates(services, (address) => {
    empty(services, address, sums);
  });
  if (silent !== undefined) sums.problems.push(silent.message);
}

/** Takes everything out of one gate's journal. */
function empty(services: CollectServices, address: string, sums: Sums): void {
  for (let more = true; more;) {
    const answer = askGate(services, { op: 'events', limit: BATCH }, EventsAnswer, address);
    sums.lost += answer.dropped;
    if (answer.events.length === 0) break;
    noteVisits(services, answer.events, sums);
    const ended = noteUnsubscribes(services, answer.events);
    sums.unsubscribed += ended.unsubscribed;
    sums.gone += ended.gone;
    sums.unknown += ended.unknown;
    const { booked, problems } = noteClaims(services, answer.events);
    sums.claims += booked;
    sums.problems.push(...problems);
    const onLine = noteFollowers(services, answer.events);
    sums.onLine.push(...onLine.done);
    sums.problems.push(...onLine.problems);
    const hooked = noteHooks(services, answer.events);
    sums.hooked += hooked.done;
    sums.problems.push(...hooked.problems);
    askGate(services, { op: 'ack', ids: answer.events.map(({ id }) => id) }, OkAnswer, address);
    more = answer.more;
  }
}

interface Sums {
  visits: number;
  taps: number;
  scanners: number;
  claims: number;
  /** What automations asked for and was done. */
  hooked: number;
  unsubscribed: number;
  /** Unsubscribed, and no row is left to note it in. */
  gone: number;
  unknown: number;
  lost: number;
  /** What followers on LINE did, in words. */
  onLine: string[];
  /** What a person should look at. */
  problems: string[];
}

const newSums = (): Sums => ({
  visits: 0,
  taps: 0,
  scanners: 0,
  claims: 0,
  hooked: 0,
  unsubscribed: 0,
  gone: 0,
  unknown: 0,
  lost: 0,
  onLine: [],
  problems: [],
});

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
  // Those noted before, too: a run may have died between them and the letters.
  const all = new Map([...known, ...now].map((click) => [click.id, click]));
  const seen = { letters: mailing.letters, clicks: [...all.values()], commissions: [] };
  saveOutcomes(sheets, seen, dayOf(clock.now(), sheets.zone()));
}

function report(sums: Sums): JobResult {
  const { visits, taps, scanners, claims, hooked, unsubscribed, gone, unknown, lost } = sums;
  const parts = [
    visits > 0 ? `${many(visits, 'visit')} noted` : '',
    taps > 0 ? `${many(taps, 'tap')} counted` : '',
    scanners > 0 ? `${many(scanners, 'visit')} marked as a mail scanner’s` : '',
    claims > 0 ? `${many(claims, 'sale')} claimed by postback` : '',
    hooked > 0 ? `${many(hooked, 'request')} of automations done` : '',
    unsubscribed > 0 ? `${many(unsubscribed, 'client')} unsubscribed` : '',
    ...sums.onLine,
    gone > 0 ? `${many(gone, 'client')} unsubscribed who stood in no row any more` : '',
    unknown > 0 ? `${many(unknown, 'event')} of unknown links or tokens passed over` : '',
  ];
  const done = parts.filter((part) => part !== '').join(', ');
  const problems = [...sums.problems];
  if (lost > 0) {
    problems.push(
      `The gate’s journal was full, and it let ${many(lost, 'event')} go by unnoted. Collect more often, or look whether somebody floods your links.`,
    );
  }
  return problems.length === 0 ? { done } : { done, problem: problems.join('\n') };
}
