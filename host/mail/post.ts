import { randomBytes } from 'node:crypto';
import type { Quotas } from '../engine/quotas';
import type { Arrival } from '../shared/control';
import { answerSubject, blankLetter, type Letter } from '../shared/mail';
import type { Store } from '../store/store';
import type { Clock } from '../time/clock';
import { ScriptError } from '../engine/script-error';
import addressparser from 'nodemailer/lib/addressparser';
import { composeLetter, withHeaders } from './compose';
import { createLabel, labelNamed } from './labels';
import type { Mailbox, MailChange, Message } from './mailbox';
import { headerOf, parseMime } from './mime';

/** Mail on its way: it is sent, and it arrives. */
export class Post {
  constructor(
    private readonly mailbox: Mailbox,
    private readonly store: Store,
    private readonly quotas: Quotas,
    private readonly clock: Clock,
  ) {}

  /**
   * Sends a raw message as Gmail does: From is the account's, Date and Message-ID are new, all other
   * headers stay. `gone` is the draft that it was. Each recipient counts toward the day's quota.
   */
  send(raw: Buffer, threadId: string | undefined, gone: MailChange[], now: number): Message {
    const { headers } = parseMime(raw);
    const recipients = ['To', 'Cc', 'Bcc'].flatMap((name) => addressesIn(headerOf(headers, name)));
    if (!recipients.length) throw new ScriptError('Recipient address required');
    this.quotas.use('mail', recipients.length, now);
    const { address } = this.mailbox;
    const written = headerOf(headers, 'From') ?? '';
    const sent = withHeaders(raw, {
      ...(addressesIn(written)[0] === address ? {} : { From: address }),
      Date: mailDate(now),
      'Message-ID': `<CA${randomBytes(24).toString('base64url')}@mail.gmail.com>`,
    });
    const toSelf = recipients.includes(address);
    const labelIds = toSelf ? ['UNREAD', 'SENT', 'INBOX'] : ['SENT'];
    return this.add(sent, threadId, labelIds, gone, now);
  }

  /** A message arrives from outside. */
  async receive(arrival: Arrival): Promise<Message> {
    const raw = 'raw' in arrival ? Buffer.from(arrival.raw) : await this.reply(arrival);
    const { headers } = parseMime(raw);
    const dated = headerOf(headers, 'Date')
      ? raw
      : withHeaders(raw, { Date: mailDate(this.clock.now()) });
    const filtered =
      'raw' in arrival ? (arrival.labels ?? []).map((name) => this.labelId(name)) : [];
    const labels = ['UNREAD', 'INBOX', 'CATEGORY_PERSONAL', ...filtered];
    return this.add(dated, this.threadFor(headers), labels, [], this.clock.now());
  }

  /** The id of a label of the user's, made where it is missing. */
  private labelId(name: string): string {
    const { mailbox, store } = this;
    return (labelNamed(mailbox, name) ?? createLabel({ mailbox, store }, { name })).id;
  }

  /** Puts a message into the mailbox, and takes out what it replaces, in one step. */
  add(
    raw: Buffer,
    threadId: string | undefined,
    labelIds: string[],
    gone: MailChange[],
    now: number,
    also: (message: Message) => MailChange[] = () => [],
  ): Message {
    const id = this.mailbox.newMessageId();
    const message: Message = {
      id,
      threadId: threadId ?? id,
      labelIds,
      internalDate: Math.floor(now),
      historyId: 0,
      raw: raw.toString('latin1'),
    };
    this.store.record(this.mailbox, [...gone, { add: message }, ...also(message)]);
    return this.mailbox.message(id) ?? message;
  }

  private reply({
    inReplyTo,
    from,
    text,
  }: Extract<Arrival, { inReplyTo: string }>): Promise<Buffer> {
    const answered = this.mailbox.message(inReplyTo);
    if (!answered) throw new ScriptError(`There is no message ${inReplyTo}.`);
    const header = (name: string): string => this.mailbox.header(answered, name);
    const letter: Letter = {
      ...blankLetter,
      to: header('Reply-To') || header('From'),
      subject: answerSubject(header('Subject')),
      text,
    };
    return composeLetter(letter, {
      from: from ?? header('To'),
      date: new Date(this.clock.now()),
      messageId: `<${randomBytes(16).toString('hex')}@mail.example>`,
      ...threading(this.mailbox, answered),
    });
  }

  /** The thread of the message that this one answers. */
  private threadFor(headers: [string, string][]): string | undefined {
    const named = ['In-Reply-To', 'References'].map((name) => headerOf(headers, name) ?? '');
    for (const id of named.join(' ').match(/<[^<>\s]+>/g) ?? []) {
      const found = this.mailbox.withMessageId(id);
      if (found) return found.threadId;
    }
    return undefined;
  }
}

/** The headers by which mail clients see what a message answers. */
export function threading(
  mailbox: Mailbox,
  answered: Message,
): { inReplyTo: string; references: string } {
  const inReplyTo = mailbox.header(answered, 'Message-ID');
  const references = mailbox.header(answered, 'References');
  return { inReplyTo, references: `${references} ${inReplyTo}`.trim() };
}

/** The bare addresses in a header, in lower case. */
export function addressesIn(header: string | undefined): string[] {
  const found = addressparser(header, { flatten: true });
  return found.map(({ address }) => address.toLowerCase()).filter(Boolean);
}

/** A moment as mail headers write it. */
function mailDate(now: number): string {
  return new Date(now).toUTCString().replace('GMT', '+0000');
}
