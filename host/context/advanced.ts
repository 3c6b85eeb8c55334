import { gmailScopesFor } from '../shared/scopes';
import { boot, call } from './bridge';
import { craft } from './bytes';
import { exception, notBuilt } from './exception';
import { reveal } from './facade';
import { describeArguments, fitsAny } from './fits';
import { enter } from './meter';
import { Blob } from './services/blob';
import { classSignature } from './signatures';

/**
 * An advanced service that the manifest enables: plain objects that mirror the API, as in
 * `Gmail.Users.Drafts.create`. Of these only Gmail is built.
 */
export function advancedService(symbol: string): object {
  return mirror(symbol, symbol, []);
}

function mirror(symbol: string, kind: string, path: string[]): object {
  const known = classSignature(kind, 'advanced.');
  const object: Record<string, unknown> = {};
  for (const [member, type] of Object.entries(known?.members ?? {})) {
    object[member] = mirror(symbol, type, [...path, member]);
  }
  for (const [method, [, overloads]] of Object.entries(known?.methods ?? {})) {
    object[method] = advancedMethod(symbol, path, method, overloads);
  }
  return object;
}

function advancedMethod(symbol: string, path: string[], method: string, overloads: string[][]) {
  const spoken = [symbol, ...path, method].join('.');
  const apiName = [...path, method].map(lowerFirst).join('.');
  return (...args: unknown[]): unknown => {
    if (/^new[A-Z]/.test(method) && !path.length) return {};
    if (symbol !== 'Gmail') throw notBuilt([...path.slice(-1), method].join('.'));
    if (!fitsAny(args, overloads)) {
      throw exception(
        `The parameters (${describeArguments(args)}) don't match the method signature for ${spoken}.`,
      );
    }
    enter(spoken);
    demandGmailScope(apiName);
    return call('gmail.call', { method: apiName, args: args.map(mediaOf) });
  };
}

/** A blob crosses as its bytes. */
function mediaOf(arg: unknown): unknown {
  const thing = reveal(arg);
  return thing instanceof Blob ? { media: craft('toBase64', thing.binary()) } : arg;
}

const lowerFirst = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);

function demandGmailScope(method: string): void {
  const anyOf = gmailScopesFor(method);
  const granted = boot().manifest.oauthScopes ?? [];
  if (boot().authMode === 'FULL' && anyOf.some((scope) => granted.includes(scope))) return;
  throw exception({
    name: 'GoogleJsonResponseException',
    message: `API call to gmail.${method} failed with error: Request had insufficient authentication scopes.`,
  });
}
