import { renderHtml } from '../html';
import { wordsIn } from '../words';
import type { Language } from '../words/language';
import { fill } from '../words/words';
import { type Block, blocksOf, type LetterContent } from './blocks';
import template from './mail.mjml';
import { FAILED, NOTED, PASSED } from './report';

/** Both forms of a letter as the client gets it; they say the same. */
export interface RenderedMail {
  language: Language;
  subject: string;
  text: string;
  html: string;
}

/** Renders a letter; the disclosure stands directly before the links it is about. */
export function renderMail(content: LetterContent): RenderedMail {
  const blocks = blocksOf(content);
  const { letter, line } = wordsIn(content.language);
  const { account: id = '', code = '' } = content.invitation ?? {};
  const invite = content.invitation === undefined ? '' : fill(line.invite, { id, code });
  const basis = content.consentBasis;
  const why = fill(basis === '' ? letter.whyWorked : letter.why, { sender: content.sender, basis });
  const foot = [
    '-- ',
    why,
    invite,
    content.unsubscribe === '' ? '' : `${letter.unsubscribe}: ${content.unsubscribe}`,
    `${content.sender} · ${content.postalAddress}`,
  ].filter((line) => line !== '');
  return {
    language: content.language,
    subject: content.subject,
    text: `${[...blocks.map(asText), foot.join('\n')].join('\n\n')}\n`,
    // Nothing but what the template names: inside a block it would also find the outer names.
    html: renderHtml(template, {
      language: content.language,
      subject: content.subject,
      sender: content.sender,
      postalAddress: content.postalAddress,
      unsubscribe: content.unsubscribe,
      why,
      invite,
      unsubscribeWords: letter.unsubscribe,
      blocks: blocks.map(asView),
    }),
  };
}

function asText(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return block.lines.join('\n');
    case 'report':
      return [block.title, ...block.lines].join('\n');
    case 'offers':
      return [
        block.disclosure,
        ...block.offers.map(({ name, address }) => `${name}\n${address}`),
      ].join('\n');
  }
}

function asView(block: Block): object {
  switch (block.kind) {
    case 'paragraph':
      return { paragraph: { lines: marked(block.lines) } };
    case 'report':
      return {
        report: {
          title: block.title,
          items: block.lines.map((line) => ({
            mark: line.slice(0, 1),
            text: line.slice(2),
            passed: line.startsWith(PASSED),
            noted: line.startsWith(NOTED),
            failed: line.startsWith(FAILED),
          })),
        },
      };
    case 'offers':
      return { offers: { disclosure: block.disclosure, items: block.offers } };
  }
}

function marked(lines: string[]): { text: string; last: boolean }[] {
  return lines.map((text, i) => ({ text, last: i === lines.length - 1 }));
}
