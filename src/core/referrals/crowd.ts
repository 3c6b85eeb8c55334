/** Something that happened at a moment. */
interface Moment {
  /** Milliseconds since 1970. */
  at: number;
}

/**
 * The moments, given in order of time, that lie in some stretch no longer than `span` milliseconds
 * in which at least `enough` different things meet. Takes time in proportion to their number.
 */
export function crowded<T extends Moment>(
  moments: T[],
  span: number,
  thingOf: (moment: T) => string,
  enough: number,
): T[] {
  const found: T[] = [];
  const present = new Map<string, number>();
  let from = 0;
  let taken = 0;
  moments.forEach((moment, to) => {
    present.set(thingOf(moment), (present.get(thingOf(moment)) ?? 0) + 1);
    for (let first = moments[from]; first !== undefined; first = moments[from]) {
      if (moment.at - first.at <= span) break;
      const left = (present.get(thingOf(first)) ?? 1) - 1;
      if (left === 0) present.delete(thingOf(first));
      else present.set(thingOf(first), left);
      from++;
    }
    if (present.size < enough) return;
    for (taken = Math.max(taken, from); taken <= to; taken++) {
      const member = moments[taken];
      if (member !== undefined) found.push(member);
    }
  });
  return found;
}

/** Things by a name each has, in the order in which they come; those without a name are left out. */
export function groupedBy<T>(things: T[], nameOf: (thing: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const thing of things) {
    const name = nameOf(thing);
    if (name === '') continue;
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [thing]);
    else group.push(thing);
  }
  return groups;
}
