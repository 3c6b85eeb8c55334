import type { ListedMail } from '../../shared/view';
import { nameOf } from './headers';

export type Box = 'all' | 'inbox' | 'draft' | 'sent' | 'trash';

/** The mailboxes, as mail clients have them. */
export const boxes: [box: Box, label: string][] = [
  ['all', 'All'],
  ['inbox', 'Inbox'],
  ['draft', 'Drafts'],
  ['sent', 'Sent'],
  ['trash', 'Trash'],
];

/** A conversation in the list; its mails from the oldest to the latest. */
export interface Thread {
  id: string;
  mails: ListedMail[];
  latest: ListedMail;
  subject: string;
  unread: boolean;
}

/** Mails by conversation, the one with the latest mail first. `mails` has the latest first. */
export function threadsOf(mails: ListedMail[]): Thread[] {
  const found = new Map<string, Thread>();
  for (const mail of mails) {
    const thread = found.get(mail.threadId);
    if (thread) {
      thread.mails.unshift(mail);
      thread.subject = mail.subject;
      thread.unread ||= isUnread(mail);
    } else {
      const { threadId: id, subject } = mail;
      found.set(id, { id, mails: [mail], latest: mail, subject, unread: isUnread(mail) });
    }
  }
  return [...found.values()];
}

export const isUnread = ({ labels }: ListedMail): boolean => labels.includes('UNREAD');

export function isIn(box: Box, { labels, state }: ListedMail): boolean {
  const thrownAway = labels.includes('TRASH') || labels.includes('SPAM');
  if (box === 'trash' || thrownAway) return box === 'trash' && thrownAway;
  if (box === 'inbox') return labels.includes('INBOX');
  return box === 'all' || state === box;
}

/** Who takes part: the senders, or to whom one writes who got no answer yet. */
export function partnersOf({ mails }: Thread): string {
  const senders = mails.map(({ state, from }) => (state === 'received' ? nameOf(from) : 'me'));
  const names = [...new Set(senders)];
  if (names.join() !== 'me') return names.join(', ');
  const to = mails.map((mail) => nameOf(mail.to)).find(Boolean);
  return to === undefined ? 'Draft to nobody yet' : `To ${to}`;
}
