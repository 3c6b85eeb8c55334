import { notFound, paged, rawOf, type ApiMethod, type Mail } from './gmail';
import type { MailChange, Message } from './mailbox';
import { attachmentPart, base64Url, messageResource, threadResource } from './resources';
import { searchMail } from './search';

interface ListOptions {
  q?: string;
  labelIds?: string | string[];
  maxResults?: number;
  pageToken?: string;
  includeSpamTrash?: boolean;
}

interface Relabelling {
  addLabelIds?: string[];
  removeLabelIds?: string[];
  ids?: string[];
}

/** `Gmail.Users.Messages`, `Threads` and `History`. */
export function messageMethods({ mailbox, post, store }: Mail): Record<string, ApiMethod> {
  const find = (id: unknown): Message => {
    const message = mailbox.message(String(id));
    if (!message) throw notFound();
    return message;
  };
  const findThread = (id: unknown): Message[] => {
    const messages = mailbox.thread(String(id));
    if (!messages.length) throw notFound();
    return messages;
  };
  const search = (options: ListOptions, now: number): Message[] => {
    const { q = '', labelIds = [], includeSpamTrash = false } = options;
    const query = includeSpamTrash ? `${q} in:anywhere` : q;
    const wanted = [labelIds].flat();
    return searchMail(mailbox, query, now).filter((message) =>
      wanted.every((label) => message.labelIds.includes(label)),
    );
  };
  const relabel = (messages: Message[], { addLabelIds = [], removeLabelIds = [] }: Relabelling) => {
    const changes = messages.map((message): MailChange => {
      const kept = message.labelIds.filter((label) => !removeLabelIds.includes(label));
      return { relabel: message.id, labelIds: [...new Set([...kept, ...addLabelIds])] };
    });
    store.record(mailbox, changes);
  };
  const trash: Relabelling = { addLabelIds: ['TRASH'], removeLabelIds: ['INBOX'] };
  const untrash: Relabelling = { removeLabelIds: ['TRASH'] };
  const show = (id: unknown): unknown => messageResource(mailbox, find(id), { format: 'minimal' });
  const showThread = (id: unknown): unknown =>
    threadResource(mailbox, String(id), { format: 'minimal' });

  return {
    'users.messages.get': ([, id, wanted]) => messageResource(mailbox, find(id), wanted ?? {}),
    'users.messages.list': ([, options = {}], now) => {
      const { page, rest } = paged(search(options as ListOptions, now), options as ListOptions);
      const messages = page.map(({ id, threadId }) => ({ id, threadId }));
      return { ...(messages.length ? { messages } : {}), ...rest };
    },
    'users.messages.send': ([input, , media], now) => {
      const { threadId, raw } = input as { raw?: string; threadId?: string };
      const sent = post.send(rawOf(raw === undefined ? {} : { raw }, media), threadId, [], now);
      return { id: sent.id, threadId: sent.threadId, labelIds: sent.labelIds };
    },
    'users.messages.modify': ([input, , id]) => {
      relabel([find(id)], input as Relabelling);
      return show(id);
    },
    'users.messages.batchModify': ([input]) => {
      const change = input as Relabelling;
      relabel((change.ids ?? []).map(find), change);
      return null;
    },
    'users.messages.trash': ([, id]) => {
      relabel([find(id)], trash);
      return show(id);
    },
    'users.messages.untrash': ([, id]) => {
      relabel([find(id)], untrash);
      return show(id);
    },
    'users.messages.remove': ([, id]) => {
      store.record(mailbox, [{ remove: find(id).id }]);
      return null;
    },
    'users.messages.attachments.get': ([, messageId, id]) => {
      const part = attachmentPart(mailbox.parts(find(messageId)), String(id));
      if (!part) throw notFound();
      return { size: part.body.length, data: base64Url(part.body) };
    },
    'users.threads.get': ([, id, wanted]) => {
      findThread(id);
      return threadResource(mailbox, String(id), wanted ?? {});
    },
    'users.threads.list': ([, options = {}], now) => {
      const ids = search(options as ListOptions, now).map(({ threadId }) => threadId);
      const { page, rest } = paged([...new Set(ids)], options as ListOptions);
      const threads = page.map((id) => {
        const { historyId, messages } = threadResource(mailbox, id, { format: 'minimal' });
        const last = (messages as { snippet: string }[]).at(-1);
        return { id, snippet: last?.snippet ?? '', historyId };
      });
      return { ...(threads.length ? { threads } : {}), ...rest };
    },
    'users.threads.modify': ([input, , id]) => {
      relabel(findThread(id), input as Relabelling);
      return showThread(id);
    },
    'users.threads.trash': ([, id]) => {
      relabel(findThread(id), trash);
      return showThread(id);
    },
    'users.threads.untrash': ([, id]) => {
      relabel(findThread(id), untrash);
      return showThread(id);
    },
    'users.history.list': ([, options = {}]) => {
      const { startHistoryId = '0' } = options as { startHistoryId?: string };
      const history = mailbox
        .historySince(Number(startHistoryId))
        .map(({ id, change, message }) => {
          const { threadId, labelIds } = mailbox.message(message) ?? {};
          const named = { message: { id: message, threadId, labelIds } };
          const kinds = {
            added: 'messagesAdded',
            deleted: 'messagesDeleted',
            labelled: 'labelsAdded',
          };
          return { id: String(id), messages: [named.message], [kinds[change]]: [named] };
        });
      return { ...(history.length ? { history } : {}), historyId: String(mailbox.historyId) };
    },
  };
}
