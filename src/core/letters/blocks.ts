import { wordsIn } from '../words';
import type { Language } from '../words/language';
import { PLACES } from './occasion';
import { productMark } from './prompt';
import { isReportLine } from './report';
import { wordsOf } from './reports';

/** What a letter is made of, whichever way it travels. */
export interface LetterContent {
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
  /** By which account and code the client connects on LINE; only a mail says so. */
  invitation?: { account: string; code: string };
}

export type Offer = NonNullable<LetterContent['offers'][number]>;
/** A piece of a letter as its reader sees it. */
export type Block =
  | { kind: 'paragraph'; lines: string[] }
  | { kind: 'report'; title: string; lines: string[] }
  | { kind: 'offers'; disclosure: string; offers: Offer[] };

/** The body's lines, gathered into paragraphs, the report, and products with their disclosure. */
export function blocksOf({ language, body, offers }: LetterContent): Block[] {
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
