import { call } from '../bridge';
import type { Thing } from '../facade';

/** MailApp: so far it only tells how many recipients are left today. */
export class MailApp implements Thing {
  readonly kind = 'Mail.MailApp';

  getRemainingDailyQuota(): number {
    return call('mail.remaining', {});
  }
}
