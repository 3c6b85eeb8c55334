import type { Mailbox, Message } from '../mail/mailbox';
import { attachmentsOf, textOf } from '../mail/mime';

/** All mail, the newest first. */
export function mailList(mailbox: Mailbox): unknown[] {
  const drafts = new Map(mailbox.allDrafts().map(({ id, messageId }) => [messageId, id]));
  return mailbox.all().map((message) => {
    const part = mailbox.parts(message);
    const draftId = drafts.get(message.id);
    return {
      id: message.id,
      threadId: message.threadId,
      state: stateOf(message),
      ...(draftId === undefined ? {} : { draftId }),
      labels: message.labelIds,
      from: mailbox.header(message, 'From'),
      to: mailbox.header(message, 'To'),
      subject: mailbox.header(message, 'Subject'),
      date: new Date(message.internalDate).toISOString(),
      headers: part.headers,
      text: textOf(part, 'text/plain') ?? '',
      html: textOf(part, 'text/html') ?? '',
      attachments: attachmentsOf(part).map(({ fileName, mimeType }) => ({ fileName, mimeType })),
    };
  });
}

function stateOf({ labelIds }: Message): 'draft' | 'sent' | 'received' {
  if (labelIds.includes('DRAFT')) return 'draft';
  return labelIds.includes('SENT') ? 'sent' : 'received';
}
