import { latest } from '../core/letters/taste';
import { learnTaste } from '../jobs/taste';
import type { Services } from '../services';
import type { PanelAnswers } from './protocol';

/** What the writer will be shown of the freelancer's edits, the latest first. */
export function taste(services: Pick<Services, 'sheets' | 'clock'>): PanelAnswers['taste'] {
  return { examples: latest(learnTaste(services)) };
}
