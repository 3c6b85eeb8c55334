import { cut } from '../../problem';
import { hidesCharacters } from '../addresses';
import { check, textOf } from './check';

/** Plain text that anybody can see: no HTML, no formula, nothing hidden, no look-alike letters. */
export const plainText = check({
  title: 'plain text',
  failures: (draft, { sender }) => [
    ...checkMarkup(textOf(draft)),
    ...formulas([draft.subject, ...draft.body.split('\n')]),
    ...disguises(textOf(draft), sender),
  ],
});

/** HTML in a text, in a sentence. */
export function checkMarkup(text: string): string[] {
  const markup = /<\s*[a-z!/][^>]*>?|&#?\w+;/i.exec(text.normalize('NFKC'));
  return markup === null ? [] : [`“${cut(markup[0])}” is HTML; write plain text.`];
}

function formulas(lines: string[]): string[] {
  const formula = lines.find((line) => /^\s*(?:[=＝@]|[+＋]\s*\p{L}+\s*\()/u.test(line));
  return formula === undefined ? [] : [`“${cut(formula)}” looks like a formula; write plain text.`];
}

/** One word in letters of two alphabets that look alike, as no language writes it. */
const MIXED =
  /\p{L}*(?:\p{Script=Latin}\p{M}*[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Cherokee}]|[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Cherokee}]\p{M}*\p{Script=Latin})\p{L}*/u;

/** How the sender writes their own name is theirs to say. */
function disguises(text: string, sender: string): string[] {
  const mixed = MIXED.exec(sender === '' ? text : text.split(sender).join(' '));
  return [
    ...(hidesCharacters(text) ? ['The letter holds characters that nobody can see.'] : []),
    ...(mixed === null ? [] : [`“${cut(mixed[0])}” mixes the letters of two alphabets.`]),
  ];
}
