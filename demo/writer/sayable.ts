/** Which of the facts can stand in a letter as they are. */

const UNKNOWN = '(not known)';

/** Anything that a reader, or a mail program, could take for a place mark, HTML or an address. */
const NEVER = /\p{Cc}|\[\[|\]\]|<|&(?=\S|$)|@|:\/\/|\bwww\.|\b(?:mailto|javascript|data|tel):/iu;
const DOMAIN = /\b(?:[a-z0-9-]+\.)+[a-z]{2,}/i;
const DOMAIN_WITH_PATH = /\b(?:[a-z0-9-]+\.)+[a-z]{2,}\//i;

/** A name, or undefined where it is not known, was cut off, or could not stand in a letter. */
export function sayableName(said: string): string | undefined {
  const isShort = said.split(' ').length <= 8;
  return isShort && isSayable(said, 60) && !DOMAIN_WITH_PATH.test(said) ? said : undefined;
}

/** A sentence or more, or undefined for the same reasons; it may hold no address at all. */
export function sayableText(said: string, most: number): string | undefined {
  return isSayable(said, most) && !DOMAIN.test(said) ? said : undefined;
}

function isSayable(said: string, most: number): boolean {
  const isThere = said.trim() !== '' && said !== UNKNOWN && !said.endsWith('…');
  return isThere && said.length <= most && !NEVER.test(said);
}
