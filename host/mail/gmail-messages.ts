import type { Mail } from './drafts';
import { ApiError, notFound, paged, rawOf, type ApiMethod } from './gmail';
import { relabel } from './labels';
import type { MailChange, Message } from './mailbox';
import { parseMime, headerOf } from './mime';
import { attachmentPart, base64Url, messageResource } from './resources';
import { searchMail } from './search';

export interface ListOptions {
  q?: string;
  labelIds?: string | string[];
  maxResults?: number;
  pageToken?: string;
  includeSpamTrash?: boolean;
}

export interface LabelChange {
  addLabelIds?: string[];
  removeLabelIds?: string[];
  ids?: string[];
}

/** To the trash and back, for messages and threads alike. */
export const trashed: LabelChange = { addLabelIds: ['TRASH'], removeLabelIds: ['INBOX'] };
export const untrashed: LabelChange = { removeLabelIds: ['TRASH'] };

/** The messages that a list's options mean, the newest first. */
export function listed({ mailbox }: Mail, options: ListOptions, now: number): Message[] {
  const { q = '', labelIds = [], includeSpamTrash = false } = options;
  const wanted = [labelIds].flat();
  const everywhere = includeSpamTrash || wanted.some((id) => id === 'TRASH' || id === 'SPAM');
  return searchMail(mailbox, everywhere ? `${q} in:anywhere` : q, now).filter((message) =>
    wanted.every((label) => message.labelIds.includes(label)),
  );
}

/** `Gmail.Users.Messages`. */
export function messageMethods(mail: Mail): Record<string, ApiMethod> {
  const { mailbox, post, store } = mail;
  const find = (id: unknown): Message => {
    const message = mailbox.message(String(id));
    if (!message) throw notFound();
    return message;
  };
  const change = (messages: Message[], { addLabelIds, removeLabelIds }: LabelChange): void =>
    relabel(mail, messages, addLabelIds ?? [], removeLabelIds ?? []);
  const changeOne = (id: unknown, labels: LabelChange): unknown => {
    change([find(id)], labels);
    const { threadId, labelIds } = find(id);
    return { id, threadId, labelIds };
  };
  const remove = (messages: Message[]): null => {
    store.record(
      mailbox,
      messages.map(({ id }): MailChange => ({ remove: id })),
    );
    return null;
  };
  const threadGiven = (threadId: string | undefined): string | undefined => {
    if (threadId && !mailbox.thread(threadId).length) throw notFound();
    return threadId;
  };
  /** Puts a message into the mailbox that was never sent from it. */
  const place = (
    input: { raw?: string; threadId?: string; labelIds?: string[] },
    media: unknown,
    dated: boolean,
    now: number,
  ): unknown => {
    const raw = rawOf(input, media);
    const written = Date.parse(headerOf(parseMime(raw).headers, 'Date') ?? '');
    const at = dated && !Number.isNaN(written) ? written : now;
    const threadId = threadGiven(input.threadId);
    const added = post.add(raw, threadId, input.labelIds ?? [], [], at);
    return { id: added.id, threadId: added.threadId, labelIds: added.labelIds };
  };
  const dateSource = (options: unknown, usual: string): boolean =>
    ((options as { internalDateSource?: string } | undefined)?.internalDateSource ?? usual) ===
    'dateHeader';

  return {
    'users.messages.get': ([, id, wanted]) => messageResource(mailbox, find(id), wanted ?? {}),
    'users.messages.list': ([, options = {}], now) => {
      const { page, rest } = paged(listed(mail, options as ListOptions, now), options as object);
      const messages = page.map(({ id, threadId }) => ({ id, threadId }));
      return { ...(messages.length ? { messages } : {}), ...rest };
    },
    'users.messages.send': ([input, , media], now) => {
      const { threadId, raw } = input as { raw?: string; threadId?: string };
      const source = rawOf(raw === undefined ? {} : { raw }, media);
      const sent = post.send(source, threadGiven(threadId), [], now);
      return { id: sent.id, threadId: sent.threadId, labelIds: sent.labelIds };
    },
    'users.messages.insert': ([input, , media, options], now) =>
      place(input as object, media, dateSource(options, 'receivedTime'), now),
    'users.messages.import': ([input, , media, options], now) =>
      place(input as object, media, dateSource(options, 'dateHeader'), now),
    'users.messages.modify': ([input, , id]) => changeOne(id, input as LabelChange),
    'users.messages.batchModify': ([input]) => {
      const { ids = [], ...labels } = input as LabelChange;
      checkBatch(ids);
      change(ids.map(find), labels);
      return null;
    },
    'users.messages.batchDelete': ([input]) => {
      const { ids = [] } = input as LabelChange;
      checkBatch(ids);
      return remove(ids.map(find));
    },
    'users.messages.trash': ([, id]) => changeOne(id, trashed),
    'users.messages.untrash': ([, id]) => changeOne(id, untrashed),
    'users.messages.remove': ([, id]) => remove([find(id)]),
    'users.messages.attachments.get': ([, messageId, id]) => {
      const part = attachmentPart(mailbox.parts(find(messageId)), String(id));
      if (!part) throw notFound();
      return { size: part.body.length, data: base64Url(part.body) };
    },
  };
}

const mostInBatch = 1000;

function checkBatch(ids: string[]): void {
  // Unverified wording.
  if (!ids.length) throw new ApiError('No message ids specified.');
  if (ids.length > mostInBatch) throw new ApiError('Too many message ids specified.');
}
