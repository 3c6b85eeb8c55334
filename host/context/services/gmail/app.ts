import { call } from '../../bridge';
import { exception } from '../../exception';
import type { Thing } from '../../facade';
import { demandRecipient, letterOf, type MailOptions } from '../letter';
import { GmailDraft } from './draft';
import { findThreads } from './find';
import { GmailLabel } from './label';
import { GmailMessage } from './message';
import { GmailThread } from './thread';

/** GmailApp: the owner's mailbox by threads, messages, drafts and labels. */
export class GmailApp implements Thing {
  readonly kind = 'Gmail.GmailApp';

  sendEmail(recipient: string, subject: string, body: string, options: MailOptions = {}): this {
    const letter = letterOf(recipient, subject, body, options);
    call('mail.send', { letter: demandRecipient(letter) });
    return this;
  }

  createDraft(
    recipient: string,
    subject: string,
    body: string,
    options: MailOptions = {},
  ): GmailDraft {
    const letter = letterOf(recipient, subject, body, options);
    return new GmailDraft(call('mail.keepDraft', { id: null, letter }));
  }

  getDraft(id: string): GmailDraft {
    const draft = this.getDrafts().find((one) => one.getId() === id);
    // Unverified wording.
    if (!draft) throw exception(`Invalid draft: ${id}`);
    return draft;
  }

  getDrafts(): GmailDraft[] {
    return call('mail.drafts', {}).map((draft) => new GmailDraft(draft));
  }

  getDraftMessages(): GmailMessage[] {
    return this.getDrafts().map((draft) => draft.getMessage());
  }

  /** This host's account sends from its own address only. */
  getAliases(): string[] {
    return [];
  }

  search(query: string, start?: number, count?: number): GmailThread[] {
    return findThreads({ query }, start, count);
  }

  getInboxThreads(start?: number, count?: number): GmailThread[] {
    return findThreads({ label: 'INBOX' }, start, count);
  }

  getPriorityInboxThreads(start?: number, count?: number): GmailThread[] {
    return findThreads({ query: 'is:important', label: 'INBOX' }, start, count);
  }

  getStarredThreads(start?: number, count?: number): GmailThread[] {
    return findThreads({ label: 'STARRED' }, start, count);
  }

  getSpamThreads(start?: number, count?: number): GmailThread[] {
    return findThreads({ label: 'SPAM' }, start, count);
  }

  getTrashThreads(start?: number, count?: number): GmailThread[] {
    return findThreads({ label: 'TRASH' }, start, count);
  }

  getChatThreads(start?: number, count?: number): GmailThread[] {
    return findThreads({ label: 'CHAT' }, start, count);
  }

  getInboxUnreadCount(): number {
    return unreadAmong(this.getInboxThreads());
  }

  getPriorityInboxUnreadCount(): number {
    return unreadAmong(this.getPriorityInboxThreads());
  }

  getStarredUnreadCount(): number {
    return unreadAmong(this.getStarredThreads());
  }

  getSpamUnreadCount(): number {
    return unreadAmong(this.getSpamThreads());
  }

  /** The thread of this id, or null; that null is what Google gives is unverified. */
  getThreadById(id: string): GmailThread | null {
    const [messages = []] = call('mail.threadMessages', { ids: [id] });
    return messages.length ? new GmailThread(id, messages) : null;
  }

  /** The message of this id, or null; that null is what Google gives is unverified. */
  getMessageById(id: string): GmailMessage | null {
    const [message] = call('mail.messages', { ids: [id] });
    return message ? new GmailMessage(id, message) : null;
  }

  getMessagesForThread(thread: GmailThread): GmailMessage[] {
    return thread.getMessages();
  }

  getMessagesForThreads(threads: GmailThread[]): GmailMessage[][] {
    return threads.map((thread) => thread.getMessages());
  }

  /** A label that is there already is given back (unverified). */
  createLabel(name: string): GmailLabel {
    return new GmailLabel(call('mail.createLabel', { name }));
  }

  deleteLabel(label: GmailLabel): this {
    label.deleteLabel();
    return this;
  }

