import MailComposer from 'nodemailer/lib/mail-composer';
import type { Letter, LetterFile } from '../shared/mail';

/** Headers of a mail that do not follow from what it says. */
export interface Envelope {
  from: string;
  date: Date;
  messageId?: string;
  inReplyTo?: string;
  references?: string;
}

/** A letter as the source of a mail: text and html as alternatives, pictures and files with them. */
export function composeLetter(letter: Letter, envelope: Envelope): Promise<Buffer> {
  const { name, to, cc, bcc, replyTo, subject, text, html, attachments, inlineImages } = letter;
  const { from, ...headers } = envelope;
  const images = Object.entries(inlineImages).map(([cid, file]) => ({ ...fileOf(file), cid }));
  const composer = new MailComposer({
    from: name ? { name, address: from } : from,
    ...headers,
    to,
    cc,
    bcc,
    replyTo,
    subject,
    ...(text || !html ? { text } : {}),
    ...(html ? { html } : {}),
    attachments: [...images, ...attachments.map(fileOf)],
    newline: 'win',
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const message = composer.compile();
  message.keepBcc = true;
  return message.build();
}

function fileOf({ name, type, body }: LetterFile): object {
  return { filename: name, contentType: type, content: Buffer.from(body, 'base64') };
}

/** The raw message with some headers set anew; they come first, and old ones of the name go. */
export function withHeaders(raw: Buffer, headers: Record<string, string>): Buffer {
  const text = raw.toString('latin1');
  const end = /\r?\n\r?\n/.exec(text)?.index ?? text.length;
  const lines = text.slice(0, end).split(/\r?\n(?![ \t])/);
  const names = Object.keys(headers).map((name) => name.toLowerCase());
  const kept = lines.filter((line) => !names.includes((line.split(':')[0] ?? '').toLowerCase()));
  const added = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  const head = Buffer.from([...added, ...kept].join('\r\n'), 'latin1');
  return Buffer.concat([head, raw.subarray(end)]);
}
