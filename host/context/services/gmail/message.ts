import { escapeHtml } from '../../../shared/html';
import type { Letter, MailMessage } from '../../../shared/mail';
import { call } from '../../bridge';
import { dateAt } from '../../date';
import { exception } from '../../exception';
import type { Thing } from '../../facade';
import { demandRecipient, type MailOptions } from '../letter';
import { answerTo, forwardOf, headerOf } from './answers';
import { GmailAttachment } from './attachment';
import { GmailDraft } from './draft';
import { GmailThread } from './thread';

interface AttachmentOptions {
  includeInlineImages?: boolean;
  includeAttachments?: boolean;
}

/**
 * GmailMessage: it shows a message as it was when first looked at, until `refresh`; what is done
 * through it shows at once (unverified).
 */
export class GmailMessage implements Thing {
  readonly kind = 'Gmail.GmailMessage';
  private known: MailMessage | null;

  constructor(
    private readonly id: string,
    known: MailMessage | null = null,
  ) {
    this.known = known;
  }

  private get message(): MailMessage {
    if (!this.known) {
      const [found] = call('mail.messages', { ids: [this.id] });
      // Unverified wording.
      if (!found) throw exception(`Invalid message: ${this.id}`);
      this.known = found;
    }
    return this.known;
  }

  getId(): string {
    return this.id;
  }

  getThread(): GmailThread {
    return new GmailThread(this.message.threadId);
  }

  getDate(): Date {
    return dateAt(this.message.date);
  }

  getFrom(): string {
    return headerOf(this.message, 'From');
  }

  getTo(): string {
    return headerOf(this.message, 'To');
  }

  getCc(): string {
    return headerOf(this.message, 'Cc');
  }

  getBcc(): string {
    return headerOf(this.message, 'Bcc');
  }

  getReplyTo(): string {
    return headerOf(this.message, 'Reply-To') || this.getFrom();
  }

  getSubject(): string {
    return headerOf(this.message, 'Subject');
  }

  getHeader(name: string): string {
    return headerOf(this.message, name);
  }

  /** The html; a plain text becomes html (its details are unverified). */
  getBody(): string {
    const { html, text } = this.message;
    return html || escapeHtml(text).replace(/\r?\n/g, '<br>\r\n');
  }

  getPlainBody(): string {
    return this.message.text;
  }

  getRawContent(): string {
    return call('mail.raw', { id: this.id });
  }

  getAttachments(options: AttachmentOptions = {}): GmailAttachment[] {
    const { includeInlineImages = true, includeAttachments = true } = options;
    return call('mail.files', { id: this.id })
      .filter(({ inline }) => (inline ? includeInlineImages : includeAttachments))
      .map((file) => new GmailAttachment(file));
  }

  isDraft(): boolean {
    return this.has('DRAFT');
  }

  isInChats(): boolean {
    return this.has('CHAT');
  }

  isInInbox(): boolean {
    return this.has('INBOX');
  }

  isInPriorityInbox(): boolean {
    return this.has('INBOX') && this.has('IMPORTANT');
  }

  isInTrash(): boolean {
    return this.has('TRASH');
  }

  isStarred(): boolean {
    return this.has('STARRED');
  }

  isUnread(): boolean {
    return this.has('UNREAD');
  }

  private has(label: string): boolean {
    return this.message.labelIds.includes(label);
  }

  markRead(): this {
    return this.relabel([], ['UNREAD']);
  }

  markUnread(): this {
    return this.relabel(['UNREAD'], []);
  }

  star(): this {
    return this.relabel(['STARRED'], []);
  }

  unstar(): this {
    return this.relabel([], ['STARRED']);
  }

  moveToTrash(): this {
    return this.relabel(['TRASH'], ['INBOX']);
  }

  private relabel(add: string[], remove: string[]): this {
    call('mail.relabel', { messages: [this.id], threads: [], add, remove });
    return this.refresh();
  }

  refresh(): this {
    this.known = null;
    return this;
  }

  reply(body: string, options: MailOptions = {}): this {
    return this.send(answerTo(this.message, body, options, false));
  }

  replyAll(body: string, options: MailOptions = {}): this {
    return this.send(answerTo(this.message, body, options, true));
  }

  forward(recipient: string, options: MailOptions = {}): this {
    const files = call('mail.files', { id: this.id });
    return this.send(forwardOf(this.message, recipient, files, options));
  }

  private send(letter: Letter): this {
    call('mail.send', { letter: demandRecipient(letter) });
    return this;
  }

  createDraftReply(body: string, options: MailOptions = {}): GmailDraft {
    return this.draft(answerTo(this.message, body, options, false));
  }

  createDraftReplyAll(body: string, options: MailOptions = {}): GmailDraft {
    return this.draft(answerTo(this.message, body, options, true));
  }

  private draft(letter: Letter): GmailDraft {
    return new GmailDraft(call('mail.keepDraft', { id: null, letter }));
  }
}
