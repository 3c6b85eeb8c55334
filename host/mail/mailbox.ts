import { randomBytes, randomInt } from 'node:crypto';
import type { MailDraft, MailLabel } from '../shared/mail';
import type { Part } from '../store/store';
import { headerOf, parseMime, type MimePart } from './mime';

/** A message of the mailbox; `raw` is the source, one sign a byte. */
export interface Message {
  id: string;
  threadId: string;
  labelIds: string[];
  internalDate: number;
  historyId: number;
  raw: string;
}

export type Draft = MailDraft;

export interface Label extends MailLabel {
  labelListVisibility?: string;
  messageListVisibility?: string;
  color?: { textColor?: string; backgroundColor?: string };
}

/** What happened to a message, in the words of the API; `id` grows with each step. */
export interface HistoryEntry {
  id: number;
  message: string;
  threadId: string;
  added?: true;
  deleted?: true;
  labelsAdded?: string[];
  labelsRemoved?: string[];
}

/** One step in the mailbox's life. Steps that belong together are recorded together. */
export type MailChange =
  | { add: Message }
  | { remove: string }
  | { relabel: string; labelIds: string[] }
  | { draft: Draft }
  | { undraft: string }
  | { label: Label }
  | { unlabel: string };

const systemLabels = [
  'INBOX',
  'SENT',
  'DRAFT',
  'UNREAD',
  'STARRED',
  'IMPORTANT',
  'TRASH',
  'SPAM',
  'CHAT',
  'CATEGORY_PERSONAL',
  'CATEGORY_SOCIAL',
  'CATEGORY_PROMOTIONS',
  'CATEGORY_UPDATES',
  'CATEGORY_FORUMS',
];

/** The owner's mailbox. */
export class Mailbox implements Part<MailChange[]> {
  readonly name = 'mailbox';
  private messages = new Map<string, Message>();
  private drafts = new Map<string, Draft>();
  private userLabels = new Map<string, Label>();
  private history: HistoryEntry[] = [];
  private readonly parsed = new WeakMap<Message, MimePart>();

  constructor(readonly address: string) {}

  /** All messages, the newest first, as Gmail lists them. */
  all(): Message[] {
    const list = [...this.messages.values()].reverse();
    return list.sort((a, b) => b.internalDate - a.internalDate);
  }

  message(id: string): Message | undefined {
    return this.messages.get(id);
  }

  thread(id: string): Message[] {
    return this.all()
      .filter(({ threadId }) => threadId === id)
      .reverse();
  }

  allDrafts(): Draft[] {
    return [...this.drafts.values()].reverse();
  }

  draft(id: string): Draft | undefined {
    return this.drafts.get(id);
  }

  labels(): Label[] {
    const system = systemLabels.map((id): Label => ({ id, name: id, type: 'system' }));
    return [...system, ...this.userLabels.values()];
  }

  parts(message: Message): MimePart {
    let part = this.parsed.get(message);
    if (!part) {
      part = parseMime(Buffer.from(message.raw, 'latin1'));
      this.parsed.set(message, part);
    }
    return part;
  }

  header(message: Message, name: string): string {
    return headerOf(this.parts(message).headers, name) ?? '';
  }

  /** The message that carries this Message-ID. */
  withMessageId(messageId: string): Message | undefined {
    return this.all().find((message) => this.header(message, 'Message-ID') === messageId);
  }

  /** The history starts at a number above 0, as every mailbox's does. */
  readonly firstHistoryId = 1000;

  get historyId(): number {
    return this.firstHistoryId + this.history.length;
  }

  historySince(id: number): HistoryEntry[] {
    return this.history.filter((entry) => entry.id > id);
  }

  newMessageId(): string {
    return `1${randomBytes(8).toString('hex').slice(1)}`;
  }

  newDraftId(): string {
    return `r${randomInt(1e12, 2.7e14)}`;
  }

  apply(changes: MailChange[]): void {
    for (const change of changes) this.step(change);
  }

  private step(change: MailChange): void {
    if ('add' in change) {
      const { id, threadId } = change.add;
      const historyId = this.remember({ message: id, threadId, added: true });
      this.messages.set(id, { ...change.add, historyId });
    } else if ('remove' in change) {
      const threadId = this.messages.get(change.remove)?.threadId ?? '';
      this.messages.delete(change.remove);
      this.remember({ message: change.remove, threadId, deleted: true });
    } else if ('relabel' in change) this.relabel(change.relabel, change.labelIds);
    else if ('draft' in change) this.drafts.set(change.draft.id, change.draft);
    else if ('undraft' in change) this.drafts.delete(change.undraft);
    else if ('label' in change) this.userLabels.set(change.label.id, change.label);
    else this.forgetLabel(change.unlabel);
  }

  private relabel(id: string, labelIds: string[]): void {
    const message = this.messages.get(id);
    if (!message) return;
    const labelsAdded = labelIds.filter((label) => !message.labelIds.includes(label));
    const labelsRemoved = message.labelIds.filter((label) => !labelIds.includes(label));
    const historyId = this.remember({
      message: id,
      threadId: message.threadId,
      ...(labelsAdded.length ? { labelsAdded } : {}),
      ...(labelsRemoved.length ? { labelsRemoved } : {}),
    });
    this.messages.set(id, { ...message, labelIds, historyId });
  }

  private forgetLabel(label: string): void {
    this.userLabels.delete(label);
    for (const { id, labelIds } of this.messages.values()) {
      if (labelIds.includes(label)) {
        this.relabel(
          id,
          labelIds.filter((one) => one !== label),
        );
      }
    }
  }

  private remember(what: Omit<HistoryEntry, 'id'>): number {
    const id = this.historyId + 1;
    this.history.push({ id, ...what });
    return id;
  }

  snapshot(): unknown {
    const { messages, drafts, userLabels, history } = this;
    return {
      messages: [...messages.values()],
      drafts: [...drafts.values()],
      labels: [...userLabels.values()],
      history,
    };
  }

  restore(saved: unknown): void {
    const { messages, drafts, labels, history } = saved as {
      messages: Message[];
      drafts: Draft[];
      labels: Label[];
      history: HistoryEntry[];
    };
    this.messages = new Map(messages.map((message) => [message.id, message]));
    this.drafts = new Map(drafts.map((draft) => [draft.id, draft]));
    this.userLabels = new Map(labels.map((label) => [label.id, label]));
    this.history = history;
  }
}
