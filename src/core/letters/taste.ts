import type { Client, Product, Taste } from '../workbook';
import { withoutAddresses } from './addresses';
import { type KnownName, namesIn } from './checks/others';
import { withoutReport } from './report';

/** What of an edit is kept: how the freelancer writes, and nothing of whom about what. */

/** Examples in a prompt. */
const SHOWN = 4;

/** A draft as it was, and as the freelancer let it go. */
export interface Example {
  before: string;
  after: string;
}

/** Who and what a letter is about, to be taken out of it. */
export interface Subjects {
  client: Pick<Client, 'name' | 'company' | 'website' | 'email'>;
  products: Pick<Product, 'name'>[];
  /** Of all clients: an edit may greet another one. */
  names: readonly KnownName[];
}

/** The example in an edit, or undefined where the words are the same. */
export function exampleIn(before: string, after: string, subjects: Subjects): Example | undefined {
  const example = { before: anonymous(before, subjects), after: anonymous(after, subjects) };
  const isSame = plain(example.before) === plain(example.after);
  return isSame || example.after === '' ? undefined : example;
}

/** The latest examples, for the next prompt. */
export function latest(rows: Taste[]): Example[] {
  return rows
    .filter(({ after }) => after !== '')
    .sort((a, b) => (b.at ?? 0) - (a.at ?? 0))
    .slice(0, SHOWN)
    .map(({ before, after }) => ({ before, after }));
}

function anonymous(body: string, { client, products, names: known }: Subjects): string {
  // The report was measured, and links are not words.
  const text = withoutReport(body)
    .split('\n')
    .filter((line) => !/^\s*\[\[/.test(line))
    .join('\n');
  const names = [
    ...[client.name, client.company, client.website, client.email].map((said) => [
      said,
      '(client)',
    ]),
    ...products.map(({ name }) => [name, '(product)']),
    ...namesIn(text, known).map((name) => [name, '(name)']),
  ].filter(([said = '']) => said.trim().length > 1);
  return names
    .reduce(
      (rest, [said = '', mark = '']) => rest.split(said).join(mark),
      withoutAddresses(text, []),
    )
    .replace(/\p{Nd}+(?:[.,]\p{Nd}+)*/gu, '#')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

function plain(text: string): string {
  return text.replace(/\s+/g, ' ');
}
