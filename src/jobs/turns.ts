import { dayOf } from '../core/calendar';
import type { Objection } from '../core/letters/approval';
import { type Life, livesFrom, PAST_COLUMNS } from '../core/letters/life';
import { readOccasions } from '../core/letters/occasion';
import type { Limits } from '../core/letters/pace';
import { isStarted } from '../core/letters/started';
import { hindrance } from '../core/letters/turn';
import {
  type Client,
  clicks,
  commissions,
  type Letter,
  letters,
  occasions,
  type Product,
  stages,
} from '../core/workbook';
import type { Services } from '../services';

/** Whose turn it is, as things stand now. */
export interface Turns {
  /** Why a letter is not to go now although it is approved. */
  whyNot: (letter: Letter) => Objection | undefined;
  /** Notes that a letter goes: the next one to its client waits. */
  note: (letter: Letter) => void;
}

/**
 * Looks at the turns of letters that are about to leave. What only follow-ups need is read once
 * there is one.
 */
export function openTurns(
  { sheets, clock }: Pick<Services, 'sheets' | 'clock'>,
  clients: ReadonlyMap<string, Client>,
  products: Product[],
  limits: Limits,
): Turns {
  const zone = sheets.zone();
  const today = dayOf(clock.now(), zone);
  const { followed } = readOccasions(sheets.read(occasions).rows, products, today);
  const byId = new Map(followed.map((one) => [one.occasion.id, one]));
  // One that is on its way counts as heard: nobody knows yet what became of it.
  const past = sheets
    .readColumns(letters, PAST_COLUMNS)
    .all.map((one) => (one.status === 'sending' ? { ...one, sent: one.sent ?? clock.now() } : one));
  const none = { clicks: [], commissions: [], stages: [] };
  const briefly = livesFrom({ letters: past, ...none }, zone);
  let wholly: ((client: Client) => Life) | undefined;
  const whole = (): ((client: Client) => Life) =>
    (wholly ??= livesFrom(
      {
        letters: past,
        clicks: sheets.readColumns(clicks, TAP_COLUMNS).all,
        commissions: sheets.readColumns(commissions, SALE_COLUMNS).all,
        stages: sheets.read(stages).rows,
      },
      zone,
    ));
  const leaving = new Map<string, Life['letters']>();

  return {
    whyNot: (letter) => {
      const client = clients.get(letter.clientId);
      const one = byId.get(letter.occasionId);
      if (client === undefined || one === undefined) return undefined;
      const isLong = one.kind.urgency === 'follow-up' || isStarted(letter);
      const life = (isLong ? whole() : briefly)(client);
      life.letters.push(...(leaving.get(client.id) ?? []));
      const found = hindrance(one, letter, life, followed, limits, today);
      if (found === undefined) return undefined;
      const { kind, why } = found;
      return kind === 'over'
        ? { becomes: 'skipped', why }
        : { becomes: 'approved', why, rests: true };
    },
    note: (letter) => {
      const theirs = leaving.get(letter.clientId) ?? [];
      leaving.set(letter.clientId, [...theirs, { ...letter, sentOn: today, answeredOn: '' }]);
    },
  };
}

export const TAP_COLUMNS = ['id', 'clientId', 'letterId', 'productId', 'at', 'counted'] as const;
export const SALE_COLUMNS = ['id', 'clientId', 'productId', 'at', 'status'] as const;
