import { renderHtml } from '../html';
import { wordsIn } from '../words';
import type { Language } from '../words/language';
import { fill } from '../words/words';
import template from './mail.mjml';
import { PLACES } from './occasion';
import { productMark } from './prompt';
import { FAILED, isReportLine, NOTED, PASSED } from './report';
import { wordsOf } from './reports';

/** What a letter's mail is made of. */
export interface MailContent {
  language: Language;
  subject: string;
  body: string;
  /** In the order of their places: A, B; undefined where a place stays empty. */
  offers: ({ name: string; address: string } | undefined)[];
  sender: string;
  postalAddress: string;
  /** How the client agreed; blank where that is not noted. */
  consentBasis: string;
  /** Where the client can stop the letters, by web or mail; blank where the letter is only looked at. */
  unsubscribe: string;
}

/** Both forms of a letter as the client gets it; they say the same. */
export interface RenderedMail {
  language: Language;
  subject: string;
  text: string;
  html: string;
}

/** Renders a letter; the disclosure stands directly before the links it is about. */
export function renderMail(content: MailContent): RenderedMail {
  const blocks = blocksOf(content);
  const { letter } = wordsIn(content.language);
  const basis = content.consentBasis;
  const why = fill(basis === '' ? letter.whyWorked : letter.why, { sender: content.sender, basis });
  const foot = [
    '-- ',
    why,
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
      unsubscribeWords: letter.unsubscribe,
      blocks: blocks.map(asView),
    }),
  };
}

type Offer = NonNullable<MailContent['offers'][number]>;
type Block =
  | { kind: 'paragraph'; lines: string[] }
  | { kind: 'report'; title: string; lines: string[] }
  | { kind: 'offers'; disclosure: string; offers: Offer[] };

/** The body's lines, gathered into paragraphs, the report, and products with their disclosure. */
function blocksOf({ language, body, offers }: MailContent): Block[] {
  const { letter } = wordsIn(language);
  const byMark = new Map(PLACES.map((place, i) => [productMark(place), offers[i]]));
  const blocks: Block[] = [];
  let isNew = true;
  for (const line of body.split('\n')) {
    const said = line.trim();
    if (said === '') {
      isNew = true;
      continue;
    }
    const last = blocks[blocks.length - 1];
    const offer = byMark.get(said);
    if (offer !== undefined) {
      if (last?.kind === 'offers') last.offers.push(offer);
      else {
        const isFirst = blocks.every(({ kind }) => kind !== 'offers');
        const disclosure = isFirst ? letter.disclosure : letter.disclosureAgain;
        blocks.push({ kind: 'offers', disclosure, offers: [offer] });
      }
    } else if (isReportLine(said)) {
      if (last?.kind === 'report') last.lines.push(said);
      else {
        const isTitled = last?.kind === 'paragraph' && last.lines.length === 1 && !isNew;
        const usual = wordsOf('seo-health', language).title;
        const title = isTitled ? (last.lines[0] ?? usual) : usual;
        if (isTitled) blocks.pop();
        blocks.push({ kind: 'report', title, lines: [said] });
      }
    } else if (last?.kind === 'paragraph' && !isNew) last.lines.push(said);
    else blocks.push({ kind: 'paragraph', lines: [said] });
    isNew = false;
  }
  return blocks;
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
