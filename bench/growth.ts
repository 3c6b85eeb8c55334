import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { chance } from '../demo/random';
import { addDays } from '../src/core/calendar';
import { ALPHABET } from '../src/core/identity';
import { CODE_LENGTH } from '../src/core/referrals/sub-id';
import { foldsOf } from '../src/core/revenue/fold';
import { attribute } from '../src/core/revenue/attribution';
import { rollUp } from '../src/core/revenue/rollup';
import { worthOf } from '../src/core/revenue/worth';
import { blankRow } from '../src/core/schema/table';
import { SETTINGS } from '../src/core/settings';
import {
  type Click,
  clicks,
  type Client,
  clients,
  type Commission,
  commissions,
  type Letter,
  letters,
  type Link,
  links,
  type Product,
  products,
} from '../src/core/workbook';
import { markdown } from './table';

/**
 * What folding old visits, the rollup, attribution and the worth of everything cost at 10,000, 100,000 and 1,000,000
 * clicks with a tenth as many commissions, up to 100,000: time, memory, and how that grows.
 */

const SIZES = [10_000, 100_000, 1_000_000];
const HOME = 'TWD';
const DAY = 86_400_000;
const NOW = Date.parse('2026-11-21T04:00:00Z');
const TODAY = '2026-11-21';
const FOLDED_BEFORE = addDays(TODAY, -SETTINGS.keepClicks.default);
const YEARS = 2;

interface Books {
  clients: Client[];
  products: Product[];
  letters: Letter[];
  links: Link[];
  clicks: Click[];
  commissions: Commission[];
}

/** A business of so many clicks over two years: a letter for each ten, two links for each letter. */
function booksOf(size: number): Books {
  const draw = chance('growth', size);
  const at = (): number => Math.floor(NOW - draw.next() * YEARS * 365 * DAY);
  const list = <T>(count: number, make: (nth: number) => T): T[] =>
    Array.from({ length: count }, (_, nth) => make(nth));
  const clientOf = (nth: number): string => `C${nth % Math.max(50, size / 200)}`;
  const productOf = (nth: number): string => `P${nth % 40}`;
  const sent = list(size / 10, (nth): Letter => ({
    ...blankRow(letters),
    id: `L${nth}`,
    clientId: clientOf(nth),
    channel: 'email',
    status: 'sent',
    sent: at(),
    products: [productOf(nth), productOf(nth + 7)],
  }));
  const made = list(size / 5, (nth): Link => ({
    ...blankRow(links),
    code: codeOf(nth),
    clientId: clientOf(nth >> 1),
    productId: productOf((nth >> 1) + 7 * (nth % 2)),
    letterId: `L${nth >> 1}`,
  }));
  const found = (): Link => draw.pick(made);
  return {
    clients: list(Math.max(50, size / 200), (nth) => ({
      ...blankRow(clients),
      id: `C${nth}`,
      industry: `trade ${nth % 12}`,
    })),
    products: list(40, (nth) => ({
      ...blankRow(products),
      id: `P${nth}`,
      name: `Product ${nth}`,
      network: nth % 4 === 0 ? 'Gumroad' : 'Impact',
      pays: nth % 3 === 0 ? 'monthly' : 'once',
      amount: 300,
      currency: HOME,
      active: true,
    })),
    letters: sent,
    links: made,
    clicks: list(size, (nth) => {
      const { code, clientId, productId, letterId } = found();
      const ids = { code, clientId, productId, letterId, id: `V${nth}`, visit: 'vvvvv' };
      const counted = draw.happens(0.5);
      return { ...blankRow(clicks), ...ids, at: at(), level: 'tapped', counted };
    }),
    commissions: list(Math.min(size / 10, 100_000), (nth) => {
      const { code, productId } = found();
      const minor = 100 * draw.whole(100, 900);
      const money = { minor, currency: HOME };
      const isMarked = draw.happens(0.6) && Number(productId.slice(1)) % 4 !== 0;
      return {
        ...blankRow(commissions),
        id: `M${nth}`,
        network: Number(productId.slice(1)) % 4 === 0 ? 'Gumroad' : 'Impact',
        externalId: String(nth),
        at: at(),
        productId,
        subId: isMarked ? `${code}vvvvv` : '',
        status: draw.happens(0.1) ? 'reversed' : 'paid',
        commission: money,
        currency: HOME,
        homeAmount: money,
        homeCurrency: HOME,
        source: 'Impact paystub report: a.csv',
      };
    }),
  };
}

function codeOf(nth: number): string {
  const digits = Array.from({ length: CODE_LENGTH }, (_, i) =>
    Math.floor(nth / ALPHABET.length ** i),
  );
  return digits.map((digit) => ALPHABET[digit % ALPHABET.length]).join('');
}

interface Measured {
  seconds: number;
  /** Of the heap, what was taken on the way. */
  megabytes: number;
}

/** Asks for the heap to be swept, so that what is measured is the work's own. */
const sweep = collector();

function collector(): () => void {
  setFlagsFromString('--expose-gc');
  return runInNewContext('gc') as () => void;
}

function measured(work: () => unknown): Measured {
  sweep();
  const before = process.memoryUsage().heapUsed;
  const began = performance.now();
  const kept = work();
  const seconds = (performance.now() - began) / 1000;
  const megabytes = (process.memoryUsage().heapUsed - before) / 2 ** 20;
  // What came out stays until it is weighed.
  if (kept === undefined) throw new Error('nothing was done');
  return { seconds, megabytes };
}

const JOBS: Record<string, (books: Books) => unknown> = {
  attribution: ({ commissions: ledger, links: made, clicks: taps, products: offers }) =>
    attribute(ledger, {
      links: made,
      clicks: taps,
      products: offers,
      own: new Map(),
      touch: 'last',
    }),
  folding: ({ clicks: taps, commissions: ledger }) =>
    foldsOf(taps, { before: FOLDED_BEFORE, zone: 'Asia/Taipei', ledger }),
  rollup: (books) => rollUp(books, TODAY, 'Asia/Taipei', HOME),
  value: (books) => worthOf({ ...books, rates: new Map(), planned: [] }, HOME, NOW),
};

/** Runs each job at each size; the growth as a Markdown table. */
export function growthTable(): string {
  const rows = SIZES.flatMap((size) => {
    const books = booksOf(size);
    return Object.entries(JOBS).map(([job, work]) => {
      const { seconds, megabytes } = measured(() => work(books));
      process.stderr.write(`${job} at ${size} clicks: ${seconds.toFixed(2)} s\n`);
      return { job, size, ledger: books.commissions.length, seconds, megabytes };
    });
  });
  return markdown(
    ['what', 'clicks', 'commissions', 's', 'MB', 'times the time'],
    Object.keys(JOBS).flatMap((job) =>
      rows
        .filter((row) => row.job === job)
        .map(({ size, ledger, seconds, megabytes }, nth, own) => [
          job,
          size,
          ledger,
          seconds.toFixed(2),
          Math.round(megabytes),
          nth === 0 ? '' : (seconds / (own[nth - 1]?.seconds ?? seconds)).toFixed(1),
        ]),
    ),
  );
}
