import { randomBytes, randomInt } from 'node:crypto';
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

export interface Draft {
  id: string;
  messageId: string;
}

export interface Label {
  id: string;
  name: string;
  type: 'system' | 'user';
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
  private history: { id: number; change: 'added' | 'deleted' | 'labelled'; message: string }[] = [];
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

  get historyId(): number {
    return 1000 + this.history.length;
  }

  historySince(id: number): typeof this.history {
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
      const historyId = this.remember('added', change.add.id);
      this.messages.set(change.add.id, { ...change.add, historyId });
    } else if ('remove' in change) {
      this.messages.delete(change.remove);
      this.remember('deleted', change.remove);
    } else if ('relabel' in change) {
      const message = this.messages.get(change.relabel);
      const historyId = this.remember('labelled', change.relabel);
      const { labelIds } = change;
      if (message) this.messages.set(message.id, { ...message, labelIds, historyId });
    } else if ('draft' in change) this.drafts.set(change.draft.id, change.draft);
    else if ('undraft' in change) this.drafts.delete(change.undraft);
    else if ('label' in change) this.userLabels.set(change.label.id, change.label);
    else this.userLabels.delete(change.unlabel);
  }

  private remember(change: 'added' | 'deleted' | 'labelled', message: string): number {
    const id = this.historyId + 1;
    this.history.push({ id, change, message });
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
      history: Mailbox['history'];
    };
    this.messages = new Map(messages.map((message) => [message.id, message]));
    this.drafts = new Map(drafts.map((draft) => [draft.id, draft]));
    this.userLabels = new Map(labels.map((label) => [label.id, label]));
    this.history = history;
  }
}
