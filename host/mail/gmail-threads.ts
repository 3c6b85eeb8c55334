import type { Mail } from './drafts';
import { notFound, paged, type ApiMethod } from './gmail';
import { listed, trashed, untrashed, type LabelChange, type ListOptions } from './gmail-messages';
import { relabel } from './labels';
import type { MailChange, Message } from './mailbox';
import { threadResource } from './resources';

/** `Gmail.Users.Threads`. */
export function threadMethods(mail: Mail): Record<string, ApiMethod> {
  const { mailbox, store } = mail;
  const find = (id: unknown): Message[] => {
    const messages = mailbox.thread(String(id));
    if (!messages.length) throw notFound();
    return messages;
  };
  const change = (id: unknown, { addLabelIds, removeLabelIds }: LabelChange): unknown => {
    relabel(mail, find(id), addLabelIds ?? [], removeLabelIds ?? []);
    const messages = find(id).map(({ id: message, threadId, labelIds }) => {
      return { id: message, threadId, labelIds };
    });
    return { id, messages };
  };

  return {
    'users.threads.get': ([, id, wanted]) => {
      find(id);
      return threadResource(mailbox, String(id), wanted ?? {});
    },
    'users.threads.list': ([, options = {}], now) => {
      const ids = listed(mail, options as ListOptions, now).map(({ threadId }) => threadId);
      const { page, rest } = paged([...new Set(ids)], options as ListOptions);
      const threads = page.map((id) => {
        const { historyId, messages } = threadResource(mailbox, id, { format: 'minimal' });
        const last = (messages as { snippet: string }[]).at(-1);
        return { id, snippet: last?.snippet ?? '', historyId };
      });
      return { ...(threads.length ? { threads } : {}), ...rest };
    },
    'users.threads.modify': ([input, , id]) => change(id, input as LabelChange),
    'users.threads.trash': ([, id]) => change(id, trashed),
    'users.threads.untrash': ([, id]) => change(id, untrashed),
    'users.threads.remove': ([, id]) => {
      const gone = find(id).map((message): MailChange => ({ remove: message.id }));
      store.record(mailbox, gone);
      return null;
    },
  };
}
