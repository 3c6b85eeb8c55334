import { type FlexPart, type FlexText, type LineMessage, MOST } from './line-message';
import { cut, Problem } from '../problem';
import { wordsIn } from '../words';
import { fill } from '../words/words';
import { type Block, blocksOf, type LetterContent, type Offer } from './blocks';
import { FAILED } from './report';

/** Characters that a letter's own words, a finding and a reason take on LINE. */
const MOST_WORDS = 600;
const MOST_FINDING = 200;
const MOST_REASON = 240;
const MOST_FINDINGS = 3;
const GREEN = '#1f6f4a';
const GREY = '#55665d';

/**
 * A letter as it goes on LINE: its words in short with the weightiest findings, then what it
 * recommends, the disclosure first. Nothing stands in it that the letter does not say. Throws a
 * `Problem` for a link that LINE would not take.
 */
export function renderLine(content: LetterContent): LineMessage[] {
  const blocks = blocksOf(content);
  const reasons = reasonsIn(blocks);
  const told = new Set<Block>([...reasons.values(), ...leadIns(blocks, reasons)]);
  const offers = blocks.flatMap((block, i) =>
    block.kind === 'offers'
      ? block.offers.map((offer, n) => ({ offer, reason: n === 0 ? reasons.get(i) : undefined }))
      : [],
  );
  const words = wordsOf(
    blocks.filter((block) => !told.has(block)),
    content,
  );
  return [
    { type: 'text', text: words },
    ...(offers.length === 0 ? [] : [recommendations(offers, content)]),
  ];
}

type Paragraph = Extract<Block, { kind: 'paragraph' }>;

/** By the place of its links: the paragraph right before them, which says why they are there. */
function reasonsIn(blocks: Block[]): Map<number, Paragraph> {
  const reasons = new Map<number, Paragraph>();
  blocks.forEach(({ kind }, i) => {
    const before = blocks[i - 1];
    // The first paragraph greets.
    if (kind === 'offers' && i > 1 && before?.kind === 'paragraph') reasons.set(i, before);
  });
  return reasons;
}

/** What only leads to a reason, such as “This may fit:”, would lead to nothing without it. */
function leadIns(blocks: Block[], reasons: Map<number, Paragraph>): Block[] {
  return [...reasons.keys()].flatMap((i) => {
    const before = blocks[i - 2];
    const isLeading = before?.kind === 'paragraph' && /[:：]$/.test(before.lines.join(' '));
    return isLeading && i > 2 ? [before] : [];
  });
}

function wordsOf(blocks: Block[], content: LetterContent): string {
  const kept = inShort(blocks.filter((block) => block.kind === 'paragraph'));
  const said = blocks.flatMap((block) => {
    if (block.kind === 'report') return [[block.title, ...findingsIn(block.lines)].join('\n')];
    return block.kind === 'paragraph' ? (kept.get(block) ?? []) : [];
  });
  return [...said, footOf(content)].join('\n\n');
}

/** The first paragraph and the last, and of those between as much as there is room for. */
function inShort(paragraphs: Paragraph[]): Map<Paragraph, string> {
  const kept = new Map<Paragraph, string>();
  let room = MOST_WORDS;
  const keep = (paragraph: Paragraph | undefined, text: string): void => {
    if (paragraph === undefined || text === '') return;
    kept.set(paragraph, text);
    room -= text.length;
  };
  const textOf = ({ lines }: Paragraph): string => lines.join('\n');
  const [first, ...others] = paragraphs;
  const last = others.pop();
  if (first !== undefined) keep(first, shortened(textOf(first), MOST_WORDS / 2));
  if (last !== undefined) keep(last, shortened(textOf(last), MOST_WORDS / 4));
  for (const paragraph of others) {
    const text = wholeSentences(textOf(paragraph), room);
    if (text === '') break;
    keep(paragraph, text);
  }
  return kept;
}

/** What failed before what did not, each in its first sentence. */
function findingsIn(lines: string[]): string[] {
  const isFailed = (line: string): boolean => line.startsWith(FAILED);
  const ordered = [...lines.filter(isFailed), ...lines.filter((line) => !isFailed(line))];
  return ordered
    .slice(0, MOST_FINDINGS)
    .map((line) => shortened(sentencesIn(line)[0]?.trim() ?? line, MOST_FINDING));
}

function footOf({ language, sender, postalAddress, unsubscribe }: LetterContent): string {
  const { letter, line } = wordsIn(language);
  return [
    fill(line.stop, { word: line.stopWord }),
    unsubscribe === '' ? '' : `${letter.unsubscribe}: ${unsubscribe}`,
    `${sender} · ${postalAddress}`,
  ]
    .filter((part) => part !== '')
    .join('\n');
}

function recommendations(
  offers: { offer: Offer; reason: Paragraph | undefined }[],
  { language, sender }: LetterContent,
): LineMessage {
  const { letter, line, page } = wordsIn(language);
  const disclosure: FlexText = {
    type: 'text',
    text: letter.disclosure,
    wrap: true,
    size: 'xs',
    color: GREY,
  };
  const contents = offers.flatMap(({ offer, reason }): FlexPart[] => [
    { type: 'separator' },
    { type: 'text', text: offer.name, wrap: true, size: 'md', weight: 'bold' },
    ...(reason === undefined
      ? []
      : [
          {
            type: 'text' as const,
            text: shortened(reason.lines.join(' '), MOST_REASON),
            wrap: true as const,
            size: 'sm' as const,
          },
        ]),
    {
      type: 'button',
      style: 'primary',
      height: 'sm',
      color: GREEN,
      action: { type: 'uri', label: line.go, uri: linkable(offer) },
    },
  ]);
  return {
    type: 'flex',
    altText: cut(fill(page.title, { sender }), MOST.alt),
    contents: {
      type: 'bubble',
      size: 'mega',
      body: {
        type: 'box',
        layout: 'vertical',
        spacing: 'md',
        contents: [disclosure, ...contents],
      },
    },
  };
}

function linkable({ name, address }: Offer): string {
  if (address.length <= MOST.address && /^https?:\/\/\S+$/.test(address)) return address;
  throw new Problem({
    code: 'line-address',
    tab: 'Products',
    column: 'Destination',
    value: address,
    sentence: `The link for ${cut(name)} is not one that LINE takes (${cut(address)}).`,
    remedy: `It may have at most ${MOST.address} characters; let links lead through the gate, or send this letter by mail.`,
  });
}

/** As many whole sentences as fit; where not one does, as much as fits without cutting a number. */
function shortened(text: string, most: number): string {
  const whole = wholeSentences(text, most);
  if (whole !== '') return whole;
  const start = Array.from(text.trim())
    .slice(0, most - 1)
    .join('');
  return `${start.replace(/[\p{N}.,:%\s-]+$/u, '')}…`;
}

function wholeSentences(text: string, most: number): string {
  let kept = '';
  for (const sentence of sentencesIn(text)) {
    if ((kept + sentence).trim().length > most) break;
    kept += sentence;
  }
  return kept.trim();
}

function sentencesIn(text: string): string[] {
  return text.split(/(?<=[.!?]\s|[。！？])/);
}