  getUserLabels(): GmailLabel[] {
    return call('mail.labels', {})
      .filter(({ type }) => type === 'user')
      .map((label) => new GmailLabel(label));
  }

  getUserLabelByName(name: string): GmailLabel | null {
    const wanted = name.toLowerCase();
    return this.getUserLabels().find((label) => label.getName().toLowerCase() === wanted) ?? null;
  }

  markMessageRead(message: GmailMessage): this {
    return this.markMessagesRead([message]);
  }

  markMessagesRead(messages: GmailMessage[]): this {
    for (const message of messages) message.markRead();
    return this;
  }

  markMessageUnread(message: GmailMessage): this {
    return this.markMessagesUnread([message]);
  }

  markMessagesUnread(messages: GmailMessage[]): this {
    for (const message of messages) message.markUnread();
    return this;
  }

  moveMessageToTrash(message: GmailMessage): this {
    return this.moveMessagesToTrash([message]);
  }

  moveMessagesToTrash(messages: GmailMessage[]): this {
    for (const message of messages) message.moveToTrash();
    return this;
  }

  starMessage(message: GmailMessage): this {
    return this.starMessages([message]);
  }

  starMessages(messages: GmailMessage[]): this {
    for (const message of messages) message.star();
    return this;
  }

  unstarMessage(message: GmailMessage): this {
    return this.unstarMessages([message]);
  }

  unstarMessages(messages: GmailMessage[]): this {
    for (const message of messages) message.unstar();
    return this;
  }

  refreshMessage(message: GmailMessage): this {
    return this.refreshMessages([message]);
  }

  refreshMessages(messages: GmailMessage[]): this {
    for (const message of messages) message.refresh();
    return this;
  }

  markThreadRead(thread: GmailThread): this {
    return this.markThreadsRead([thread]);
  }

  markThreadsRead(threads: GmailThread[]): this {
    for (const thread of threads) thread.markRead();
    return this;
  }

  markThreadUnread(thread: GmailThread): this {
    return this.markThreadsUnread([thread]);
  }

  markThreadsUnread(threads: GmailThread[]): this {
    for (const thread of threads) thread.markUnread();
    return this;
  }

  markThreadImportant(thread: GmailThread): this {
    return this.markThreadsImportant([thread]);
  }

  markThreadsImportant(threads: GmailThread[]): this {
    for (const thread of threads) thread.markImportant();
    return this;
  }

  markThreadUnimportant(thread: GmailThread): this {
    return this.markThreadsUnimportant([thread]);
  }

  markThreadsUnimportant(threads: GmailThread[]): this {
    for (const thread of threads) thread.markUnimportant();
    return this;
  }

  moveThreadToArchive(thread: GmailThread): this {
    return this.moveThreadsToArchive([thread]);
  }

  moveThreadsToArchive(threads: GmailThread[]): this {
    for (const thread of threads) thread.moveToArchive();
    return this;
  }

  moveThreadToInbox(thread: GmailThread): this {
    return this.moveThreadsToInbox([thread]);
  }

  moveThreadsToInbox(threads: GmailThread[]): this {
    for (const thread of threads) thread.moveToInbox();
    return this;
  }

  moveThreadToSpam(thread: GmailThread): this {
    return this.moveThreadsToSpam([thread]);
  }

  moveThreadsToSpam(threads: GmailThread[]): this {
    for (const thread of threads) thread.moveToSpam();
    return this;
  }

  moveThreadToTrash(thread: GmailThread): this {
    return this.moveThreadsToTrash([thread]);
  }

  moveThreadsToTrash(threads: GmailThread[]): this {
    for (const thread of threads) thread.moveToTrash();
    return this;
  }

  refreshThread(thread: GmailThread): this {
    return this.refreshThreads([thread]);
  }

  refreshThreads(threads: GmailThread[]): this {
    for (const thread of threads) thread.refresh();
    return this;
  }

  /** Of use to mail add-ons only; there are none here. */
  setCurrentMessageAccessToken(): void {
    // The token opens the message that an add-on looks at.
  }
}

const unreadAmong = (threads: GmailThread[]): number =>
  threads.filter((thread) => thread.isUnread()).length;
