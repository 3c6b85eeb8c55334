import type { Settings } from '../settings';
import type { Client, Letter, Product } from '../workbook';
import { languageOf } from '../words/language';
import { type RenderedMail, renderMail } from './mail';

/** What a letter's mail needs beside its own row. */
export interface LetterParts {
  client: Client;
  products: ReadonlyMap<string, Product>;
  settings: Settings;
  /** The client's own unsubscribe address; blank where there is none. */
  unsubscribe: string;
  /** Where a product's link leads in this mail. */
  addressOf: (product: Product) => string;
}

/** A letter's mail as its client gets it. */
export function renderLetter(letter: Letter, parts: LetterParts): RenderedMail {
  const { client, products, settings, unsubscribe, addressOf } = parts;
  return renderMail({
    language: languageOf(client.language || settings.language),
    subject: letter.subject,
    body: letter.body,
    offers: letter.products.flatMap((id) => {
      const product = products.get(id);
      return product === undefined ? [] : [{ name: product.name, address: addressOf(product) }];
    }),
    sender: settings.senderName,
    postalAddress: settings.postalAddress,
    consentBasis: client.consentBasis,
    unsubscribe,
  });
}
