type Point = readonly number[];
interface Corner {
  at: Point;
  cost: number;
}

const STEPS = 500;

/** Where a function of several numbers is least, near `start`: Nelder and Mead's simplex, 1965. */
export function minimise(cost: (at: Point) => number, start: Point, precision = 1e-9): Point {
  const corner = (at: Point): Corner => ({ at, cost: cost(at) });
  const beside = start.map((_, i) => start.map((value, j) => (i === j ? value + 0.5 : value)));
  let corners = [start, ...beside].map(corner).sort(byCost);
  for (let step = 0; step < STEPS && extent(corners) > precision; step++) {
    const next = better(corners, corner);
    const best = corners[0]?.at ?? start;
    corners =
      next === undefined
        ? corners.map(({ at }) => corner(between(best, at, 0.5)))
        : [...corners.slice(0, -1), next];
    corners.sort(byCost);
  }
  return corners[0]?.at ?? start;
}

/** What takes the place of the worst corner; undefined where all should draw near to the best. */
function better(corners: Corner[], corner: (at: Point) => Corner): Corner | undefined {
  const [best, second, worst] = [
    corners[0],
    corners[corners.length - 2],
    corners[corners.length - 1],
  ];
  if (best === undefined || second === undefined || worst === undefined) return undefined;
  const centre = mean(corners.slice(0, -1).map(({ at }) => at));
  const reflected = corner(between(centre, worst.at, -1));
  if (reflected.cost < best.cost) {
    const expanded = corner(between(centre, worst.at, -2));
    return expanded.cost < reflected.cost ? expanded : reflected;
  }
  if (reflected.cost < second.cost) return reflected;
  const contracted = corner(between(centre, worst.at, reflected.cost < worst.cost ? -0.5 : 0.5));
  return contracted.cost < Math.min(reflected.cost, worst.cost) ? contracted : undefined;
}

/** The point that lies `share` of the way from one to another; behind the one where it is negative. */
function between(from: Point, to: Point, share: number): Point {
  return from.map((value, i) => value + share * ((to[i] ?? value) - value));
}

function mean(points: Point[]): Point {
  const [first = []] = points;
  return first.map((_, i) => points.reduce((sum, at) => sum + (at[i] ?? 0), 0) / points.length);
}

function extent(corners: Corner[]): number {
  const best = corners[0]?.at ?? [];
  return Math.max(
    ...corners.flatMap(({ at }) => at.map((value, i) => Math.abs(value - (best[i] ?? 0)))),
  );
}

function byCost(a: Corner, b: Corner): number {
  return a.cost - b.cost;
}
