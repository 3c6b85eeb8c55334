import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { Failure } from '../../../src/core/letters/bounce';
import { hear, stopToken } from '../../../src/core/letters/reply';
import { incoming, mailSource } from '../../support/incoming';

const bounce = (recipient: string, means: Failure['means'], why: RegExp) => ({
  kind: 'bounce',
  failures: [{ recipient, means, why: expect.stringMatching(why) as string }],
});
const reply = { kind: 'reply', mayStop: false };
const stop = { kind: 'stop' };
const automatic = { kind: 'automatic' };

/** Mails of several mail systems and in several languages, and what each of them is. */
const MAILS: Record<string, object> = {
  'gmail-no-such-address': bounce('lin@bakery.example', 'gone', /does not exist/),
  'gmail-delay': bounce('lin@bakery.example', 'late', /did not accept/),
  'exchange-ndr': bounce('vogt@law.example', 'gone', /RecipientNotFound/),
  'exchange-refused-as-spam': bounce('wang@tea.example', 'lost', /spam/),
  'postfix-no-such-address': bounce('lin@bakery.example', 'gone', /User unknown/),
  'postfix-delay': bounce('lin@bakery.example', 'late', /Greylisting/),
  'postfix-mailbox-full': bounce('lin@bakery.example', 'lost', /Mailbox full/),
  'exim-no-such-address': bounce('lin@bakery.example', 'gone', /unknown user/),
  'exim-delay': bounce('lin@bakery.example', 'late', /./),
  'qmail-no-such-address': bounce('lin@bakery.example', 'gone', /No such user/),
  'yahoo-japan-no-such-address': bounce('okada@yoga.example', 'gone', /存在しません/),
  'dsn-delivered': automatic,
  'read-receipt': automatic,
  'away-exchange-en': automatic,
  'away-outlook-de': automatic,
  'away-gmail-zh': automatic,
  'away-unix-ja': automatic,
  'away-no-header': automatic,
  'ticket-system': automatic,
  'reply-gmail-en': reply,
  'reply-outlook-de': reply,
  'reply-gmail-zh': reply,
  'reply-gmail-ja': reply,
  'reply-unquoted-foot': reply,
  'reply-outlook-html': reply,
  'reply-do-not-stop': reply,
  'reply-nicht-abmelden': reply,
  'reply-about-stopping': { kind: 'reply', mayStop: true },
  'stop-en': stop,
  'stop-one-word': stop,
  'stop-asked': stop,
  'stop-de': stop,
  'stop-de-verb': stop,
  'stop-de-list': stop,
  'stop-zh': stop,
  'stop-zh-plain': stop,
  'stop-ja': stop,
  'stop-ja-plain': stop,
  'stop-html-gmail': stop,
  'stop-by-subject': stop,
};

it.each(Object.entries(MAILS))('knows what %s is', (name, expected) => {
  expect(hear(incoming(mailSource(name)))).toEqual(expected);
});

it('every mail of the collection is judged', () => {
  const files = readdirSync(path.join(__dirname, '../../fixtures/mail'));
  expect(files.map((file) => file.replace('.eml', '')).sort()).toEqual(Object.keys(MAILS).sort());
});

it('a bounce that a person forwards is no bounce', () => {
  const source = mailSource('postfix-no-such-address').replace(
    /Content-Type: message[^]*?--p1/,
    '--p1',
  );
  const forwarded = source
    .replace(/^From: .*$/m, 'From: lin@bakery.example')
    .replace(/^Return-Path: .*\n|^Auto-Submitted: .*\n/gm, '')
    .replace(/^Content-Type: .*$/m, 'Content-Type: multipart/mixed; boundary="p1"');
  expect(hear(incoming(forwarded)).kind).toBe('reply');
});

it('reads the token of a mail that a mail program wrote', () => {
  const mail = (subject: string) => incoming(`From: a@b.example\nSubject: ${subject}\n\n`);
  expect(stopToken(mail('unsubscribe C-lin.abc23'))).toBe('C-lin.abc23');
  expect(stopToken(mail('Re: unsubscribe C-lin.abc23'))).toBe('');
  expect(stopToken(mail('unsubscribe'))).toBe('');
});
