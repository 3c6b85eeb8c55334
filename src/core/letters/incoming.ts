import type { Instant } from '../calendar';

/** A mail that came in, as its classification needs it. */
export interface IncomingMail {
  id: string;
  threadId: string;
  at: Instant;
  /** Of the mail as a whole, decoded, in order. */
  headers: readonly (readonly [name: string, value: string])[];
  /** Its texts in order, those within attached reports among them; the type is lower-case. */
  parts: readonly { type: string; text: string }[];
}

/** A header's value, blank where the mail has none of that name. */
export function headerOf({ headers }: Pick<IncomingMail, 'headers'>, name: string): string {
  const found = headers.find(([header]) => header.toLowerCase() === name.toLowerCase());
  return found?.[1].trim() ?? '';
}

/** The mail address of a sender as a header names it, in lower case; blank where there is none. */
export function senderOf(mail: Pick<IncomingMail, 'headers'>): string {
  const from = headerOf(mail, 'From');
  const inBrackets = /<([^<>\s]+@[^<>\s]+)>\s*$/.exec(from)?.[1];
  return (inBrackets ?? /^[^\s<>"]+@[^\s<>"]+$/.exec(from)?.[0] ?? '').toLowerCase();
}

/** As much of a text as is looked at, in characters; what a person wants stands within. */
export const MOST_READ = 20_000;
/** As much of a line. Patterns that look for two things in one line take the square of its length. */
export const MOST_OF_LINE = 500;

/** The beginning of a text and of each of its lines, short enough to be looked at in no time. */
export function beginning(text: string): string {
  return text
    .slice(0, MOST_READ)
    .split('\n')
    .map((line) => line.slice(0, MOST_OF_LINE))
    .join('\n');
}

/** All that the parts of a type say. */
export function textsOf({ parts }: Pick<IncomingMail, 'parts'>, type: RegExp): string {
  return parts
    .filter((part) => type.test(part.type))
    .map(({ text }) => text)
    .join('\n');
}
