import { removeElement, textContent } from 'domutils';
import { selectAll } from 'css-select';
import type { AnyNode, Document, Element } from 'domhandler';
import { parse } from 'parse5';
import { adapter } from 'parse5-htmlparser2-tree-adapter';
import { type IncomingMail, MOST_OF_LINE, MOST_READ, textsOf } from './incoming';

/**
 * What a person wrote in an answer, without what it quotes and without a signature; of a long one the
 * beginning. Throws for HTML that is nested too deeply.
 */
export function ownWords(mail: IncomingMail): string {
  const text = textsOf(mail, /^text\/plain$/);
  const said = text.trim() === '' ? fromHtml(textsOf(mail, /^text\/html$/)) : text;
  return withoutQuote(said.slice(0, MOST_READ).replace(/\r\n?/g, '\n').split('\n'))
    .join('\n')
    .trim();
}

/** Where mail programs put what they quote. */
const QUOTES =
  'blockquote, .gmail_quote, .gmail_attr, .yahoo_quoted, .moz-cite-prefix, .protonmail_quote, .gmail_signature';
/** Outlook marks only the place from which on everything is quoted. */
const QUOTED_FROM = '#divRplyFwdMsg, #appendonsend, #mail-editor-reference-message-container';

/** Five times as much, for most of it may be signs and styles. */
const MOST_HTML = 5 * MOST_READ;

function fromHtml(html: string): string {
  const document = parse(html.slice(0, MOST_HTML), { treeAdapter: adapter });
  for (const one of all(`style, script, title, ${QUOTES}`, document)) removeElement(one);
  for (const one of all(QUOTED_FROM, document)) {
    while (one.nextSibling !== null) removeElement(one.nextSibling);
    removeElement(one);
  }
  for (const one of all('br, p, div, tr, li, h1, h2, h3, hr', document)) {
    adapter.insertTextBefore(adapter.getParentNode(one) ?? document, '\n', one);
  }
  return textContent(document).replace(/\u00a0/g, ' ');
}

function all(selector: string, within: Document): Element[] {
  return selectAll<AnyNode, Element>(selector, within);
}

/** Words before a quoted mail, in the languages of our readers and their mail programs. */
const INTRODUCTIONS = [
  /^(on|am|le|el|il|op|den)\b.{6,240}\b(wrote|schrieb|a écrit|escribió|ha scritto|schreef|skrev)\b.{0,120}[:：]$/i,
  /^.{0,240}(寫道|写道|のメール|さんは書きました)\s*[:：]?$/,
  /^(?=.{0,160}\d).{0,320}[^\s<>]@[^\s<>]+>?.{0,40}[:：]$/,
  /^[-_=\s]*(original message|ursprüngliche nachricht|original-nachricht|原始郵件|原始邮件|元のメッセージ|forwarded message|weitergeleitete nachricht|轉寄郵件|転送メッセージ)[-_=\s]*$/i,
  /^[_=]{10,}$/,
  /^-- ?$/,
];
const FROM_LINE = /^\**(from|von|寄件者|寄件人|发件人|差出人|de)\**\s*[:：]\**\s*\S/i;
const MORE_LINE =
  /^\**(sent|date|to|subject|gesendet|datum|an|betreff|寄件日期|日期|收件者|收件人|主旨|主題|送信日時|日時|日付|宛先|件名)\**\s*[:：]/i;
/** Lines that a telephone adds. */
const ADDED =
  /^(sent from|get outlook|von meinem .*gesendet|gesendet (von|mit|über)|從我的.*傳送|.*から送信$)/i;
/** A line of our own foot, should nothing else have told that it is quoted. */
const OURS = /\?u=[\w.-]+|mailto:\S*subject=unsubscribe/i;

function withoutQuote(lines: string[]): string[] {
  const trimmed = lines.map((line) => line.trim());
  const heads = trimmed.map((line) => line.slice(0, MOST_OF_LINE));
  const quotedFrom = heads.findIndex((_, n) => isIntroduction(heads, n));
  return (quotedFrom < 0 ? trimmed : trimmed.slice(0, quotedFrom)).filter((_, n) => {
    const head = heads[n] ?? '';
    return !/^[>＞|]/.test(head) && !ADDED.test(head) && !OURS.test(head);
  });
}

/** Some programs break the words before a quoted mail into two or three lines. */
function isIntroduction(lines: string[], n: number): boolean {
  const line = lines[n] ?? '';
  if (line === '') return false;
  if (FROM_LINE.test(line)) return lines.slice(n + 1, n + 5).some((next) => MORE_LINE.test(next));
  const joined = [1, 2, 3].map((count) =>
    lines
      .slice(n, n + count)
      .join(' ')
      .trim()
      .slice(0, MOST_OF_LINE),
  );
  return INTRODUCTIONS.some((one, kind) =>
    (kind < 3 ? joined : [line]).some((words) => one.test(words)),
  );
}
