import type { Mail } from './drafts';
import { ApiError, notFound, paged, type ApiMethod } from './gmail';
import type { HistoryEntry, Mailbox } from './mailbox';

interface HistoryOptions {
  startHistoryId?: string;
  labelId?: string;
  historyTypes?: string | string[];
  maxResults?: number;
  pageToken?: string;
}

/** `Gmail.Users.History`: what happened since a `historyId` that was seen before. */
export function historyMethods({ mailbox }: Mail): Record<string, ApiMethod> {
  return {
    'users.history.list': ([, options = {}]) => {
      const wanted = options as HistoryOptions;
      const { startHistoryId, labelId, historyTypes = [] } = wanted;
      // Unverified wording.
      if (startHistoryId === undefined) throw new ApiError('Required parameter: startHistoryId');
      const start = Number(startHistoryId);
      if (!(start >= mailbox.firstHistoryId && start <= mailbox.historyId)) throw notFound();
      const types = [historyTypes].flat();
      const records = mailbox
        .historySince(start)
        .map((entry) => historyRecord(mailbox, entry, types, labelId))
        .filter((record) => record !== null);
      const { page, rest } = paged(records, wanted);
      const { nextPageToken } = rest;
      return {
        ...(page.length ? { history: page } : {}),
        ...(nextPageToken === undefined ? {} : { nextPageToken }),
        historyId: String(mailbox.historyId),
      };
    },
  };
}

const typeNames: Record<string, string> = {
  messagesAdded: 'messageAdded',
  messagesDeleted: 'messageDeleted',
  labelsAdded: 'labelAdded',
  labelsRemoved: 'labelRemoved',
};

/** One step as the API tells it, or null when the options leave it out. */
function historyRecord(
  mailbox: Mailbox,
  { id, message, threadId, added, deleted, labelsAdded, labelsRemoved }: HistoryEntry,
  types: string[],
  labelId: string | undefined,
): Record<string, unknown> | null {
  const labelIds = mailbox.message(message)?.labelIds;
  const named = { id: message, threadId, ...(labelIds ? { labelIds } : {}) };
  const touched = [...(labelIds ?? []), ...(labelsAdded ?? []), ...(labelsRemoved ?? [])];
  if (labelId !== undefined && !touched.includes(labelId)) return null;
  const kinds: Record<string, unknown> = {
    messagesAdded: added && [{ message: named }],
    messagesDeleted: deleted && [{ message: named }],
    labelsAdded: labelsAdded && [{ message: named, labelIds: labelsAdded }],
    labelsRemoved: labelsRemoved && [{ message: named, labelIds: labelsRemoved }],
  };
  const told = Object.entries(kinds).filter(
    ([kind, value]) => value && (!types.length || types.includes(typeNames[kind] ?? '')),
  );
  if (!told.length) return null;
  return {
    id: String(id),
    messages: [{ id: message, threadId }],
    ...Object.fromEntries(told),
  };
}
