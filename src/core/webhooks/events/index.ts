import type { EventKind } from '../event';
import { clientReplied } from './client-replied';
import { clientStageChanged } from './client-stage-changed';
import { clientUnsubscribed } from './client-unsubscribed';
import { commissionChanged, commissionNew } from './commission';
import { letterSent } from './letter-sent';
import { linkTapped } from './link-tapped';
import { problem } from './problem';

/** Every kind of event, in the order in which the sidebar offers them. */
export const EVENT_KINDS: readonly EventKind[] = [
  letterSent,
  linkTapped,
  clientReplied,
  commissionNew,
  commissionChanged,
  clientStageChanged,
  clientUnsubscribed,
  problem,
];
