import { cut, Problem } from './problem';

/** The most characters of a picture: with it the page behind a link stays under 15 kB. */
export const LONGEST_PICTURE = 6000;

/** Whether a text is a small picture that a page may carry within itself, and nothing else. */
export function isPicture(text: string): boolean {
  return (
    text.length <= LONGEST_PICTURE &&
    /^data:image\/(png|jpeg|webp);base64,[A-Za-z0-9+/]+={0,2}$/.test(text)
  );
}

/** A small picture as a data address; throws a `Problem` for anything else. */
export function pictureAddress(said: string): string {
  const plain = said.trim();
  if (isPicture(plain)) return plain;
  throw new Problem({
    code: 'picture',
    sentence:
      plain.length > LONGEST_PICTURE
        ? `The picture takes ${plain.length} characters, more than ${LONGEST_PICTURE}.`
        : `“${cut(said)}” is not a small picture.`,
    remedy: 'Choose an image file in the sidebar under Set up; it is made small there.',
  });
}
