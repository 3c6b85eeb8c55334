import { AUDITS } from '../site/audits';
import { MEASURES } from '../site/measures';
import type { Client, Letter, Product } from '../workbook';
import { wordsIn } from '../words';
import { languageOf } from '../words/language';
import { ungroundedNumbers } from './numbers';
import { REPORT_KINDS } from './reports';

/**
 * The numbers in a written letter that stand neither in its evidence nor in what the workbook says
 * of its client and products: a person put them in, and answers for them.
 */
export function unmeasuredNumbers(
  letter: Pick<Letter, 'subject' | 'body' | 'checks' | 'period'>,
  { client, products, language: usual }: { client: Client; products: Product[]; language: string },
): string[] {
  const language = languageOf(client.language || usual);
  const { name, company, website, industry, pastWork, needs, since } = client;
  return ungroundedNumbers(`${letter.subject}\n${letter.body}`, {
    evidence: letter.checks,
    period: letter.period,
    client: { name, company, website, industry, pastWork, needs, since },
    products: products.map((product) => [product.name, product.category, product.facts]),
    // The fixed words around the figures hold numerals of their own, such as “a sentence or two”.
    words: [
      ...AUDITS.flatMap((audit) => [audit.passes, audit.fails, audit.why, audit.remedy]).map(
        (phrase) => phrase[language],
      ),
      ...MEASURES.map(({ notes }) => notes[language]),
      ...REPORT_KINDS.map(({ words }) => words[language]),
      wordsIn(language).letter,
      wordsIn(language).report,
    ],
  });
}
