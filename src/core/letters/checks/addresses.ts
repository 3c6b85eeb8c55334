import { cut } from '../../problem';
import { foreignAddresses } from '../addresses';
import { check, ownNames, textOf } from './check';

/** No address but the client's own site and what stands in the products' own names. */
export const addresses = check({
  title: 'addresses',
  failures: (draft, facts) => checkAddresses(textOf(draft), ownNames(facts)),
});

/** The addresses in a text that stand in none of the names, each in a sentence. */
export function checkAddresses(text: string, names: string[]): string[] {
  return foreignAddresses(text, names).map(
    (address) => `“${cut(address)}” is an address that may not stand in the letter.`,
  );
}
