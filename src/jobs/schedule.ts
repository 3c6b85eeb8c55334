import type { Instant } from '../core/calendar';
import type { Services } from '../services';
import { collect } from './collect';
import type { JobResult } from './job';
import { foldClicks } from './fold-clicks';
import { finishForgetting } from './forget';
import { pullLists } from './lists';
import { readMailedReports } from './mailed';
import { checkModel } from './models';
import { checkPages } from './pages';
import { pullNetworks } from './pull';
import { refresh } from './refresh';
import { readReplies } from './replies';
import { updateRoutes } from './routes';
import { DELIVERY_JOB } from '../core/webhooks/outbox';
import { sendApproved } from './send';
import { measureSpeed } from './speed';
import { deliverWebhooks } from './webhooks/deliver';
import { writeLetters } from './write';

/** One kind of work that a beat may do. */
export interface Job {
  /** As the Activity tab names it. */
  name: string;
  /** A long job stops once the day's share of trigger time is used. */
  isLong: boolean;
  /** Of a beat's time, the share after which it begins nothing new, so that the others get theirs. */
  share?: number;
  run: (services: Services, deadline: Instant) => JobResult;
}

/** Every job, in the order of a beat. Collecting comes first; where it fails, nothing else runs. */
export const JOBS = {
  collect: { name: 'collect', isLong: false, run: collect },
  replies: { name: 'read replies', isLong: false, run: readReplies },
  mailed: { name: 'read mailed reports', isLong: false, run: readMailedReports },
  forget: { name: 'forget clients', isLong: false, run: finishForgetting },
  pages: { name: 'check pages', isLong: true, share: 0.3, run: checkPages },
  lists: { name: 'pull lists', isLong: true, share: 0.45, run: pullLists },
  model: { name: 'check the model', isLong: false, run: checkModel },
  pull: { name: 'ask networks', isLong: true, share: 0.5, run: pullNetworks },
  speed: { name: 'measure speed', isLong: true, share: 0.55, run: measureSpeed },
  write: { name: 'write letters', isLong: true, share: 0.6, run: writeLetters },
  send: { name: 'send letters', isLong: true, run: sendApproved },
  routes: { name: 'update links', isLong: false, run: updateRoutes },
  refresh: { name: 'refresh', isLong: false, run: refresh },
  fold: { name: 'fold old clicks', isLong: true, run: foldClicks },
  webhooks: { name: DELIVERY_JOB, isLong: true, run: deliverWebhooks },
} satisfies Record<string, Job>;
