/** A number with its noun, such as `1 letter` or `3 letters`. */
export function many(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
