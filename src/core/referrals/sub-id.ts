import { ALPHABET } from '../identity';

/** Stands in a route's address where the sub-id goes. */
export const SUBID = '{subid}';

export const ROUTE_LENGTH = 3;
export const CODE_LENGTH = 8;
export const VISIT_LENGTH = 5;

/** What a network carries back for us: the link's code and, where the gate led, the visit. */
export interface SubId {
  code: string;
  visit: string;
}

/** The sub-id of a visit; a straight link's is its code alone. */
export function subIdOf(code: string, visit = ''): string {
  return code + visit;
}

/** Code and visit from what a network reports, or undefined where it is not ours. Case may be folded. */
export function readSubId(reported: string): SubId | undefined {
  const said = reported.trim().toLowerCase();
  const isOurs = isSpelled(said) && [CODE_LENGTH, CODE_LENGTH + VISIT_LENGTH].includes(said.length);
  return isOurs ? { code: said.slice(0, CODE_LENGTH), visit: said.slice(CODE_LENGTH) } : undefined;
}

/** Whether a text could be a code. */
export function isCode(text: string): boolean {
  return text.length === CODE_LENGTH && isSpelled(text);
}

/** Whether a text could be a visit. */
export function isVisit(text: string): boolean {
  return text.length === VISIT_LENGTH && isSpelled(text);
}

function isSpelled(text: string): boolean {
  return Array.from(text).every((letter) => ALPHABET.includes(letter));
}
