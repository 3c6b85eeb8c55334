import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type MimePart, parseMime } from '../../host/mail/mime';
import type { IncomingMail } from '../../src/core/letters/incoming';
import { NOW } from './rows';

const FOLDER = path.join(__dirname, '../fixtures/mail');

/** The source of a mail that some mail system or person sends. */
export function mailSource(name: string): string {
  return readFileSync(path.join(FOLDER, `${name}.eml`), 'utf8');
}

/** The same mail as the mailbox hands it over. */
export function incoming(source: string, given: Partial<IncomingMail> = {}): IncomingMail {
  const whole = parseMime(Buffer.from(source));
  return {
    id: 'in1',
    threadId: 'thread1',
    at: NOW,
    headers: whole.headers,
    parts: leaves(whole),
    ...given,
  };
}

function leaves(part: MimePart): IncomingMail['parts'] {
  if (part.parts.length > 0) return part.parts.flatMap(leaves);
  return [{ type: part.mimeType, text: part.body.toString('utf8') }];
}
