import { SHIPPED } from '../core/letters/shipped';
import { occasions } from '../core/workbook';
import type { Services } from '../services';
import type { JobResult } from './job';
import { becomeOwner } from './owner';
import { refresh } from './refresh';
import { STATE } from './state';

/** Makes the whole workbook and its trigger, or mends what is missing; again, it changes nothing. */
export function setUp(services: Services): JobResult {
  becomeOwner(services);
  const { sheets, state, triggers } = services;
  const isNew = !sheets.isSetUp();
  sheets.build();
  bringOccasions(services);
  triggers.ensure();
  refresh(services);
  state.set(STATE.look, 'set up');
  return { done: isNew ? 'the workbook is ready' : 'the workbook is whole' };
}

/**
 * Adds the occasions that the workbook never had; one that a person deleted stays away, unless none
 * is left at all.
 */
function bringOccasions({ sheets, state }: Services): void {
  const isEmpty = sheets.read(occasions).all.length === 0;
  const before = JSON.parse(state.get(STATE.shipped) ?? FIRST) as string[];
  const brought = isEmpty ? [] : before;
  const missing = SHIPPED.filter(({ id }) => !brought.includes(id));
  if (missing.length === 0) return;
  sheets.append(occasions, missing);
  state.set(STATE.shipped, JSON.stringify(SHIPPED.map(({ id }) => id)));
}

/** A workbook that does not remember had the quarterly report and nothing else. */
const FIRST = JSON.stringify(['quarterly-report']);
