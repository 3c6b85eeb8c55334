import { Problem } from '../core/problem';
import type { Lease } from '../services';

const PATIENCE_MS = 20_000;

/** Runs a short piece of writing that no other execution of the project may interrupt. */
export function withLock<T>(work: () => T): T {
  const lock = LockService.getScriptLock();
  if (!lock.tryLock(PATIENCE_MS)) {
    throw new Problem({
      code: 'busy',
      sentence: 'The workbook is being written to by another run.',
      remedy: 'Try again in a minute.',
      passes: true,
    });
  }
  try {
    return work();
  } finally {
    lock.releaseLock();
  }
}

/**
 * The document's lock as a lease: it is held for a whole job, keeps nobody from reading or writing,
 * and Google takes it back when the execution ends, even where it was killed.
 */
export const lease: Lease = {
  hold: (work) => {
    const lock = LockService.getDocumentLock();
    if (!lock.tryLock(500)) return undefined;
    try {
      return work();
    } finally {
      lock.releaseLock();
    }
  },
};
