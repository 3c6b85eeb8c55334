import { call } from '../bridge';
import type { Thing } from '../facade';
import { demandRecipient, letterOf, type MailOptions } from './letter';

interface Message extends MailOptions {
  to?: string;
  body?: string;
}

/** MailApp: sends mail and tells how many recipients are left today. */
export class MailApp implements Thing {
  readonly kind = 'Mail.MailApp';

  getRemainingDailyQuota(): number {
    return call('mail.remaining', {});
  }

  /** `(message)`, `(to, subject, body, options?)` or `(to, replyTo, subject, body)`. */
  sendEmail(...args: (string | null | Message)[]): void {
    const { to = null, subject = null, body = null, ...options } = messageOf(args);
    const letter = letterOf(to, subject, body, options);
    call('mail.send', { letter: demandRecipient(letter) });
  }
}

function messageOf(args: (string | null | Message)[]): Message {
  const [first, second, third, last] = args;
  if (typeof first === 'object' && first !== null) return first;
  const texts = [first, second, third].map((text) => (typeof text === 'string' ? text : ''));
  const [to = '', two = '', three = ''] = texts;
  if (typeof last === 'string') return { to, replyTo: two, subject: three, body: last };
  return { ...last, to, subject: two, body: three };
}
