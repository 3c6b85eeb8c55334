import type { Occasion } from '../core/workbook';
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
  if (sheets.read(occasions).rows.length === 0) sheets.append(occasions, [QUARTERLY_REPORT]);
  triggers.ensure();
  refresh(services);
  state.set(STATE.look, 'set up');
  return { done: isNew ? 'the workbook is ready' : 'the workbook is whole' };
}

/** The occasion that a workbook without any gets. */
const QUARTERLY_REPORT: Occasion = {
  id: 'quarterly-report',
  title: 'Quarterly report',
  when: 'quarterly',
  detail: '',
  waitDays: 0,
  goodFor: [],
  channel: 'email',
  siteReport: true,
  products: 2,
  brief:
    'Tell the client in plain words how their site did in our quarterly check, what matters most to mend, and mention what could help them.',
  approval: 'ask',
  active: true,
};
