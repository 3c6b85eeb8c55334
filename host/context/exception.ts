import type { Failure } from '../shared/job';

/** The error that Google's services throw: an Error whose name is "Exception". */
export function exception(failure: string | (Failure & { details?: unknown })): Error {
  if (typeof failure === 'string') return named('Exception', failure);
  const error = named(failure.name, failure.message);
  if (failure.details !== undefined) Object.assign(error, { details: failure.details });
  return error;
}

/** What is thrown for a method that Google has and this host has not. */
export function notBuilt(method: string): Error {
  return new Error(`NotImplementedLocally: ${method}`);
}

function named(name: string, message: string): Error {
  const error = new Error(message);
  Object.defineProperty(error, 'name', { value: name, configurable: true, writable: true });
  return error;
}

/** Anything that was thrown, as data. */
export function describeThrown(thrown: unknown): Failure {
  if (thrown instanceof Error) {
    return { name: thrown.name, message: thrown.message, stack: ownFrames(thrown.stack ?? '') };
  }
  return { name: 'Error', message: String(thrown) };
}

/** The trace without the host's own steps. */
function ownFrames(stack: string): string {
  const foreign = /google-apps-script:\d|\(?(file|node):/;
  return stack
    .split('\n')
    .filter((line) => !/^\s+at /.test(line) || !foreign.test(line))
    .join('\n');
}
