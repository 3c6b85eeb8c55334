import { wideCharset } from '../core/charset';
import type { AttachedFile } from '../core/revenue/reports/attached';
import type { AttachedMail } from '../services';
import { headersOf } from './incoming';

type Message = GoogleAppsScript.Gmail.Schema.Message;
type Part = GoogleAppsScript.Gmail.Schema.MessagePart;
type Body = GoogleAppsScript.Gmail.Schema.MessagePartBody;

/** A mail's attached files, those in mails attached to it among them; the wanted ones with their text. */
export function attachedTo(
  { id = '', internalDate, payload = {} }: Message,
  isWanted: (file: AttachedFile) => boolean,
  fetch: (mailId: string, attachmentId: string) => Body,
): AttachedMail {
  const from = headersOf(payload).find(([name]) => name.toLowerCase() === 'from')?.[1] ?? '';
  const files = filesIn(payload).map(({ filename = '', mimeType = '', body = {} }) => {
    const file = { name: filename, type: mimeType.toLowerCase(), size: body.size ?? 0 };
    if (!isWanted(file)) return file;
    const { attachmentId } = body;
    // A small file may stand in the mail itself.
    const whole = attachmentId === undefined ? body : fetch(id, attachmentId);
    return { ...file, text: textOf(bytesOf(whole)) };
  });
  return { id, at: Number(internalDate), from, files };
}

function filesIn(part: Part): Part[] {
  const own = (part.filename ?? '') === '' ? [] : [part];
  return [...own, ...(part.parts ?? []).flatMap(filesIn)];
}

/** Apps Script hands out bytes where its types say base64, so both are taken (unverified). */
function bytesOf({ data }: Body): number[] {
  const said = data as string | number[] | undefined;
  return typeof said === 'string' ? Utilities.base64DecodeWebSafe(said) : (said ?? []);
}

/** What is neither UTF-16 nor UTF-8 is taken for what Western Windows programs write. */
function textOf(bytes: number[]): string {
  const blob = Utilities.newBlob(bytes);
  const text = blob.getDataAsString(wideCharset(bytes) ?? 'UTF-8');
  return text.includes('\uFFFD') ? blob.getDataAsString('windows-1252') : text;
}
