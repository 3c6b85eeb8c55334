/** The room that a text takes, in signs; a Chinese, Japanese or Korean one takes that of two. */
export function signsIn(text: string): number {
  const wide =
    /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/;
  return Array.from(text).reduce((room, sign) => room + (wide.test(sign) ? 2 : 1), 0);
}
