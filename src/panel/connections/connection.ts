import type { Instant } from '../../core/calendar';
import type { JobResult } from '../../jobs/job';
import type { Services } from '../../services';
import type { ConnectionCard } from '../protocol';

/** A service outside that the workbook is connected with, as its card shows and steers it. */
export interface Connection {
  id: string;
  title: string;
  /** What it is good for, in a sentence. */
  about: string;
  /** How it is now. */
  look: (services: Services) => Omit<ConnectionCard, 'id' | 'title' | 'about' | 'canRun'>;
  /** Asks the service for something harmless; throws a `Problem` where it does not answer well. */
  test: (services: Services) => string;
  /** Does its work now, where it has any. */
  run?: { job: string; work: (services: Services, deadline: Instant) => JobResult };
  /** Forgets its secret and all that was chosen. */
  disconnect: (services: Services) => void;
}
