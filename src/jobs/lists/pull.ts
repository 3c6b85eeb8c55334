import type { Instant } from '../../core/calendar';
import type { ListService, RecordPage } from '../../core/connectors/lists/service';
import type { OutsideRecord } from '../../core/lists/list';
import { many } from '../../core/words/count';
import type { Services } from '../../services';
import { type Asker, asker, type Outcome } from './ask';
import { type KeptList, listName, type ListRun, listRun, saveRun } from './kept';
import { type Taken, takeIn } from './take-in';
import { writeBack, type WrittenBack } from './write-back';

export type PullServices = Pick<Services, 'sheets' | 'http' | 'state' | 'vault' | 'clock'>;

/** How one list's pull went, as its card shows it. */
export interface Pulled {
  did: string;
  problem: string;
  /** When to go on, where this run did not come to the end. */
  again?: Instant;
}

const HOUR_MS = 3_600_000;

/**
 * Pulls a list, or goes on where the run before stopped: page after page until the deadline, then one
 * look at the tabs and one writing. At the end of the list, what is ours is written back.
 */
export function pullList(
  services: PullServices,
  service: ListService,
  kept: KeptList,
  token: string,
  deadline: Instant,
): Pulled {
  const { state, clock } = services;
  const before = listRun(state, service.id);
  const list = listName(service.id, kept);
  const ask = asker(services, service, token, deadline);
  const run: ListRun = { ...before, lastRun: clock.now() };
  let pulled: Pulled = { did: '', problem: '' };
  if (before.isWriting !== true) {
    const came = fetchPages(ask, service, kept, token, before.cursor);
    const pull = before.pull ?? String(clock.now());
    const isLast = came.stop === undefined;
    const extent = { pull, isLast, isWhole: isLast && !came.isCut };
    const isWorth = isLast || came.records.length > 0;
    const taken = isWorth ? takeIn(services, list, came.records, kept.matching, extent) : NOTHING;
    pulled = told(taken, came.stop);
    if (came.stop === undefined || came.stop.kind === 'closed') {
      delete run.pull;
      delete run.cursor;
      run.isWriting = came.stop === undefined;
    } else {
      run.pull = pull;
      if (came.cursor === undefined) delete run.cursor;
      else run.cursor = came.cursor;
    }
    // What came is not asked for again, should this run die while it writes back.
    saveRun(state, service.id, run);
  }
  if (run.isWriting === true) {
    const place = { list, place: kept.place.id, back: kept.back };
    const written = writeBack(services, service, token, place, ask);
    pulled = withWritten(pulled, written);
    run.isWriting = written.again !== undefined;
  }
  run.nextRun = pulled.again ?? clock.now() + kept.hours * HOUR_MS;
  run.did = pulled.did;
  run.problem = pulled.problem;
  saveRun(state, service.id, run);
  return pulled;
}

const NOTHING: Taken = {
  added: 0,
  changed: 0,
  gone: 0,
  withoutAddress: 0,
  differing: 0,
  refused: [],
};

/** What came of a list in one run, and what stopped it before the end. */
interface Came {
  records: OutsideRecord[];
  /** Where to go on. */
  cursor: string | undefined;
  isCut: boolean;
  stop?: Exclude<Outcome<RecordPage>, { kind: 'found' }>;
}

const PAGE = 100;

function fetchPages(
  ask: Asker,
  service: ListService,
  { place, matching }: KeptList,
  token: string,
  cursor: string | undefined,
): Came {
  const fields = [...new Set(Object.values(matching))];
  const came: Came = { records: [], cursor, isCut: false };
  let hasBegunAnew = false;
  for (;;) {
    const outcome = ask(service.page(token, place.id, fields, PAGE, came.cursor));
    if (outcome.kind === 'lost' && !hasBegunAnew) {
      hasBegunAnew = true;
      came.cursor = undefined;
      continue;
    }
    if (outcome.kind !== 'found') return { ...came, stop: outcome };
    for (const record of outcome.found.records) came.records.push(record);
    came.isCut ||= outcome.found.isCut === true;
    came.cursor = outcome.found.next;
    if (came.cursor === undefined) return came;
  }
}

const MOST_TOLD = 5;

function told(taken: Taken, stop: Came['stop']): Pulled {
  const { added, changed, gone, withoutAddress, differing, refused } = taken;
  const did = [
    added > 0 ? `${many(added, 'client')} added` : '',
    changed > 0 ? `${many(changed, 'client')} changed` : '',
    gone > 0 ? `${gone} no longer in the list` : '',
    withoutAddress > 0
      ? `${many(withoutAddress, 'record')} without a mail address passed over`
      : '',
  ];
  const problems = [
    differing > 0
      ? `${many(differing, 'client')} changed both here and there: choose on the Connections page what stays.`
      : '',
    ...refused.slice(0, MOST_TOLD).map(({ who, why }) => `${who}: ${why}`),
    refused.length > MOST_TOLD ? `And ${refused.length - MOST_TOLD} more.` : '',
    stop === undefined
      ? ''
      : stop.kind === 'closed'
        ? `${stop.problem.sentence} ${stop.problem.remedy}`
        : stop.why,
  ];
  const pulled = { did: joined(did, ', '), problem: joined(problems, '\n') };
  if (stop === undefined || stop.kind === 'closed') return pulled;
  return { ...pulled, ...(stop.kind === 'later' ? { again: stop.at } : {}) };
}

function withWritten(pulled: Pulled, { written, problem, again }: WrittenBack): Pulled {
  const back = written > 0 ? `${many(written, 'record')} written back` : '';
  return {
    did: joined([pulled.did, back], ', '),
    problem: joined([pulled.problem, problem], '\n'),
    ...(again === undefined ? {} : { again }),
  };
}

const joined = (parts: string[], by: string): string =>
  parts.filter((part) => part !== '').join(by);
