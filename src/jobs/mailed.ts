import type { Instant } from '../core/calendar';
import { mayBeReport } from '../core/revenue/reports/attached';
import { mailed, type MailedRow } from '../core/workbook';
import { many } from '../core/words/count';
import type { Services } from '../services';
import type { JobResult } from './job';
import { askMailbox } from './mailbox';
import { type Taken, takeMail } from './reports/take';
import { STATE } from './state';

type MailedServices = Pick<Services, 'sheets' | 'mail' | 'state' | 'clock'>;

const HOUR_MS = 3600 * 1000;
/** So many mails are read in one run; the next goes on. */
const MOST_MAILS = 10;
/** After this no further mail is begun, so that the beat's other jobs get their time. */
const PATIENCE_MS = 60_000;

/** Looks once an hour for mails with the label of reports. */
export function readMailedReports(services: MailedServices, deadline: Instant): JobResult {
  const { state, clock } = services;
  if (clock.now() - Number(state.get(STATE.mailed) ?? 0) < HOUR_MS) return { done: '' };
  return takeMailedReports(services, deadline);
}

/**
 * Books the reports attached to mails with the label that are certain, and notes the others for a
 * person. A mail of which nothing waits gets the label of those that are done. Throws a `Problem`
 * that passes where Gmail does not answer.
 */
export function takeMailedReports(services: MailedServices, deadline: Instant): JobResult {
  const { sheets, mail, state, clock } = services;
  const start = clock.now();
  const { reportsLabel: label } = sheets.settings().settings;
  const labelled = label === '' ? [] : asking(() => mail.labelled(label));
  const known = labelled.length === 0 ? [] : sheets.read(mailed).rows;
  const seen = new Set(known.map(({ mailId }) => mailId));
  const fresh = labelled.filter((id) => !seen.has(id)).reverse();
  const taken = takeAll(services, fresh, Math.min(deadline, start + PATIENCE_MS));
  const rows = [...taken.values()].flatMap((one) => one.rows);
  sheets.append(mailed, rows);
  const waiting = waitingIn([...known, ...rows]);
  const isDone = (id: string): boolean => (seen.has(id) || taken.has(id)) && !waiting.has(id);
  const done = labelled.filter(isDone);
  if (done.length > 0) asking(() => mail.relabel(done, label, `${label}/done`));
  if (taken.size < fresh.length) return { done: inWords(taken), unfinished: true };
  state.set(STATE.mailed, String(start));
  return { done: inWords(taken) };
}

/** What was made of each mail, oldest first, as far as time and Gmail allow. */
function takeAll(services: MailedServices, ids: string[], until: Instant): Map<string, Taken> {
  const taken = new Map<string, Taken>();
  for (const id of ids.slice(0, MOST_MAILS)) {
    if (taken.size > 0 && services.clock.now() > until) break;
    const found = asking(() => services.mail.attached(id, mayBeReport));
    const none = { rows: [], booked: 0, others: 0 };
    taken.set(id, found === undefined ? none : takeMail(services, found));
  }
  return taken;
}

/** The mails of which something waits for a person. */
function waitingIn(rows: MailedRow[]): Set<string> {
  return new Set(rows.filter(({ state }) => state === 'waiting').map(({ mailId }) => mailId));
}

function inWords(taken: ReadonlyMap<string, Taken>): string {
  const all = [...taken.values()];
  const rows = all.flatMap((one) => one.rows);
  const sum = (of: 'booked' | 'others'): number => all.reduce((total, one) => total + one[of], 0);
  const waiting = rows.filter(({ state }) => state === 'waiting').length;
  const said: [number, string][] = [
    [rows.length, `${many(rows.length, 'mailed report')} read`],
    [sum('booked'), `${many(sum('booked'), 'commission')} new or changed`],
    [waiting, `${waiting} waiting for you`],
    [sum('others'), `${many(sum('others'), 'other attachment')} left alone`],
  ];
  return said.flatMap(([count, words]) => (count === 0 ? [] : [words])).join(', ');
}

function asking<T>(ask: () => T): T {
  return askMailbox(ask, {
    what: 'for reports',
    then: 'The next run asks again.',
  });
}
