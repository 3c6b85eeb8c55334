import { createHash } from 'node:crypto';
import type { TriggerFault } from '../shared/control';

/** How clock triggers stray from their times while a fault asks for it. */
export class Straying {
  /** How many due times of each trigger have passed. */
  private readonly passed = new Map<string, number>();

  constructor(private readonly fault: TriggerFault) {}

  /** By how many milliseconds a due time comes late. */
  delay(trigger: string, due: number): number {
    const most = this.fault.driftMs ?? 0;
    const chance = createHash('sha256').update(`${trigger} ${due}`).digest().readUInt32BE();
    return Math.floor((chance / 0x1_0000_0000) * (most + 1));
  }

  /** How often the due time that has come fires: not at all, once, or twice. */
  firings(trigger: string): 0 | 1 | 2 {
    const nth = (this.passed.get(trigger) ?? 0) + 1;
    this.passed.set(trigger, nth);
    const { skipEvery, twiceEvery } = this.fault;
    if (skipEvery !== undefined && nth % skipEvery === 0) return 0;
    return twiceEvery !== undefined && nth % twiceEvery === 0 ? 2 : 1;
  }
}
