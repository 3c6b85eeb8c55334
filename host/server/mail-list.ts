import type { Mailbox, Message } from '../mail/mailbox';
import { attachmentsOf, textOf } from '../mail/mime';
import type { MailInfo, MailSummary } from '../shared/control';
import type { ListedMail } from '../shared/view';

const startLength = 160;

/** All mail, the newest first. */
export function mailList(mailbox: Mailbox): MailInfo[] {
  return mailbox.all().map((message) => mailView(mailbox, message));
}

/** A mail with all that it holds. */
export function mailView(mailbox: Mailbox, message: Message): MailInfo {
  const part = mailbox.parts(message);
  const draft = mailbox.allDrafts().find(({ messageId }) => messageId === message.id);
  return {
    ...summary(mailbox, message),
    ...(draft ? { draftId: draft.id } : {}),
    headers: part.headers,
    text: textOf(part, 'text/plain') ?? '',
    html: textOf(part, 'text/html') ?? '',
    attachments: attachmentsOf(part).map(({ fileName, mimeType, inline }) => {
      return { fileName, mimeType, inline };
    }),
  };
}

/** All mail for a list: its envelope and how it starts. */
export function mailSummaries(mailbox: Mailbox): ListedMail[] {
  return mailbox.all().map((message) => ({
    ...summary(mailbox, message),
    start: (textOf(mailbox.parts(message), 'text/plain') ?? '').slice(0, startLength),
  }));
}

function summary(mailbox: Mailbox, message: Message): MailSummary {
  return {
    id: message.id,
    threadId: message.threadId,
    state: stateOf(message),
    labels: message.labelIds,
    from: mailbox.header(message, 'From'),
    to: mailbox.header(message, 'To'),
    subject: mailbox.header(message, 'Subject'),
    date: new Date(message.internalDate).toISOString(),
  };
}

function stateOf({ labelIds }: Message): MailSummary['state'] {
  if (labelIds.includes('DRAFT')) return 'draft';
  return labelIds.includes('SENT') ? 'sent' : 'received';
}
