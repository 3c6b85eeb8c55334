import type { MailLabel } from '../../../shared/mail';
import { call } from '../../bridge';
import type { Thing } from '../../facade';
import { findThreads } from './find';
import type { GmailThread } from './thread';

/** GmailLabel: a label that the user made. */
export class GmailLabel implements Thing {
  readonly kind = 'Gmail.GmailLabel';

  constructor(private readonly label: MailLabel) {}

  id(): string {
    return this.label.id;
  }

  getName(): string {
    return this.label.name;
  }

  getThreads(start?: number, count?: number): GmailThread[] {
    return findThreads({ label: this.label.id }, start, count);
  }

  /** How many of its threads are unread. */
  getUnreadCount(): number {
    return this.getThreads().filter((thread) => thread.isUnread()).length;
  }

  addToThread(thread: GmailThread): this {
    return this.addToThreads([thread]);
  }

  addToThreads(threads: GmailThread[]): this {
    for (const thread of threads) thread.addLabel(this);
    return this;
  }

  removeFromThread(thread: GmailThread): this {
    return this.removeFromThreads([thread]);
  }

  removeFromThreads(threads: GmailThread[]): this {
    for (const thread of threads) thread.removeLabel(this);
    return this;
  }

  deleteLabel(): void {
    call('mail.deleteLabel', { id: this.label.id });
  }
}
