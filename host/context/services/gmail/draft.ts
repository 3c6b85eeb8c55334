import type { MailDraft } from '../../../shared/mail';
import { call } from '../../bridge';
import type { Thing } from '../../facade';
import { letterOf, type MailOptions } from '../letter';
import { GmailMessage } from './message';

/** GmailDraft: it keeps its id while its message is written anew. */
export class GmailDraft implements Thing {
  readonly kind = 'Gmail.GmailDraft';

  constructor(private draft: MailDraft) {}

  getId(): string {
    return this.draft.id;
  }

  getMessageId(): string {
    return this.draft.messageId;
  }

  getMessage(): GmailMessage {
    return new GmailMessage(this.draft.messageId);
  }

  update(recipient: string, subject: string, body: string, options: MailOptions = {}): this {
    const letter = letterOf(recipient, subject, body, options);
    this.draft = call('mail.keepDraft', { id: this.draft.id, letter });
    return this;
  }

  send(): GmailMessage {
    return new GmailMessage(call('mail.sendDraft', { id: this.draft.id }));
  }

  deleteDraft(): void {
    call('mail.deleteDraft', { id: this.draft.id });
  }
}
