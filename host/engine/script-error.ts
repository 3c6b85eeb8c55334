import type { Failure } from '../shared/job';

/** Something that a script did wrong or met: it is thrown in the script, in Google's words. */
export class ScriptError extends Error {
  constructor(
    message: string,
    override readonly name = 'Exception',
    readonly details?: unknown,
  ) {
    super(message);
  }

  get failure(): Failure & { details?: unknown } {
    const { name, message, details } = this;
    return details === undefined ? { name, message } : { name, message, details };
  }
}
