import { ruleAgainst } from '../referrals/policy';
import type { Settings } from '../settings';
import type { Client, Letter, Product } from '../workbook';
import { languageOf } from '../words/language';
import type { LetterContent } from './blocks';
import { renderLine } from './line';
import type { LineMessage } from './line-message';
import { type RenderedMail, renderMail } from './mail';
import { PLACES } from './occasion';
import { productMark } from './prompt';

/** What a letter's mail needs beside its own row. */
export interface LetterParts {
  client: Client;
  products: ReadonlyMap<string, Product>;
  settings: Settings;
  /** Where the client can stop the letters, by web or mail; blank where the letter is only looked at. */
  unsubscribe: string;
  /** How the client may come over to LINE; absent where they are not asked to. */
  invitation?: LetterContent['invitation'];
  /** Where a product's link leads in this letter. */
  addressOf: (product: Product) => string;
}

/** A letter's mail as its client gets it; without a product that its programme keeps out of mails. */
export function renderLetter(letter: Letter, parts: LetterParts): RenderedMail {
  return renderMail(contentOf(letter, parts));
}

/** A letter as its client gets it on LINE; without a product that its programme keeps out. */
export function renderLetterOnLine(letter: Letter, parts: LetterParts): LineMessage[] {
  return renderLine(contentOf(letter, parts));
}

function contentOf(letter: Letter, parts: LetterParts): LetterContent {
  const { client, products, settings, unsubscribe, invitation, addressOf } = parts;
  const mayStand = (product: Product): boolean =>
    ruleAgainst(product, letter.channel || 'email') === undefined;
  const recommended = letter.products.map((id) => products.get(id));
  const barred = recommended.flatMap((product, i) =>
    product === undefined || mayStand(product)
      ? []
      : [{ name: product.name, mark: productMark(PLACES[i] ?? '') }],
  );
  return {
    language: languageOf(client.language || settings.language),
    subject: letter.subject,
    body: barred.reduce(withoutProduct, letter.body),
    offers: recommended.map((product) =>
      product === undefined || !mayStand(product)
        ? undefined
        : { name: product.name, address: addressOf(product) },
    ),
    sender: settings.senderName,
    postalAddress: settings.postalAddress,
    consentBasis: client.consentBasis,
    unsubscribe,
    ...(invitation === undefined ? {} : { invitation }),
  };
}

/** The body without a product's mark and without the sentences that name it. */
function withoutProduct(body: string, { name, mark }: { name: string; mark: string }): string {
  const names = name.toLowerCase();
  return body
    .split('\n')
    .filter((line) => line.trim() !== mark)
    .map((line) =>
      line
        .split(/(?<=[.!?]\s|[。！？])/)
        .filter((sentence) => !sentence.toLowerCase().includes(names))
        .join(''),
    )
    .join('\n');
}
