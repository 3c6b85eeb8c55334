import type { Click } from '../workbook';

/** What we think of a visit: the sentences of the Why column, and which of them count. */

export const WHY = {
  robot: 'the browser calls itself a robot',
  rushed: 'went on too quickly for a person',
  opened: 'only asked for',
  fetchedAhead: 'fetched ahead, and never on a screen',
  seen: 'read, but did not go on',
  tapped: 'a person went on',
  unseen: 'a person went on, though the page never said that it was on a screen',
} as const;

const ALL: readonly string[] = Object.values(WHY);
const COUNTING: readonly string[] = [WHY.tapped, WHY.unseen];

/** Starts every reason that rests on behaviour. */
const SCANNER = 'a mail scanner: ';

/** The reason for a visit that behaved like a scanner. */
export function scannerWhy(signs: string[]): string {
  return SCANNER + signs.join('; ');
}

/** Whether a visit was taken for a scanner's. */
export function isScanner({ why }: Pick<Click, 'why'>): boolean {
  return why.startsWith(SCANNER);
}

/** Whether a person had the page on a screen, whatever they did then. */
export function isSeen({ counted, why }: Pick<Click, 'counted' | 'why'>): boolean {
  return counted || why === WHY.seen;
}

/** The verdict that a sentence stands for. */
export function verdict(why: string): Pick<Click, 'counted' | 'why'> {
  return { counted: COUNTING.includes(why), why };
}

/**
 * Whether a person judged this visit: Why is none of our sentences, or Counted is not what it says.
 * Such a judgement stays.
 */
export function isByHand({ counted, why }: Pick<Click, 'counted' | 'why'>): boolean {
  const isOurs = why === '' || ALL.includes(why) || isScanner({ why });
  return !isOurs || counted !== COUNTING.includes(why);
}
