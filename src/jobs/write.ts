import type { Instant } from '../core/calendar';
import type { Writer } from '../core/connectors/connector';
import { accessTo, serviceFor } from '../core/connectors';
import { inOrder } from '../core/letters/turn';
import type { Settings } from '../core/settings';
import { letters } from '../core/workbook';
import { many } from '../core/words/count';
import { LEAST_TURN_MS } from './asking';
import { draftAll } from './draft';
import type { JobResult } from './job';
import { type Desk, openDesk, type Waiting, WANTED, type WriteServices } from './writing/desk';
import { makeLinks } from './writing/links';
import { prepare } from './writing/prepare';
import { save } from './writing/save';

const WAVE = 8;

/**
 * Writes the letters that are due: rows first, then in waves the facts, the recommendation, the
 * links and the draft. Each wave is saved, so a run that dies is taken up where it stopped.
 */
export function writeLetters(services: WriteServices, deadline: Instant): JobResult {
  const desk = openDesk(services);
  const due = services.sheets.append(letters, desk.due);
  const rows = services.sheets.readColumns(letters, WANTED).rows;
  const waiting = inOrder(
    rows.filter(({ status }) => status === 'drafting'),
    desk.followed,
  );
  let writer = writerFor(services, desk.settings);
  const tally = { written: 0, plain: 0 };
  let problem = desk.problem;
  let unfinished = false;
  for (let at = 0; at < waiting.length; at += WAVE) {
    const needs = writer === undefined ? 0 : LEAST_TURN_MS;
    if (services.clock.now() + needs > deadline) {
      unfinished = true;
      break;
    }
    if (services.sheets.settingsNow().paused) break;
    services.progress.show({ job: 'Writing letters', done: at, of: waiting.length });
    const wave = writeWave(services, desk, waiting.slice(at, at + WAVE), writer, deadline);
    tally.written += wave.written;
    tally.plain += wave.plain;
    problem = wave.problem ?? problem;
    if (wave.closed) writer = undefined;
    if (wave.stops) {
      unfinished = true;
      break;
    }
  }
  return {
    done: describe(due.length, tally),
    ...(problem === undefined ? {} : { problem }),
    unfinished,
  };
}

interface Wave {
  written: number;
  plain: number;
  problem?: string;
  /** The writer's service refuses; the rest is written without it. */
  closed: boolean;
  /** The writer's service is busy, or the time is used; the rest waits for the next run. */
  stops: boolean;
}

function writeWave(
  services: WriteServices,
  desk: Desk,
  wave: Waiting[],
  writer: Writer | undefined,
  deadline: Instant,
): Wave {
  const prepared = prepare(services, desk, wave, deadline);
  if (prepared === undefined) return { written: 0, plain: 0, closed: false, stops: true };
  const { ready, asides } = prepared;
  makeLinks(services, desk, ready);
  const { asked, instead } = mayAsk(writer, desk);
  const { wishes } = desk;
  const drafting = draftAll(services, asked, ready, { wishes, instead, deadline });
  const { drafted, closed, busy, isLate } = drafting;
  const done = save(services, desk, ready, asides, drafting);
  const saved = ready.filter(({ letter }, i) => drafted[i] !== undefined && done.has(letter.id));
  const problem = closed ?? busy;
  return {
    written: saved.length,
    plain: drafted.filter((draft) => draft?.writer === 'plain').length,
    ...(problem === undefined ? {} : { problem }),
    closed: closed !== undefined,
    stops: busy !== undefined || isLate,
  };
}

/** The writer while the month's budget lasts; then none, and why. */
function mayAsk(
  writer: Writer | undefined,
  { budget }: Desk,
): { asked: Writer | undefined; instead?: string } {
  const why = writer && budget.whyNone();
  return why === undefined
    ? { asked: writer }
    : { asked: undefined, instead: `Written without AI: ${why}` };
}

function writerFor({ vault }: WriteServices, settings: Settings): Writer | undefined {
  const service = serviceFor(settings);
  const key = service && vault.get(service.secret);
  if (service === undefined || key === undefined) return undefined;
  return service.open(accessTo(service, settings, key));
}

function describe(due: number, { written, plain }: { written: number; plain: number }): string {
  const parts = [
    due > 0 ? `${many(due, 'letter')} became due` : '',
    written > 0 ? `${many(written, 'draft')} written` : '',
    plain > 0 ? `${plain} of them without AI` : '',
  ];
  return parts.filter((part) => part !== '').join(', ');
}
