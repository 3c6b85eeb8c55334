import { markdown } from '../table';
import { judged, judgedAlone } from './judge';
import { byKind, precision, recall, type Score, score, sumOf } from './score';
import { type Climate, trafficOf } from './traffic';

/**
 * How well people's taps are told from those of machines, on made-up traffic whose truth is known.
 *
 * What the traffic assumes, for it is all that the numbers are worth:
 * - Lists of 60, 200 or 500 clients, written to in three quarters; 45 % of the draws are addresses at
 *   one of three large providers, the others companies, 15 % of which have two to six clients on one
 *   domain. 75 % of letters have two links, the others one.
 * - 32 % of letters are followed by a person; 68 % of looks end in a press. People come after a
 *   lognormal time (median 3.5 hours), 6 % within 22 to 90 seconds (four in five of them on a phone),
 *   9 % after days; 3.5 % open both links at once in tabs; 3.5 % pass the letter on. A press comes
 *   5 seconds after the page (median), so about one in 140 comes under 0.7 seconds and is lost.
 * - A company's mail is scanned in 12, 30 or 60 % of cases (mild, usual, harsh); large providers scan
 *   nothing that reaches a link. Of the gateways 42 % fetch only, 22 % let the script run, 36 % press
 *   the link too, with trusted events after 0.8 to 8 seconds; most of them within a minute of sending
 *   (median 11 seconds), 7 % within twelve minutes, 5 % hours later; 6 % of letters wait 4 to 25
 *   minutes more before a server takes them; 8 % of gateways look at one link only, 30 % change their
 *   name at each request, 30 % follow people's clicks. Seven in a hundred call themselves a phone, a
 *   fifth the newest desktop browser that many people have.
 * - One beacon in a hundred is lost, of people and machines alike. Nothing is known of addresses on
 *   the network.
 * These shares are guesses at what vendors and senders report; no real mail was measured.
 *
 * The rules were set on the seeds `tune-1` to `tune-12` alone; what is printed without an argument is
 * of the seeds `test-1` to `test-24`. `npm run bench:taps -- tune` shows the others.
 */

const CLIMATES: Climate[] = [
  { name: 'mild', gateways: 0.12 },
  { name: 'usual', gateways: 0.3 },
  { name: 'harsh', gateways: 0.6 },
];
const isTuning = process.argv.includes('tune');
const seeds = Array.from({ length: isTuning ? 12 : 24 }, (_, i) =>
  isTuning ? `tune-${i + 1}` : `test-${i + 1}`,
);

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;

const worlds = CLIMATES.flatMap((climate) =>
  seeds.map((seed) => {
    const traffic = trafficOf(seed, climate);
    const { truth } = traffic;
    const alone = judgedAlone(traffic);
    const rows = judged(traffic);
    return { climate, truth, alone, rows, raw: score(truth, alone), counted: score(truth, rows) };
  }),
);

const line = (name: string, raw: Score[], counted: Score[]): (string | number)[] => {
  const [before, after] = [sumOf(raw), sumOf(counted)];
  const worst = counted.map(precision).sort((a, b) => a - b)[0] ?? NaN;
  return [
    name,
    before.right + before.missed,
    percent(precision(before)),
    percent(recall(before)),
    percent(precision(after)),
    percent(recall(after)),
    percent(worst),
  ];
};
const of = (pick: (world: (typeof worlds)[number]) => boolean): [Score[], Score[]] => {
  const picked = worlds.filter(pick);
  return [picked.map(({ raw }) => raw), picked.map(({ counted }) => counted)];
};

console.log(
  `Seeds ${seeds[0] ?? ''} to ${seeds[seeds.length - 1] ?? ''}, each in every climate.\n`,
);
console.log(
  markdown(
    [
      'climate',
      'taps of people',
      'isbot alone: precision',
      'recall',
      'counted: precision',
      'recall',
      'worst seed’s precision',
    ],
    [
      ...CLIMATES.map(({ name }) => line(name, ...of(({ climate }) => climate.name === name))),
      line('all', ...of(() => true)),
    ],
  ),
);
console.log();
console.log(
  markdown(
    [
      'visitor',
      'visits',
      'of them pressed',
      'counted by isbot alone',
      'counted',
      'of those pressed',
    ],
    byKind(worlds).map(({ kind, visits, pressed, countedAlone, counted }) => [
      kind,
      visits,
      pressed,
      countedAlone,
      counted,
      pressed === 0 ? '' : percent(counted / pressed),
    ]),
  ),
);
