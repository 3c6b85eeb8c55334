import { escapeHtml } from '../shared/html';
import type { Draft, Label, Mailbox, Message } from './mailbox';
import { plainTextOf, type MimePart } from './mime';

/** How much of a message the API gives. */
export interface Wanted {
  format?: string;
  metadataHeaders?: string | string[];
}

/** A message as the Gmail API describes it. */
export function messageResource(
  mailbox: Mailbox,
  message: Message,
  { format = 'full', metadataHeaders }: Wanted = {},
): Record<string, unknown> {
  const { id, threadId, labelIds, internalDate, historyId, raw } = message;
  const basics = {
    id,
    threadId,
    labelIds,
    snippet: snippetOf(mailbox.parts(message)),
    historyId: String(historyId),
    internalDate: String(internalDate),
    sizeEstimate: raw.length,
  };
  if (format === 'minimal') return basics;
  if (format === 'raw') return { ...basics, raw: base64Url(Buffer.from(raw, 'latin1')) };
  const part = mailbox.parts(message);
  if (format === 'metadata') {
    const names = [metadataHeaders ?? []].flat().map((name) => name.toLowerCase());
    const headers = headerResources(part).filter(
      ({ name }) => !names.length || names.includes(name.toLowerCase()),
    );
    return { ...basics, payload: { mimeType: part.mimeType, headers } };
  }
  return { ...basics, payload: partResource(part, '') };
}

export function draftResource(
  mailbox: Mailbox,
  draft: Draft,
  wanted?: Wanted,
): Record<string, unknown> {
  const message = mailbox.message(draft.messageId);
  if (!message) return { id: draft.id };
  if (wanted) return { id: draft.id, message: messageResource(mailbox, message, wanted) };
  const { id, threadId, labelIds } = message;
  return { id: draft.id, message: { id, threadId, labelIds } };
}

export function threadResource(
  mailbox: Mailbox,
  id: string,
  wanted: Wanted,
): Record<string, unknown> {
  const messages = mailbox.thread(id);
  const historyId = String(Math.max(0, ...messages.map((message) => message.historyId)));
  const described = messages.map((message) => messageResource(mailbox, message, wanted));
  return { id, historyId, messages: described };
}

export function labelResource({ type, ...label }: Label): Record<string, unknown> {
  const usual = { messageListVisibility: 'show', labelListVisibility: 'labelShow' };
  return type === 'system' ? { ...label, type } : { ...usual, ...label, type };
}

export const base64Url = (bytes: Buffer): string =>
  bytes.toString('base64').replace(/\+/g, '-').replace(/\//g, '_');

function headerResources(part: MimePart): { name: string; value: string }[] {
  return part.headers.map(([name, value]) => ({ name, value }));
}

function partResource(part: MimePart, partId: string): Record<string, unknown> {
  const { mimeType, fileName, body, parts } = part;
  const inner = parts.map((one, at) => partResource(one, partId ? `${partId}.${at}` : String(at)));
  const content = fileName
    ? { attachmentId: `attachment-${partId || '0'}`, size: body.length }
    : { size: body.length, ...(body.length ? { data: base64Url(body) } : {}) };
  return {
    partId,
    mimeType,
    filename: fileName,
    headers: headerResources(part),
    body: content,
    ...(parts.length ? { parts: inner } : {}),
  };
}

/** The part that an attachment's id names. */
export function attachmentPart(part: MimePart, id: string): MimePart | undefined {
  const path = id
    .replace(/^attachment-/, '')
    .split('.')
    .map(Number);
  if (!part.parts.length) return part;
  return path.reduce<MimePart | undefined>((at, index) => at?.parts[index], part);
}

/** How a message starts, escaped for html as Gmail has it. */
function snippetOf(part: MimePart): string {
  return escapeHtml(plainTextOf(part).replace(/\s+/g, ' ').trim().slice(0, 200));
}
