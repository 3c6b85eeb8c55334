import type { Handlers } from '../engine/executor';
import { ScriptError } from '../engine/script-error';
import type { Letter, MailCalls, MailFile, MailMessage, ThreadSearch } from '../shared/mail';
import type { Clock } from '../time/clock';
import { composeLetter } from './compose';
import { deleteDraft, keepDraft, sendDraft, type Mail } from './drafts';
import { createLabel, labelNamed, relabel } from './labels';
import type { Draft, Message } from './mailbox';
import { attachmentsOf, headerOf, plainTextOf, textOf } from './mime';
import { threading } from './post';
import { searchMail } from './search';

/** How scripts use MailApp and GmailApp. */
export function mailHandlers(
  mail: Mail,
  clock: Clock,
): Pick<Handlers, Exclude<keyof MailCalls, 'gmail.call' | 'mail.remaining'>> {
  const { mailbox, post, store } = mail;
  const now = ({ ahead }: { ahead: number }): number => clock.now() + ahead;
  const draftWith = (id: string): Draft => {
    const draft = mailbox.draft(id);
    // Unverified wording.
    if (!draft) throw new ScriptError(`Invalid draft: ${id}`);
    return draft;
  };
  const compose = (letter: Letter, at: number): Promise<Buffer> => {
    const answered = answeredBy(mail, letter);
    return composeLetter(letter, {
      from: mailbox.address,
      date: new Date(at),
      ...(answered ? threading(mailbox, answered) : {}),
    });
  };

  return {
    'mail.send': async ({ letter }, execution) => {
      const raw = await compose(letter, now(execution));
      const threadId = answeredBy(mail, letter)?.threadId;
      return post.send(raw, threadId, [], now(execution)).id;
    },
    'mail.keepDraft': async ({ id, letter }, execution) => {
      const old = id === null ? null : draftWith(id);
      const raw = await compose(letter, now(execution));
      return keepDraft(mail, old, raw, answeredBy(mail, letter)?.threadId, now(execution));
    },
    'mail.sendDraft': ({ id }, execution) => {
      const draft = draftWith(id);
      const message = messageWith(mail, draft.messageId);
      return sendDraft(mail, draft, message, null, now(execution)).id;
    },
    'mail.deleteDraft': ({ id }) => {
      deleteDraft(mail, draftWith(id));
      return null;
    },
    'mail.drafts': () => mailbox.allDrafts(),
    'mail.threads': (search, execution) => findThreads(mail, search, now(execution)),
    'mail.threadMessages': ({ ids }) =>
      ids.map((id) => mailbox.thread(id).map((message) => describe(mail, message))),
    'mail.messages': ({ ids }) =>
      ids.map((id) => {
        const message = mailbox.message(id);
        return message ? describe(mail, message) : null;
      }),
    'mail.files': ({ id }) => filesOf(mail, messageWith(mail, id)),
    'mail.raw': ({ id }) => messageWith(mail, id).raw,
    'mail.relabel': ({ messages, threads, add, remove }) => {
      const inThreads = threads.flatMap((id) => mailbox.thread(id));
      const named = messages.map((id) => messageWith(mail, id));
      relabel(mail, [...named, ...inThreads], add, remove);
      return null;
    },
    'mail.labels': () => mailbox.labels(),
    'mail.createLabel': ({ name }) => labelNamed(mailbox, name) ?? createLabel(mail, { name }),
    'mail.deleteLabel': ({ id }) => {
      store.record(mailbox, [{ unlabel: id }]);
      return null;
    },
  };
}

function messageWith({ mailbox }: Mail, id: string): Message {
  const message = mailbox.message(id);
  // Unverified wording.
  if (!message) throw new ScriptError(`Invalid message: ${id}`);
  return message;
}

const answeredBy = (mail: Mail, { answers }: Letter): Message | null =>
  answers === null ? null : messageWith(mail, answers);

/** Threads of which some message is meant, the one with the latest message first. */
function findThreads({ mailbox }: Mail, search: ThreadSearch, now: number): string[] {
  const { query, label, start, count } = search;
  const hidden = label === 'SPAM' || label === 'TRASH';
  const found = searchMail(mailbox, hidden ? 'in:anywhere' : query, now)
    .filter(({ labelIds }) => label === null || labelIds.includes(label))
    .map(({ threadId }) => threadId);
  const meant = new Set(found);
  const latestFirst = new Set(mailbox.all().map(({ threadId }) => threadId));
  const threads = [...latestFirst].filter((id) => meant.has(id));
  return threads.slice(start, count === null ? undefined : start + count);
}

function describe({ mailbox }: Mail, message: Message): MailMessage {
  const { id, threadId, labelIds, internalDate } = message;
  const part = mailbox.parts(message);
  const html = textOf(part, 'text/html') ?? '';
  return {
    id,
    threadId,
    labelIds,
    date: internalDate,
    headers: part.headers,
    text: plainTextOf(part),
    html,
  };
}

function filesOf({ mailbox }: Mail, message: Message): MailFile[] {
  return attachmentsOf(mailbox.parts(message)).map((part) => ({
    name: part.fileName,
    type: part.mimeType,
    body: part.body.toString('base64'),
    inline: part.inline,
    contentId: (headerOf(part.headers, 'Content-ID') ?? '').replace(/[<>]/g, ''),
  }));
}
