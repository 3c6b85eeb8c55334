import type { MailMessage } from '../../../shared/mail';
import { call } from '../../bridge';
import { dateAt } from '../../date';
import { exception } from '../../exception';
import type { Thing } from '../../facade';
import type { MailOptions } from '../letter';
import { headerOf } from './answers';
import type { GmailDraft } from './draft';
import { GmailLabel } from './label';
import { GmailMessage } from './message';

/** GmailThread: a conversation; what is done to it is done to all its messages. */
export class GmailThread implements Thing {
  readonly kind = 'Gmail.GmailThread';
  private known: MailMessage[] | null;

  constructor(
    private readonly id: string,
    known: MailMessage[] | null = null,
  ) {
    this.known = known;
  }

  private get messages(): MailMessage[] {
    if (!this.known) {
      const [found = []] = call('mail.threadMessages', { ids: [this.id] });
      // Unverified wording.
      if (!found.length) throw exception(`Invalid thread: ${this.id}`);
      this.known = found;
    }
    return this.known;
  }

  getId(): string {
    return this.id;
  }

  getMessages(): GmailMessage[] {
    return this.messages.map((message) => new GmailMessage(message.id, message));
  }

  getMessageCount(): number {
    return this.messages.length;
  }

  getFirstMessageSubject(): string {
    const [first] = this.messages;
    return first ? headerOf(first, 'Subject') : '';
  }

  getLastMessageDate(): Date {
    return dateAt(Math.max(...this.messages.map(({ date }) => date)));
  }

  getPermalink(): string {
    return `https://mail.google.com/mail/u/0/#all/${this.id}`;
  }

  /** The labels that the user made. */
  getLabels(): GmailLabel[] {
    return call('mail.labels', {})
      .filter(({ type, id }) => type === 'user' && this.someHas(id))
      .map((label) => new GmailLabel(label));
  }

  hasStarredMessages(): boolean {
    return this.someHas('STARRED');
  }

  isImportant(): boolean {
    return this.someHas('IMPORTANT');
  }

  isInChats(): boolean {
    return this.someHas('CHAT');
  }

  isInInbox(): boolean {
    return this.someHas('INBOX');
  }

  isInPriorityInbox(): boolean {
    return this.isInInbox() && this.isImportant();
  }

  isInSpam(): boolean {
    return this.someHas('SPAM');
  }

  isInTrash(): boolean {
    return this.someHas('TRASH');
  }

  isUnread(): boolean {
    return this.someHas('UNREAD');
  }

  private someHas(label: string): boolean {
    return this.messages.some(({ labelIds }) => labelIds.includes(label));
  }

  addLabel(label: GmailLabel): this {
    return this.relabel([label.id()], []);
  }

  removeLabel(label: GmailLabel): this {
    return this.relabel([], [label.id()]);
  }

  markRead(): this {
    return this.relabel([], ['UNREAD']);
  }

  markUnread(): this {
    return this.relabel(['UNREAD'], []);
  }

  markImportant(): this {
    return this.relabel(['IMPORTANT'], []);
  }

  markUnimportant(): this {
    return this.relabel([], ['IMPORTANT']);
  }

  moveToArchive(): this {
    return this.relabel([], ['INBOX']);
  }

  moveToInbox(): this {
    return this.relabel(['INBOX'], ['SPAM', 'TRASH']);
  }

  moveToSpam(): this {
    return this.relabel(['SPAM'], ['INBOX', 'TRASH']);
  }

  moveToTrash(): this {
    return this.relabel(['TRASH'], ['INBOX', 'SPAM']);
  }

  private relabel(add: string[], remove: string[]): this {
    call('mail.relabel', { messages: [], threads: [this.id], add, remove });
    return this.refresh();
  }

  refresh(): this {
    this.known = null;
    return this;
  }

  reply(body: string, options: MailOptions = {}): this {
    this.last.reply(body, options);
    return this.refresh();
  }

  replyAll(body: string, options: MailOptions = {}): this {
    this.last.replyAll(body, options);
    return this.refresh();
  }

  createDraftReply(body: string, options: MailOptions = {}): GmailDraft {
    return this.last.createDraftReply(body, options);
  }

  createDraftReplyAll(body: string, options: MailOptions = {}): GmailDraft {
    return this.last.createDraftReplyAll(body, options);
  }

  /** The message that an answer to the thread answers. */
  private get last(): GmailMessage {
    const message = this.getMessages().at(-1);
    if (!message) throw exception(`Invalid thread: ${this.id}`);
    return message;
  }
}
