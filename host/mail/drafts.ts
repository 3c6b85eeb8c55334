import type { Store } from '../store/store';
import type { Draft, Mailbox, MailChange, Message } from './mailbox';
import type { Post } from './post';

/** What the services of mail work on. */
export interface Mail {
  mailbox: Mailbox;
  post: Post;
  store: Store;
}

/** Writes the message of a new draft, or of a known one anew: the draft keeps its id and thread. */
export function keepDraft(
  { mailbox, post }: Mail,
  old: Draft | null,
  raw: Buffer,
  threadId: string | undefined,
  now: number,
): Draft {
  const id = old?.id ?? mailbox.newDraftId();
  const gone: MailChange[] = old ? [{ remove: old.messageId }] : [];
  const kept = old ? mailbox.message(old.messageId)?.threadId : undefined;
  const also = (message: Message): MailChange[] => [{ draft: { id, messageId: message.id } }];
  const message = post.add(raw, threadId ?? kept, ['DRAFT'], gone, now, also);
  return { id, messageId: message.id };
}

/** Sends a draft, with another source if one is given: the draft goes, a sent message comes. */
export function sendDraft(
  { post }: Mail,
  draft: Draft,
  message: Message,
  raw: Buffer | null,
  now: number,
): Message {
  const gone: MailChange[] = [{ undraft: draft.id }, { remove: message.id }];
  return post.send(raw ?? Buffer.from(message.raw, 'latin1'), message.threadId, gone, now);
}

export function deleteDraft({ mailbox, store }: Mail, draft: Draft): void {
  store.record(mailbox, [{ undraft: draft.id }, { remove: draft.messageId }]);
}
