import { messageOf } from '../core/problem';
import type { Arrival, DraftPlace, Mail } from '../services';
import { attachedTo } from './attached';
import { incomingOf } from './incoming';

const ME = 'me';
/** Mails looked through after a crash. */
const MOST_LOOKED_AT = 100;

/** The mailbox through the advanced Gmail service, which alone can send headers of our own. */
export function mail(): Mail {
  let address: string | undefined;
  return {
    ownAddress: () => (address ??= users().getProfile(ME).emailAddress ?? ''),
    createDraft: (raw) => {
      const encoded = Utilities.base64EncodeWebSafe(raw, Utilities.Charset.UTF_8);
      return placeOf(drafts().create({ message: { raw: encoded } }, ME));
    },
    sendDraft: (draftId) => void drafts().send({ id: draftId }, ME),
    deleteDraft: (draftId) => {
      unlessGone(() => {
        drafts().remove(ME, draftId);
      });
    },
    hasDraft: (draftId) =>
      draftId !== '' &&
      unlessGone(() => drafts().get(ME, draftId, { format: 'minimal' })) !== undefined,
    findMails: (name, values) => {
      const found = new Map<string, DraftPlace>();
      const missing = new Set(values);
      const sawDrafts = draftsByHeader(name, missing, found);
      const sawSent = missing.size === 0 || sentByHeader(name, missing, found);
      return { found, isWhole: sawDrafts && sawSent };
    },
    wasSent: (threadId) => {
      if (threadId === '') return false;
      const thread = unlessGone(() => threads().get(ME, threadId, { format: 'minimal' }));
      return (thread?.messages ?? []).some((message) => message.labelIds?.includes('SENT'));
    },
    arrivals,
    read: (id) => {
      const message = unlessGone(() => messages().get(ME, id, { format: 'full' }));
      return message === undefined ? undefined : incomingOf(message);
    },
    labelled: (label) => {
      const id = ownLabel(label);
      return id === undefined ? [] : listLabelled(id);
    },
    attached: (id, isWanted) => {
      const message = unlessGone(() => messages().get(ME, id, { format: 'full' }));
      return message === undefined ? undefined : attachedTo(message, isWanted, attachment);
    },
    relabel: (ids, from, to) => {
      const [gone, given] = [ownLabel(from), ownLabel(to) ?? labels().create({ name: to }, ME).id];
      const change = {
        addLabelIds: [given ?? ''],
        removeLabelIds: gone === undefined ? [] : [gone],
      };
      messages().batchModify({ ids, ...change }, ME);
    },
  };
}

/** The newest mails with a label, as many as one call gives. */
function listLabelled(labelId: string): string[] {
  const page = messages().list(ME, { labelIds: [labelId], maxResults: 500 });
  return (page.messages ?? []).map(({ id = '' }) => id);
}

/** The id of a label that a person made, whatever its case; undefined where there is none. */
function ownLabel(name: string): string | undefined {
  const found = (labels().list(ME).labels ?? []).find(
    (label) => label.type === 'user' && label.name?.toLowerCase() === name.toLowerCase(),
  );
  return found?.id;
}

function attachment(mailId: string, id: string): GoogleAppsScript.Gmail.Schema.MessagePartBody {
  return present(messages().Attachments).get(ME, mailId, id);
}

/** From mail systems, and mails that mail programs write to stop a list. */
const NOTICES = '{from:mailer-daemon from:postmaster subject:unsubscribe}';

/** What came in since, in one call or two where it is not much. */
function arrivals(since: number): Arrival[] {
  const query = `after:${Math.floor(since / 1000)} -in:sent -in:drafts`;
  const all = listAll(query);
  const notices = new Set(
    all.length === 0 ? [] : listAll(`${query} ${NOTICES}`).map(({ id }) => id),
  );
  return all.map(({ id = '', threadId = '' }) => ({ id, threadId, isNotice: notices.has(id) }));
}

/** The ids of all mails that a search finds, newest first. */
function listAll(q: string, pageToken?: string): GoogleAppsScript.Gmail.Schema.Message[] {
  const more = pageToken === undefined ? {} : { pageToken };
  const page = messages().list(ME, { q, maxResults: 500, ...more });
  const found = page.messages ?? [];
  return page.nextPageToken === undefined ? found : [...found, ...listAll(q, page.nextPageToken)];
}

/**
 * Moves the values that a draft's header holds from the wanted to the found; returns whether every
 * draft was looked at, or nothing is wanted any more.
 */
function draftsByHeader(
  name: string,
  wanted: Set<string>,
  found: Map<string, DraftPlace>,
): boolean {
  const listed = drafts().list(ME, { maxResults: MOST_LOOKED_AT });
  for (const { id = '' } of listed.drafts ?? []) {
    const draft = unlessGone(() => drafts().get(ME, id, { format: 'full' }));
    const value = headerOf(draft?.message, name);
    if (draft === undefined || !wanted.delete(value)) continue;
    found.set(value, placeOf(draft));
    if (wanted.size === 0) return true;
  }
  return listed.nextPageToken === undefined;
}

/** The same for the mails sent of late. */
function sentByHeader(name: string, wanted: Set<string>, found: Map<string, DraftPlace>): boolean {
  const query = { q: 'in:sent newer_than:2d', maxResults: MOST_LOOKED_AT };
  const listed = messages().list(ME, query);
  for (const { id = '', threadId = '' } of listed.messages ?? []) {
    const value = headerOf(
      unlessGone(() => messages().get(ME, id, { format: 'full' })),
      name,
    );
    if (!wanted.delete(value)) continue;
    found.set(value, { draftId: '', threadId });
    if (wanted.size === 0) return true;
  }
  return listed.nextPageToken === undefined;
}

/** A header's value, blank where the mail has none of that name. */
function headerOf(
  message: GoogleAppsScript.Gmail.Schema.Message | undefined,
  name: string,
): string {
  const headers = message?.payload?.headers ?? [];
  const found = headers.find((header) => header.name?.toLowerCase() === name.toLowerCase());
  return found?.value ?? '';
}

function placeOf(draft: GoogleAppsScript.Gmail.Schema.Draft): DraftPlace {
  return { draftId: draft.id ?? '', threadId: draft.message?.threadId ?? '' };
}

/** What Gmail holds, or undefined where it says that there is no such thing. */
function unlessGone<T>(ask: () => T): T | undefined {
  try {
    return ask();
  } catch (error) {
    if (/not found|404/i.test(messageOf(error))) return undefined;
    throw error;
  }
}

type Users = GoogleAppsScript.Gmail.Collection.UsersCollection;

const users = (): Users => present(Gmail?.Users);
const drafts = (): NonNullable<Users['Drafts']> => present(users().Drafts);
const messages = (): NonNullable<Users['Messages']> => present(users().Messages);
const labels = (): NonNullable<Users['Labels']> => present(users().Labels);
const threads = (): NonNullable<Users['Threads']> => present(users().Threads);

/** A part of the advanced service, which is there where the manifest switches it on. */
function present<T>(part: T | undefined): T {
  if (part === undefined) throw new Error('the advanced Gmail service is not switched on');
  return part;
}
