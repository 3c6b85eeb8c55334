import { DAY_MS, type Instant } from '../core/calendar';
import { Problem } from '../core/problem';
import type { Memory, Services } from '../services';
import { STATE } from './state';

/** A gate that another one took the place of; letters with its links are still about. */
interface FormerGate {
  address: string;
  /** Since when it has not answered as it should. */
  silentSince?: Instant;
  /** When it was asked last, where it was silent then. */
  askedAt?: Instant;
}

/** A silent gate is asked once a day for so long, and then no more: its deployment is gone. */
const PATIENCE_MS = 30 * DAY_MS;
/** What is the gate’s trouble and not the workbook’s. */
const SILENT = ['gate-silent', 'gate-refused'];
/** A property holds 9 KB. */
const MOST = 20;

/** Keeps an address to collect from when `next` takes its place; gives a way back. */
export function leaveGate(state: Memory, left: string | undefined, next: string): () => void {
  const before = state.get(STATE.formerGates);
  const others = read(state).filter(({ address }) => address !== left && address !== next);
  const own = left === undefined || left === next ? [] : [{ address: left }];
  save(state, [...others, ...own].slice(-MOST));
  return () => {
    if (before === undefined) state.remove(STATE.formerGates);
    else state.set(STATE.formerGates, before);
  };
}

/**
 * Does some work at each former gate. One that does not answer is a problem that is told, and keeps
 * nothing else waiting; gives the first of them.
 */
export function atFormerGates(
  { state, clock }: Pick<Services, 'state' | 'clock'>,
  work: (address: string) => void,
): Problem | undefined {
  const gates = read(state);
  const now = clock.now();
  let problem: Problem | undefined;
  const kept = gates.flatMap((gate): FormerGate[] => {
    const { address, silentSince = now, askedAt } = gate;
    if (address === state.get(STATE.gate)) return [gate];
    if (askedAt !== undefined && now < askedAt + DAY_MS) return [gate];
    try {
      work(address);
      return [{ address }];
    } catch (error) {
      if (!(error instanceof Problem) || !SILENT.includes(error.details.code)) throw error;
      problem ??= silent(error);
      return now - silentSince > PATIENCE_MS ? [] : [{ address, silentSince, askedAt: now }];
    }
  });
  save(state, kept);
  return problem;
}

function read(state: Memory): FormerGate[] {
  return JSON.parse(state.get(STATE.formerGates) ?? '[]') as FormerGate[];
}

function save(state: Memory, gates: FormerGate[]): void {
  const now = JSON.stringify(gates);
  if (now !== (state.get(STATE.formerGates) ?? '[]')) state.set(STATE.formerGates, now);
}

function silent(cause: Problem): Problem {
  return new Problem(
    {
      code: 'former-gate-silent',
      sentence: `${cause.details.sentence} It is a former gate of yours, and who unsubscribes there goes unnoticed.`,
      remedy:
        'Keep it deployed as long as letters with its links are about. It is asked once a day, and after 30 days of silence no more.',
    },
    cause,
  );
}
