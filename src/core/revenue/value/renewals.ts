/**
 * How renewals went, told by their number: at place 0 the first renewal, which is the second payment.
 */
export interface Renewals {
  /** How many ended there instead of paying again. */
  left: number[];
  /** How many paid again there. */
  stayed: number[];
}

/** How long one subscription has paid: its payments, and whether it has ended. */
export interface Lifespan {
  payments: number;
  ended: boolean;
}

/** Counts subscriptions' renewals; one that still goes on says nothing of the renewal to come. */
export function renewalsOf(lifespans: readonly Lifespan[]): Renewals {
  const longest = Math.max(0, ...lifespans.map(({ payments }) => payments));
  const renewals = { left: zeros(longest), stayed: zeros(longest) };
  for (const { payments, ended } of lifespans) {
    for (let nth = 0; nth < payments - 1; nth++) raise(renewals.stayed, nth);
    if (ended && payments > 0) raise(renewals.left, payments - 1);
  }
  return renewals;
}

/** The Kaplan–Meier curve: the share still paying after each renewal, place 0 being all of them. */
export function kaplanMeier({ left, stayed }: Renewals): number[] {
  const curve = [1];
  for (const [nth, gone] of left.entries()) {
    const atRisk = gone + (stayed[nth] ?? 0);
    if (atRisk === 0) break;
    curve.push((curve[nth] ?? 0) * (1 - gone / atRisk));
  }
  return curve;
}

function zeros(length: number): number[] {
  return Array<number>(length).fill(0);
}

function raise(counts: number[], at: number): void {
  counts[at] = (counts[at] ?? 0) + 1;
}
