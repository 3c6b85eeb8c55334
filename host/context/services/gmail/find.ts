import type { ThreadSearch } from '../../../shared/mail';
import { call } from '../../bridge';
import { exception } from '../../exception';
import { GmailThread } from './thread';

const mostThreads = 500;

/** Threads by a search or a label, with their messages, the latest first. */
export function findThreads(
  what: Partial<Pick<ThreadSearch, 'query' | 'label'>>,
  start = 0,
  count?: number,
): GmailThread[] {
  // Unverified wording.
  if (start < 0) throw exception('Invalid argument: start');
  if (count !== undefined && (count < 0 || count > mostThreads)) {
    throw exception('Invalid argument: max');
  }
  const { query = '', label = null } = what;
  const ids = call('mail.threads', { query, label, start, count: count ?? null });
  const messages = call('mail.threadMessages', { ids });
  return ids.map((id, at) => new GmailThread(id, messages[at]));
}
