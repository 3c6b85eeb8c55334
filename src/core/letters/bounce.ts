import { cut } from '../problem';
import { beginning, headerOf, type IncomingMail, MOST_READ, senderOf, textsOf } from './incoming';

/** What a mail system says became of a mail to one recipient. */
export interface Failure {
  /** In lower case; blank where it is not named. */
  recipient: string;
  /** `gone`: nothing will ever arrive there. `lost`: this mail did not. `late`: it may still. */
  means: 'gone' | 'lost' | 'late';
  /** In the words of the mail system, cut. */
  why: string;
}

/** The failures that a mail system reports, by RFC 3464 or in its own words; undefined for another mail. */
export function bounceOf(mail: IncomingMail): Failure[] | undefined {
  const fields = beginning(textsOf(mail, /^message\/(global-)?delivery-status$/));
  if (fields !== '') return fields.split(/\r?\n\s*\r?\n/).flatMap(failureIn);
  if (!isFromMailSystem(mail)) return undefined;
  const said = beginning(textsOf(mail, /^text\/plain$/) || plain(textsOf(mail, /^text\/html$/)));
  if (!FAILED.test(`${headerOf(mail, 'Subject')}\n${said}`)) return undefined;
  const recipients = headerOf(mail, 'X-Failed-Recipients') || namedIn(said);
  const means = meaning({ status: statusIn(said), said, action: '' });
  return (recipients.match(ADDRESS) ?? ['']).map((recipient) => ({
    recipient: recipient.toLowerCase(),
    means,
    why: reasonIn(said),
  }));
}

const ADDRESS = /[^\s<>"',;:()[\]]+@[^\s<>"',;:()[\]]+[^\s<>"',;:()[\].]/g;

/** In any of the languages in which mail systems speak to our readers. */
const FAILED =
  /undeliver|not (be )?delivered|delivery (status|has failed|failed|incomplete|delay)|failure notice|returned (mail|to sender)|mail delivery|could ?n[o']t (be )?deliver|unzustellbar|nicht zugestellt|nicht zustell|無法(傳遞|投遞|寄達|送達)|未(傳遞|送達)|退信|配信(不能|でき|エラー)|配達でき|送信でき|届けられ/i;
const LATE =
  /delay|warning: (message|could)|not yet been delivered|will (continue|keep|be retried)|verzögert|noch nicht zugestellt|延遲|遅延|遅れ/i;
const NOBODY =
  /(user|recipient|address|mailbox|account|domain)[^.\n]{0,60}(unknown|not exist|not found|no longer|invalid|disabled|rejected)|(unknown|no such|invalid) (local )?(user|recipient|address|mailbox|account|domain|host)|address couldn'?t be found|unbekannt|existiert nicht|nicht gefunden|不存在|找不到|存在しません|見つかりません|見つかりませんでした/i;

/** Bounces come without a return path, from a name that every system gives its postman. */
function isFromMailSystem(mail: IncomingMail): boolean {
  if (headerOf(mail, 'X-Failed-Recipients') !== '') return true;
  const isPostman = /^(mailer-daemon|postmaster|mail-daemon|microsoftexchange[0-9a-z]*)@/.test(
    senderOf(mail),
  );
  return isPostman || /^(<>|mailer-daemon)$/i.test(headerOf(mail, 'Return-Path'));
}

/** One recipient's block of a delivery report; the first block is about the mail as a whole. */
function failureIn(block: string): Failure[] {
  const field = (name: string): string =>
    new RegExp(`^${name}:[ \\t]*(.*(?:\\r?\\n[ \\t]+.*)*)`, 'im').exec(block)?.[1]?.trim() ?? '';
  const recipient = field('Original-Recipient') || field('Final-Recipient');
  const action = field('Action').toLowerCase();
  if (recipient === '' || /^(delivered|relayed|expanded)/.test(action)) return [];
  const said = field('Diagnostic-Code').replace(/^[a-z-]+;\s*/i, '');
  return [
    {
      recipient: recipient
        .replace(/^[a-z0-9-]+;\s*/i, '')
        .replace(/[<>]/g, '')
        .toLowerCase(),
      means: meaning({ status: field('Status'), action, said }),
      why: cut(said || `status ${field('Status')}`, 160),
    },
  ];
}

/** By RFC 3463: what the digits say, and words where they say too little. */
function meaning(told: { status: string; action: string; said: string }): Failure['means'] {
  const { action, said } = told;
  const [, kind = '', subject = '', detail = ''] = /([245])\.(\d+)\.(\d+)/.exec(told.status) ?? [];
  if (action === 'delayed' || (action === '' && (kind === '4' || LATE.test(said)))) return 'late';
  if (kind === '4') return 'lost';
  const isOfSender = subject === '1' && ['7', '8'].includes(detail);
  if (subject === '1' && !isOfSender && detail !== '0') return 'gone';
  if (['2.1', '4.1', '4.4'].includes(`${subject}.${detail}`)) return 'gone';
  const isVague = kind === '' || detail === '0';
  return isVague && NOBODY.test(said) ? 'gone' : 'lost';
}

/** An enhanced status code, or what a plain reply code of SMTP amounts to; blank where neither is told. */
function statusIn(said: string): string {
  const enhanced = /\b[45]\.\d{1,3}\.\d{1,3}\b/.exec(said)?.[0];
  if (enhanced !== undefined) return enhanced;
  const plainCode = /\b([45])[0-5]\d[ -]/.exec(said)?.[1];
  return plainCode === undefined ? '' : `${plainCode}.0.0`;
}

/** The addresses at the head of a paragraph or in brackets, as Exim, qmail and others name who failed. */
function namedIn(said: string): string {
  const [own = ''] = said.split(/^-{2,}.*(copy|below|original|return)/im);
  const heads = own.match(/^\s*<?[^\s<>]+@[^\s<>:]+>?:?\s*$/gm) ?? [];
  return heads.join(' ') || (ADDRESS.exec(own)?.[0] ?? '');
}

/** The line that tells most: one with a code, or that says nobody is there. */
function reasonIn(said: string): string {
  const lines = said.split(/\r?\n/).map((line) => line.trim());
  const telling = lines.find(
    (line) => /\b[45]\d\d[ -]|\b[45]\.\d+\.\d+\b/.test(line) || NOBODY.test(line),
  );
  return cut(telling ?? lines.find((line) => FAILED.test(line)) ?? '', 160);
}

function plain(html: string): string {
  return html
    .slice(0, MOST_READ)
    .replace(/<(style|script|title)[\s\S]*?<\/\1>/gi, '')
    .replace(/<[^>]+>/g, '\n');
}
