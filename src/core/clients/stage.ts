import type { STAGES } from '../workbook';

export type Stage = (typeof STAGES)[number];

/** Whether a client in this stage may get letters at all; a blank stage counts as a past client. */
export function mayBeWrittenTo(stage: Stage | ''): boolean {
  return stage !== 'Closed';
}
