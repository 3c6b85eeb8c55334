import type { DraftPlace, Mail } from '../services';

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
      drafts().remove(ME, draftId);
    },
    hasDraft: (draftId) =>
      draftId !== '' &&
      unlessGone(() => drafts().get(ME, draftId, { format: 'minimal' })) !== undefined,
    findMail: (name, value) => findDraft(name, value) ?? findSent(name, value),
    wasSent: (threadId) => {
      const thread = unlessGone(() => threads().get(ME, threadId, { format: 'minimal' }));
      return (thread?.messages ?? []).some((message) => message.labelIds?.includes('SENT'));
    },
  };
}

function findDraft(name: string, value: string): DraftPlace | undefined {
  const listed = drafts().list(ME, { maxResults: MOST_LOOKED_AT }).drafts ?? [];
  const found = listed.find(({ id = '' }) => {
    const draft = unlessGone(() => drafts().get(ME, id, { format: 'full' }));
    return hasHeader(draft?.message, name, value);
  });
  return found === undefined ? undefined : placeOf(found);
}

function findSent(name: string, value: string): DraftPlace | undefined {
  const query = { q: 'in:sent newer_than:2d', maxResults: MOST_LOOKED_AT };
  const listed = messages().list(ME, query).messages ?? [];
  const found = listed.find(({ id = '' }) =>
    hasHeader(
      unlessGone(() => messages().get(ME, id, { format: 'full' })),
      name,
      value,
    ),
  );
  return found === undefined ? undefined : { draftId: '', threadId: found.threadId ?? '' };
}

function hasHeader(
  message: GoogleAppsScript.Gmail.Schema.Message | undefined,
  name: string,
  value: string,
): boolean {
  const headers = message?.payload?.headers ?? [];
  return headers.some(
    (header) => header.name?.toLowerCase() === name.toLowerCase() && header.value === value,
  );
}

function placeOf(draft: GoogleAppsScript.Gmail.Schema.Draft): DraftPlace {
  return { draftId: draft.id ?? '', threadId: draft.message?.threadId ?? '' };
}

/** What Gmail holds, or undefined where it says that there is no such thing. */
function unlessGone<T>(ask: () => T): T | undefined {
  try {
    return ask();
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    if (/not found|404/i.test(message)) return undefined;
    throw error;
  }
}

type Users = GoogleAppsScript.Gmail.Collection.UsersCollection;

const users = (): Users => present(Gmail?.Users);
const drafts = (): NonNullable<Users['Drafts']> => present(users().Drafts);
const messages = (): NonNullable<Users['Messages']> => present(users().Messages);
const threads = (): NonNullable<Users['Threads']> => present(users().Threads);

/** A part of the advanced service, which is there where the manifest switches it on. */
function present<T>(part: T | undefined): T {
  if (part === undefined) throw new Error('the advanced Gmail service is not switched on');
  return part;
}
