import { textContent } from 'domutils';
import { parseFragment } from 'parse5';
import { adapter } from 'parse5-htmlparser2-tree-adapter';
import { decodeWords } from 'postal-mime';

/** One part of a message; a multipart has parts, others a body of bytes. */
export interface MimePart {
  headers: [name: string, value: string][];
  mimeType: string;
  parameters: Record<string, string>;
  fileName: string;
  /** Whether it is shown within the text, as pictures are. */
  inline: boolean;
  body: Buffer;
  parts: MimePart[];
}

/** Reads a raw message; what is broken in it is read as well as can be. */
export function parseMime(raw: Buffer): MimePart {
  const { head, body } = split(raw);
  const headers = parseHeaders(head);
  const { value: mimeType, parameters } = parseParameters(
    headerOf(headers, 'Content-Type') ?? 'text/plain',
  );
  const disposition = parseParameters(headerOf(headers, 'Content-Disposition') ?? '');
  const fileName = disposition.parameters.filename ?? parameters.name ?? '';
  const type = mimeType.toLowerCase();
  const boundary = parameters.boundary;
  const inline = disposition.value.toLowerCase() === 'inline';
  const part = { headers, mimeType: type, parameters, fileName: decodeWords(fileName), inline };
  if (type.startsWith('multipart/') && boundary !== undefined) {
    return { ...part, body: Buffer.alloc(0), parts: splitParts(body, boundary).map(parseMime) };
  }
  const encoding = headerOf(headers, 'Content-Transfer-Encoding') ?? '7bit';
  return { ...part, body: decodeBody(body, encoding.trim().toLowerCase()), parts: [] };
}

/** The first value of a header, decoded, whatever the case of its name. */
export function headerOf(headers: MimePart['headers'], name: string): string | undefined {
  const wanted = name.toLowerCase();
  return headers.find(([header]) => header.toLowerCase() === wanted)?.[1];
}

/** The first part of a type that is no attachment, as text. */
export function textOf(part: MimePart, mimeType: string): string | null {
  if (part.mimeType === mimeType && !part.fileName) return decodeText(part);
  for (const inner of part.parts) {
    const text = textOf(inner, mimeType);
    if (text !== null) return text;
  }
  return null;
}

/** The text of a message: its plain part, or what its html says. */
export function plainTextOf(part: MimePart): string {
  return textOf(part, 'text/plain') ?? textOfHtml(textOf(part, 'text/html') ?? '');
}

/** What a page says, with a new line after each block. */
function textOfHtml(html: string): string {
  const broken = html
    .replace(/<(script|style|title)\b[\s\S]*?<\/\1\s*>/gi, '')
    .replace(/\s+/g, ' ')
    .replace(/<br\b[^>]*>|<\/(p|div|tr|h[1-6]|li|table|blockquote)\s*>/gi, '\n');
  const text = textContent(parseFragment(broken, { treeAdapter: adapter }));
  return text.replace(/ *\n */g, '\n').trim();
}

/** All parts that are files. */
export function attachmentsOf(part: MimePart): MimePart[] {
  return part.fileName ? [part] : part.parts.flatMap(attachmentsOf);
}

function decodeText(part: MimePart): string {
  const charset = part.parameters.charset ?? 'utf-8';
  try {
    return new TextDecoder(charset).decode(part.body);
  } catch {
    return part.body.toString('utf8');
  }
}

function split(raw: Buffer): { head: string; body: Buffer } {
  const text = raw.toString('latin1');
  const end = /\r?\n\r?\n/.exec(text);
  if (!end) return { head: raw.toString('utf8'), body: Buffer.alloc(0) };
  const head = raw.subarray(0, end.index).toString('utf8');
  return { head, body: raw.subarray(end.index + end[0].length) };
}

function parseHeaders(head: string): [string, string][] {
  const unfolded = head.replace(/\r?\n[ \t]+/g, ' ');
  return unfolded.split(/\r?\n/).flatMap((line): [string, string][] => {
    const colon = line.indexOf(':');
    if (colon < 1) return [];
    return [[line.slice(0, colon).trim(), decodeWords(line.slice(colon + 1).trim())]];
  });
}

function parseParameters(text: string): { value: string; parameters: Record<string, string> } {
  const [value = '', ...rest] = text.match(/(?:[^;"]|"(?:\\.|[^"\\])*")+/g) ?? [];
  const parameters: Record<string, string> = {};
  for (const piece of rest) {
    const [, name, quoted, bare] =
      /^\s*([^=\s]+)\s*=\s*(?:"((?:\\.|[^"\\])*)"|(\S+))/.exec(piece) ?? [];
    if (name === undefined) continue;
    const plain = quoted?.replace(/\\(.)/g, '$1') ?? bare ?? '';
    if (name.endsWith('*')) parameters[name.slice(0, -1).toLowerCase()] = decodeExtended(plain);
    else parameters[name.toLowerCase()] = plain;
  }
  return { value: value.trim(), parameters };
}

/** A parameter as RFC 2231 writes it: `UTF-8''na%C3%AFve.txt`. */
function decodeExtended(text: string): string {
  const encoded = text.replace(/^[^']*'[^']*'/, '');
  try {
    return decodeURIComponent(encoded);
  } catch {
    return encoded;
  }
}

function splitParts(body: Buffer, boundary: string): Buffer[] {
  const text = body.toString('latin1');
  const escaped = boundary.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const [, ...pieces] = text.split(
    new RegExp(`(?:^|\\r?\\n)--${escaped}(?:[ \\t]*(?=\\r?\\n)|(?=--))`),
  );
  return pieces
    .filter((piece) => !piece.startsWith('--'))
    .map((piece) => Buffer.from(piece.replace(/^\r?\n/, ''), 'latin1'));
}

function decodeBody(body: Buffer, encoding: string): Buffer {
  if (encoding === 'base64') return Buffer.from(body.toString('latin1'), 'base64');
  if (encoding !== 'quoted-printable') return body;
  // A space before the break belongs to the text; one after the sign was added on the way.
  const text = body.toString('latin1').replace(/=[ \t]*\r?\n/g, '');
  const bytes = text.replace(/=([0-9A-Fa-f]{2})/g, (_mark, hex: string) =>
    String.fromCharCode(parseInt(hex, 16)),
  );
  return Buffer.from(bytes, 'latin1');
}
