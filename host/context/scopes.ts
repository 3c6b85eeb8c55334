import { boot } from './bridge';
import { exception } from './exception';
import { scopesFor } from '../shared/scopes';
import { spokenName } from './signatures';

/** Throws as Google does when the manifest lacks the permission that a method needs. */
export function demandScope(kind: string, method: string): void {
  const anyOf = scopesFor(kind, method);
  if (!anyOf.length) return;
  const { manifest, authMode } = boot();
  const granted = manifest.oauthScopes ?? [];
  const inSimpleTrigger = authMode !== 'FULL';
  if (!inSimpleTrigger && anyOf.some((scope) => granted.includes(scope))) return;
  if (inSimpleTrigger && kind === 'Spreadsheet.SpreadsheetApp') return;

  const list = anyOf.length > 1 ? `(${anyOf.join(' || ')})` : anyOf[0];
  const reason = inSimpleTrigger
    ? 'You do not have permission'
    : 'Specified permissions are not sufficient';
  throw exception(
    `${reason} to call ${spokenName(kind)}.${method}. Required permissions: ${list ?? ''}`,
  );
}
