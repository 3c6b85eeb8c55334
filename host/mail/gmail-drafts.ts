import { ApiError, notFound, paged, rawOf, type ApiMethod, type Mail } from './gmail';
import type { Draft, MailChange, Message } from './mailbox';
import { draftResource, messageResource } from './resources';
import { searchMail } from './search';

interface DraftInput {
  id?: string;
  message?: { raw?: string; threadId?: string };
}

/** `Gmail.Users.Drafts`. A draft keeps its id until it is sent; its message's id does not stay. */
export function draftMethods(mail: Mail): Record<string, ApiMethod> {
  const { mailbox, post, store } = mail;
  const find = (id: unknown): Draft => {
    const draft = mailbox.draft(String(id));
    if (!draft) throw notFound();
    return draft;
  };
  /** Writes the message of a new or changed draft. */
  const write = (id: string, input: DraftInput, media: unknown, old: Draft | null, now: number) => {
    const raw = rawOf(input.message, media);
    const gone: MailChange[] = old ? [{ remove: old.messageId }] : [];
    const kept = old ? mailbox.message(old.messageId)?.threadId : undefined;
    const threadId = input.message?.threadId ?? kept;
    if (input.message?.threadId && !mailbox.thread(input.message.threadId).length) throw notFound();
    const also = (message: Message): MailChange[] => [{ draft: { id, messageId: message.id } }];
    post.add(raw, threadId, ['DRAFT'], gone, now, also);
    return draftResource(mailbox, find(id));
  };

  return {
    'users.drafts.create': ([input, , media], now) =>
      write(mailbox.newDraftId(), input as DraftInput, media, null, now),
    'users.drafts.update': ([input, , id, media], now) =>
      write(String(id), input as DraftInput, media, find(id), now),
    'users.drafts.get': ([, id, wanted]) => draftResource(mailbox, find(id), wanted ?? {}),
    'users.drafts.list': ([, options = {}], now) => {
      const { q = '', ...paging } = options as { q?: string };
      const found = new Set(searchMail(mailbox, q, now).map(({ id }) => id));
      const drafts = mailbox.allDrafts().filter(({ messageId }) => found.has(messageId));
      const { page, rest } = paged(drafts, paging);
      const listed = page.map((draft) => {
        const message = mailbox.message(draft.messageId);
        return { id: draft.id, message: { id: draft.messageId, threadId: message?.threadId } };
      });
      return { ...(listed.length ? { drafts: listed } : {}), ...rest };
    },
    'users.drafts.remove': ([, id]) => {
      const draft = find(id);
      store.record(mailbox, [{ undraft: draft.id }, { remove: draft.messageId }]);
      return null;
    },
    'users.drafts.send': ([input, , media], now) => {
      const { id, message: given } = input as DraftInput;
      // Unverified wording.
      if (id === undefined) throw new ApiError('Invalid draft');
      const draft = find(id);
      const message = mailbox.message(draft.messageId);
      if (!message) throw notFound();
      const changed = given?.raw !== undefined || media !== undefined;
      const raw = changed ? rawOf(given, media) : Buffer.from(message.raw, 'latin1');
      const gone: MailChange[] = [{ undraft: draft.id }, { remove: message.id }];
      const sent = post.send(raw, message.threadId, gone, now);
      const {
        id: sentId,
        threadId,
        labelIds,
      } = messageResource(mailbox, sent, { format: 'minimal' });
      return { id: sentId, threadId, labelIds };
    },
  };
}
