import { admitad } from './admitad';
import { awin } from './awin';
import { cake } from './cake';
import { digistore24 } from './digistore24';
import { everflow } from './everflow';
import { generic } from './generic';
import { impact } from './impact';
import { keitaro } from './keitaro';
import { tune } from './tune';
import type { Postback } from './postback';

/** Every system whose postbacks we know by name. */
export const POSTBACKS: readonly Postback[] = [
  admitad,
  awin,
  cake,
  digistore24,
  everflow,
  impact,
  keitaro,
  tune,
];

/** A network's postback, or the form that fits any. */
export function postbackOf(network: string): Postback {
  return POSTBACKS.find((known) => known.network === network) ?? generic;
}
