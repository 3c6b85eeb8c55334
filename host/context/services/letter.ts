import { blankLetter, type Letter, type LetterFile } from '../../shared/mail';
import { boot } from '../bridge';
import { craft } from '../bytes';
import { exception } from '../exception';
import { reveal } from '../facade';
import type { BlobSource } from './blob';

/**
 * What a script may say of a mail beside its text. `noReply` is for Workspace accounts; this
 * host's account is a consumer's, so it changes nothing.
 */
export interface MailOptions {
  attachments?: unknown[] | null;
  bcc?: string | null;
  cc?: string | null;
  from?: string | null;
  htmlBody?: string | null;
  inlineImages?: Record<string, unknown> | null;
  name?: string | null;
  noReply?: boolean | null;
  replyTo?: string | null;
  subject?: string | null;
}

/** The limits of one mail, from Google's page of quotas. */
const mostRecipients = 50;
const longestBody = 200 * 1024;
const largestFiles = 25 * 1024 * 1024;
const longestSubject = 250;

/** A mail as MailApp and GmailApp take it, or a refusal; the words of these are unverified. */
export function letterOf(
  to: string | null,
  subject: string | null,
  body: string | null,
  options: MailOptions,
): Letter {
  const letter: Letter = {
    ...blankLetter,
    to: to ?? '',
    cc: options.cc ?? '',
    bcc: options.bcc ?? '',
    name: options.name ?? '',
    replyTo: options.replyTo ?? '',
    subject: subject ?? '',
    text: body ?? '',
    html: options.htmlBody ?? '',
    attachments: (options.attachments ?? []).map((file) => fileOf(file, 'attachments')),
    inlineImages: imagesOf(options.inlineImages ?? {}),
  };
  checkSender(options.from);
  checkSizes(letter);
  const addresses = recipientsOf(letter);
  if (addresses.length > mostRecipients) {
    throw exception('Limit Exceeded: Email Recipients Per Message.');
  }
  for (const address of [...addresses, ...addressesOf(letter.replyTo)]) {
    if (!/^[^\s@]+@[^\s@]+$/.test(address)) throw exception(`Invalid email: ${address}`);
  }
  return letter;
}

/** Refuses a letter to nobody, which may be kept as a draft but not sent. */
export function demandRecipient(letter: Letter): Letter {
  if (!recipientsOf(letter).length) throw exception('Failed to send email: no recipient');
  return letter;
}

const recipientsOf = ({ to, cc, bcc }: Letter): string[] => [to, cc, bcc].flatMap(addressesOf);

/** The bare addresses of a list such as `Ada <ada@bakery.example>, ben@law.example`. */
export function addressesOf(list: string): string[] {
  return mailboxesOf(list).map((one) => /<([^<>]*)>\s*$/.exec(one)?.[1]?.trim() ?? one);
}

/** The entries of a list of addresses; a comma within quotes does not part them. */
export function mailboxesOf(list: string): string[] {
  const parts = list.match(/(?:"(?:\\.|[^"\\])*"|[^,])+/g) ?? [];
  return parts.map((part) => part.trim()).filter(Boolean);
}

function checkSender(from: string | null | undefined): void {
  if (!from || from.toLowerCase() === boot().owner) return;
  throw exception(`Invalid argument: ${from}`);
}

function checkSizes({ subject, text, html, attachments, inlineImages }: Letter): void {
  if (subject.length > longestSubject) throw exception('Invalid argument: subject');
  if (text.length + html.length > longestBody) throw exception('Limit Exceeded: Email Body Size.');
  const files = [...attachments, ...Object.values(inlineImages)];
  const size = files.reduce((sum, { body }) => sum + (body.length * 3) / 4, 0);
  if (size > largestFiles) throw exception('Limit Exceeded: Email Total Attachments Size.');
}

function imagesOf(images: Record<string, unknown>): Record<string, LetterFile> {
  const files = Object.entries(images).map(([key, image]): [string, LetterFile] => {
    const file = fileOf(image, 'inlineImages');
    return [key, { ...file, name: file.name || key }];
  });
  return Object.fromEntries(files);
}

function fileOf(value: unknown, option: string): LetterFile {
  const source: unknown = reveal(value);
  if (!isBlobSource(source)) throw exception(`Invalid argument: ${option}`);
  const blob = source.getBlob();
  return {
    name: blob.getName() ?? '',
    type: blob.getContentType() ?? 'application/octet-stream',
    body: craft('toBase64', blob.binary()),
  };
}

const isBlobSource = (value: unknown): value is BlobSource =>
  typeof value === 'object' && value !== null && 'getBlob' in value;
