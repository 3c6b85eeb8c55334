import { deleteDraft, keepDraft, sendDraft, type Mail } from './drafts';
import { ApiError, notFound, paged, rawOf, type ApiMethod } from './gmail';
import type { Draft } from './mailbox';
import { draftResource } from './resources';
import { searchMail } from './search';

interface DraftInput {
  id?: string;
  message?: { raw?: string; threadId?: string };
}

/** `Gmail.Users.Drafts`. A draft keeps its id until it is sent; its message's id does not stay. */
export function draftMethods(mail: Mail): Record<string, ApiMethod> {
  const { mailbox } = mail;
  const find = (id: unknown): Draft => {
    const draft = mailbox.draft(String(id));
    if (!draft) throw notFound();
    return draft;
  };
  const write = (old: Draft | null, input: DraftInput, media: unknown, now: number): unknown => {
    const raw = rawOf(input.message, media);
    const threadId = input.message?.threadId;
    if (threadId && !mailbox.thread(threadId).length) throw notFound();
    return draftResource(mailbox, keepDraft(mail, old, raw, threadId, now));
  };

  return {
    'users.drafts.create': ([input, , media], now) => write(null, input as DraftInput, media, now),
    'users.drafts.update': ([input, , id, media], now) =>
      write(find(id), input as DraftInput, media, now),
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
      deleteDraft(mail, find(id));
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
      const sent = sendDraft(mail, draft, message, changed ? rawOf(given, media) : null, now);
      const { id: sentId, threadId, labelIds } = sent;
      return { id: sentId, threadId, labelIds };
    },
  };
}
