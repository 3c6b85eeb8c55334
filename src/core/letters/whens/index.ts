import type { Occasion, WhenId } from '../../workbook';
import { after } from './after';
import { bought } from './bought';
import { dormant } from './dormant';
import { monthly } from './monthly';
import { quarterly } from './quarterly';
import { stage } from './stage';
import { tapped } from './tapped';
import type { When } from './when';
import { yearly } from './yearly';

/** Every kind of occasion. Of two letters that are due to a client, that of the earlier goes first. */
export const WHEN_KINDS: readonly When[] = [
  tapped,
  stage,
  after,
  bought,
  dormant,
  yearly,
  monthly,
  quarterly,
];

const BY_ID = new Map<WhenId, When>(WHEN_KINDS.map((kind) => [kind.id, kind]));

/** The kind of an occasion; undefined where its When is blank. */
export function kindOf({ when }: Pick<Occasion, 'when'>): When | undefined {
  return when === '' ? undefined : BY_ID.get(when);
}
