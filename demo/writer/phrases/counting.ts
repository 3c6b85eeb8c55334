/** Words between spaces. */
export function words(text: string): number {
  return text.split(/\s+/).filter((word) => word !== '').length;
}

/** Words of a language that writes none apart, by how many signs one usually takes. */
export function signs(perWord: number): (text: string) => number {
  return (text) => Math.round(Array.from(text.replace(/\s/g, '')).length / perWord);
}

/** `a, b and c`, with the language's own `and`. */
export function listWith(and: string): (items: string[]) => string {
  return (items) =>
    items.length < 2
      ? items.join('')
      : `${items.slice(0, -1).join(', ')} ${and} ${items.slice(-1).join('')}`;
}
