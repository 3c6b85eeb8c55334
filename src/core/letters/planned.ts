import {
  addDays,
  DAY_MS,
  dayOf,
  type Instant,
  quarterOf,
  quarterPlus,
  quarterStart,
  startOf,
} from '../calendar';
import { reach } from '../clients/client';
import type { Client, Letter, Occasion } from '../workbook';
import { type Followed, isFor } from './occasion';

const MONTHS = 12;
const MONTH_MS = (365.25 / 12) * DAY_MS;
/** A recommendation may still sell for so long after its letter left. */
const YOUNG = 30 * DAY_MS;
/** Letters that wait to leave. */
const WAITING: readonly Letter['status'][] = ['drafted', 'approved', 'sending'];

/** Recommendations that fall due so many months from now. */
interface Turn {
  ahead: number;
  recommendations: number;
}

/**
 * The recommendations that clients will get in the next twelve months: those of the letters that wait
 * or left lately, now, and of the occasions that follow the calendar. Those that wait for a client's
 * step cannot be foreseen.
 */
export function plannedRecommendations(
  clients: Client[],
  followed: readonly Pick<Followed, 'occasion'>[],
  letters: Pick<Letter, 'status' | 'products' | 'sent'>[],
  { now, zone }: { now: Instant; zone: string },
): Turn[] {
  const planned = new Map<number, number>();
  const add = (ahead: number, recommendations: number): void => {
    const isToCome = ahead >= 0 && ahead < MONTHS && recommendations > 0;
    if (isToCome) planned.set(ahead, (planned.get(ahead) ?? 0) + recommendations);
  };
  for (const { status, products, sent } of letters) {
    const isYoung = status === 'sent' && sent !== null && now - sent < YOUNG;
    if (isYoung || WAITING.includes(status)) add(0, products.length);
  }
  const willing = clients.filter((client) => reach(client).letters === 'with recommendations');
  for (const { occasion } of followed) {
    const count = occasion.products * willing.filter((client) => isFor(occasion, client)).length;
    for (const { ahead, share } of turnsOf(occasion, now, zone)) add(ahead, count * share);
  }
  return [...planned].map(([ahead, recommendations]) => ({ ahead, recommendations }));
}

/** How many months ahead an occasion's letters fall due, and which share of its clients' then. */
function turnsOf(
  { when, waitDays }: Occasion,
  now: Instant,
  zone: string,
): { ahead: number; share: number }[] {
  const yearly = EVENLY[when];
  if (yearly !== undefined) {
    return Array.from({ length: MONTHS }, (_, month) => ({
      ahead: month + 0.5,
      share: yearly / MONTHS,
    }));
  }
  if (when !== 'quarterly') return [];
  const quarter = quarterOf(dayOf(now, zone));
  return [1, 2, 3, 4].map((steps) => {
    const day = addDays(quarterStart(quarterPlus(quarter, steps)), waitDays);
    return { ahead: (startOf(day, zone) - now) / MONTH_MS, share: 1 };
  });
}

/** How many letters a year an occasion makes for each client whose letters are spread over the year. */
const EVENLY: Partial<Record<Occasion['when'], number>> = { monthly: 12, yearly: 1 };
