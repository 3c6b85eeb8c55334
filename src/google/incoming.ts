import type { IncomingMail } from '../core/letters/incoming';

type Message = GoogleAppsScript.Gmail.Schema.Message;
type Part = GoogleAppsScript.Gmail.Schema.MessagePart;

/** A mail as the advanced Gmail service hands it over, in our terms. */
export function incomingOf({
  id = '',
  threadId = '',
  internalDate,
  payload = {},
}: Message): IncomingMail {
  return {
    id,
    threadId,
    at: Number(internalDate),
    headers: headersOf(payload),
    parts: leavesOf(payload),
  };
}

/** A part’s headers, in order. */
export function headersOf({ headers = [] }: Part): [string, string][] {
  return headers.map(({ name = '', value = '' }) => [name, value]);
}

function leavesOf(part: Part): IncomingMail['parts'][number][] {
  const type = (part.mimeType ?? '').toLowerCase();
  // Gmail may take a report apart; then its fields are the headers of its parts (unverified).
  if (type === 'message/delivery-status' && part.parts !== undefined) {
    const blocks = part.parts.map((block) => `${fieldsOf(block)}\n${bodyOf(block)}`);
    return [{ type, text: blocks.join('\n\n') }];
  }
  if (part.parts !== undefined) return part.parts.flatMap(leavesOf);
  return [{ type, text: bodyOf(part) }];
}

function fieldsOf(part: Part): string {
  return headersOf(part)
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n');
}

/**
 * A part's text. Apps Script hands out bytes where its types say base64, so both are taken (unverified).
 * Gmail is said to turn texts into UTF-8; where one is not, its own charset is used.
 */
function bodyOf(part: Part): string {
  const data = part.body?.data as string | number[] | undefined;
  if (data === undefined) return '';
  const bytes = typeof data === 'string' ? Utilities.base64DecodeWebSafe(data) : data;
  const blob = Utilities.newBlob(bytes);
  const text = blob.getDataAsString('UTF-8');
  const charset = charsetOf(part);
  const isOther = /\uFFFD|\u001B\$/.test(text) && charset !== '';
  return isOther ? (decoded(blob, charset) ?? text) : text;
}

/** Undefined where Apps Script does not know the charset: it throws then. */
function decoded(blob: GoogleAppsScript.Base.Blob, charset: string): string | undefined {
  try {
    return blob.getDataAsString(charset);
  } catch {
    return undefined;
  }
}

function charsetOf(part: Part): string {
  const type = headersOf(part).find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? '';
  return /charset="?([\w.:-]+)/i.exec(type)?.[1] ?? '';
}
