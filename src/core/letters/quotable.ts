import { hostOf } from '../address';
import { foreignAddresses, hidesCharacters, withoutHidden } from './addresses';
import { type KnownName, namesIn } from './checks/others';
import { promisesIn } from './checks/promises';
import { bargainsIn } from './checks/products';
import type { LetterFacts } from './facts';

/** What stands where a page's own words cannot be quoted. */
const LEFT_OUT = '…';

/**
 * The figures of a finding as a letter may quote them: a page can neither set a place, a link or
 * HTML into the letter, nor have it promise or offer something.
 */
export function quotable(figures: Record<string, string>, website: string): Record<string, string> {
  const own = [hostOf(website), website];
  return Object.fromEntries(
    Object.entries(figures).map(([name, value]) => [
      name,
      mayBeQuoted(value, own) ? value : LEFT_OUT,
    ]),
  );
}

/** The facts without the names of other clients that the page holds. */
export function withoutOthers(facts: LetterFacts, names: readonly KnownName[]): LetterFacts {
  const findings = facts.findings.map((finding) => ({
    ...finding,
    says: namesIn(finding.says, names).reduce(
      (rest, name) => rest.split(name).join(LEFT_OUT),
      finding.says,
    ),
  }));
  return { ...facts, findings };
}

function mayBeQuoted(value: string, own: string[]): boolean {
  const isPlain = !hidesCharacters(value) && !/\[\[|\]\]|<\s*[a-z!/]|&#?\w+;/i.test(value);
  return isPlain && isOwn(value, own) && bargainsIn(value).length + promisesIn(value).length === 0;
}

/** Of addresses only those on the client's own site. */
function isOwn(value: string, own: string[]): boolean {
  const host = own[0] ?? '';
  return foreignAddresses(value, own).every(
    (address) => host !== '' && hostOf(withoutHidden(address)) === host,
  );
}
