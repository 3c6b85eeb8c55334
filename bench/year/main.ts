import { audit, type Audit, type Guess } from '../../demo/year/audit';
import { trueRows } from '../../demo/year/reports';
import { markdown } from '../table';
import { keepBooks } from './books';
import { binsOf, brier, meanSaid, shareRight } from './calibration';
import { lifeOf } from './life';

/**
 * Years of freelancers on the core alone, with known truth: whether the ledger that four networks'
 * reports come to is what really happened, and whether guesses are right as often as they say.
 */

const asked = process.argv.indexOf('--seeds');
const SEEDS = asked < 0 ? 200 : Number(process.argv[asked + 1]);
/** The guesses were settled on the years `tune`; what is printed without an argument is of `test`. */
const SERIES = process.argv.includes('tune') ? 'tune' : 'test';

const KINDS: Record<Guess['kind'], string> = {
  tap: 'by who tapped',
  amount: 'by amount, a cycle later',
  customer: 'with the customer’s first sale',
};
const percent = (share: number): string => (100 * share).toFixed(0);

const began = Date.now();
const audits = Array.from({ length: SEEDS }, (_, i) => yearOf(`${SERIES}-${i}`));
const took = Math.round((Date.now() - began) / 1000);

console.log(`${SEEDS} years of 50 clients and 13 products over four networks; ${took} s.\n`);
console.log(markdown(['what stands in the end', 'truth', 'ledger'], sums()));
const wrong = audits.flatMap((one) => one.wrong);
console.log(
  `\n${total(({ payments }) => payments)} payments, ` +
    `${total(({ certain }) => certain)} of them with a sub-id of ours; ` +
    `${wrong.length} rows or cells of the ledger are wrong.`,
);
for (const line of wrong.slice(0, 20)) console.log(`- ${line}`);
console.log(
  `Without a sub-id: ${total(({ guesses }) => guesses.length)} guessed, ` +
    `${total(({ open }) => open)} left open; ${total(({ missed }) => missed)} of those are through a letter.\n`,
);
console.log(markdown(['guessed', 'chance said', 'cases', 'said, %', 'right, %'], calibration()));
if (wrong.length > 0) process.exitCode = 1;

function yearOf(seed: string): Audit {
  const life = lifeOf(seed);
  const { ledger, day } = keepBooks(life, seed);
  return audit(trueRows(life.market.sales, day), ledger);
}

function total(of: (audit: Audit) => number): number {
  return audits.reduce((sum, one) => sum + of(one), 0);
}

function sums(): string[][] {
  const currencies = [...new Set(audits.flatMap((one) => [...one.truth.keys()]))].sort();
  const shown = (minor: number): string => (minor / 100).toFixed(2);
  return currencies.map((currency) => [
    currency,
    shown(total(({ truth }) => truth.get(currency) ?? 0)),
    shown(total(({ booked }) => booked.get(currency) ?? 0)),
  ]);
}

function calibration(): (string | number)[][] {
  const all = audits.flatMap((one) => one.guesses);
  return Object.entries(KINDS).flatMap(([kind, name]) => {
    const guesses = all.filter((guess) => guess.kind === kind);
    if (guesses.length === 0) return [];
    return [
      ...binsOf(guesses).map(({ from, cases, said, right }) => [
        name,
        `${percent(from)}–${percent(from + 0.1)} %`,
        cases,
        percent(said),
        percent(right),
      ]),
      [
        name,
        `all (Brier ${brier(guesses).toFixed(3)})`,
        guesses.length,
        percent(meanSaid(guesses)),
        percent(shareRight(guesses)),
      ],
    ];
  });
}
