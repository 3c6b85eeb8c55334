import quotedPrintable from 'quoted-printable';
import utf8 from 'utf8';
import type { RenderedMail } from './mail';

/** Who a mail is from, to, and how it may be stopped. */
export interface Envelope {
  from: { name: string; address: string };
  to: { name: string; address: string };
  replyTo: string;
  /** An instant in milliseconds. */
  date: number;
  /** Made once for each letter; it names the mail in Message-ID and in a header of our own. */
  token: string;
  /** Addresses at which the letters can be stopped, `https:` and `mailto:`; blank where there is none. */
  unsubscribe: { web: string; mail: string };
}

/** What the subject of a mail that stops the letters begins with; the client's token follows. */
export const UNSUBSCRIBE_SUBJECT = 'unsubscribe';

/** A `mailto:` address with which a client can stop the letters. */
export function unsubscribeByMail(address: string, token: string): string {
  return `mailto:${address}?subject=${UNSUBSCRIBE_SUBJECT}%20${token}`;
}

/** Where the token stands, so that a draft can be recognised after a crash. */
export const TOKEN_HEADER = 'X-Perennial-Letter';

/** An RFC 5322 message, multipart/alternative, in ASCII with lines of at most 76 characters. */
export function mimeMessage(mail: RenderedMail, envelope: Envelope): string {
  const { from, to, replyTo, token, unsubscribe } = envelope;
  const boundary = `=_perennial_${token}`;
  const ways = [unsubscribe.web, unsubscribe.mail]
    .filter((way) => way !== '')
    .map((way) => `<${way}>`);
  const headers = [
    ['From', mailbox(from)],
    ['To', mailbox(to)],
    ['Reply-To', oneLine(replyTo)],
    ['Subject', words(mail.subject, 'Subject: '.length)],
    ['Date', mailDate(envelope.date)],
    ['Message-ID', `<${token}@${from.address.split('@')[1] ?? 'localhost'}>`],
    [TOKEN_HEADER, token],
    ['Content-Language', mail.language],
    ...(ways.length === 0 ? [] : [['List-Unsubscribe', ways.join(',\r\n ')]]),
    ...(unsubscribe.web === '' ? [] : [['List-Unsubscribe-Post', 'List-Unsubscribe=One-Click']]),
    ['MIME-Version', '1.0'],
    ['Content-Type', `multipart/alternative;\r\n boundary="${boundary}"`],
  ];
  return [
    ...headers.map(([name = '', value = '']) => `${name}: ${value}`),
    '',
    ...part(boundary, 'text/plain', mail.text),
    ...part(boundary, 'text/html', mail.html),
    `--${boundary}--`,
    '',
  ].join('\r\n');
}

function part(boundary: string, type: string, content: string): string[] {
  return [
    `--${boundary}`,
    `Content-Type: ${type}; charset=UTF-8`,
    'Content-Transfer-Encoding: quoted-printable',
    '',
    ...content.split(/\r\n|\r|\n/).map(encodeLine),
  ];
}

/** The library cannot encode an empty text. */
function encodeLine(line: string): string {
  return line === '' ? '' : quotedPrintable.encode(utf8.encode(whole(line)));
}

/** Half a character, as a text that was cut may end in, cannot be written in UTF-8. */
function whole(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\uFFFD');
}

function mailbox({ name, address }: { name: string; address: string }): string {
  const plain = oneLine(address);
  const called = oneLine(name);
  if (called === '') return plain;
  if (/^[\x20-\x7e]*$/.test(called) && called.length <= 40) {
    return `"${called.replace(/["\\]/g, '\\$&')}" <${plain}>`;
  }
  return `${words(called, 'Reply-To: '.length)}\r\n <${plain}>`;
}

/** RFC 2047: text beyond ASCII in encoded words of at most 75 characters, folded. */
function words(text: string, before: number): string {
  const plain = oneLine(text);
  if (/^[\x20-\x7e]*$/.test(plain) && plain.length + before <= 76 && !plain.includes('=?')) {
    return plain;
  }
  const most = 75 - '=?UTF-8?Q??='.length - before;
  const chunks: string[] = [''];
  for (const letter of whole(plain)) {
    const encoded = encodeLetter(letter);
    const last = chunks[chunks.length - 1] ?? '';
    if (last.length + encoded.length > most) chunks.push(encoded);
    else chunks[chunks.length - 1] = last + encoded;
  }
  return chunks.map((chunk) => `=?UTF-8?Q?${chunk}?=`).join('\r\n ');
}

function encodeLetter(letter: string): string {
  if (letter === ' ') return '_';
  if (/[A-Za-z0-9!*+/-]/.test(letter)) return letter;
  return Array.from(
    utf8.encode(letter),
    (byte) => `=${byte.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  ).join('');
}

/** A header's value cannot start another header. */
function oneLine(text: string): string {
  return text.replace(/[\r\n\t]+/g, ' ').trim();
}

function mailDate(at: number): string {
  return new Date(at).toUTCString().replace('GMT', '+0000');
}
