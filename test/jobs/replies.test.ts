import { unsubscribeToken } from '../../src/core/clients/client';
import type { IncomingMail } from '../../src/core/letters/incoming';
import { clients, letters, unsubscribed } from '../../src/core/workbook';
import { hearReplies, readReplies } from '../../src/jobs/replies';
import { sendApproved } from '../../src/jobs/send';
import { incoming, mailSource } from '../support/incoming';
import { aClient, aLetter, NOW } from '../support/rows';
import { World } from '../support/services';

const HOUR = 3600 * 1000;
const DEADLINE = NOW + 1e9;

/** A letter that left three days ago, and mails that came in since. */
function world(...mails: IncomingMail[]): World {
  const found = new World().ready();
  found.put(clients, aClient());
  found.put(letters, aLetter({ status: 'sent', threadId: 'thread1', sent: NOW - 72 * HOUR }));
  found.inbox.push(...mails);
  return found;
}

const fixture = (name: string, given: Partial<IncomingMail> = {}) =>
  incoming(mailSource(name), { at: NOW - 2 * HOUR, ...given });
const after = (...mails: IncomingMail[]) => {
  const found = world(...mails);
  const { done, problem } = hearReplies(found.services(), DEADLINE);
  const [client] = found.rows(clients);
  const [letter] = found.rows(letters);
  if (client === undefined || letter === undefined) throw new Error('a row is gone');
  return { world: found, client, letter, done, problem };
};

it('notes an answer of the client’s and when it came', () => {
  const { letter, client, done } = after(fixture('reply-gmail-en'));
  expect(letter).toMatchObject({ outcome: 'replied', answered: NOW - 2 * HOUR, problem: '' });
  expect(client.consent).toBe('yes');
  expect(done).toBe('1 answer noted');
});

it('keeps the first of two answers, and an outcome that counts for more', () => {
  const first = fixture('reply-gmail-en', { id: 'a', at: NOW - 5 * HOUR });
  const found = world(first, fixture('reply-gmail-en', { id: 'b' }));
  found.write(letters, 1, { outcome: 'bought' });
  hearReplies(found.services(), DEADLINE);
  expect(found.rows(letters)[0]).toMatchObject({ outcome: 'bought', answered: NOW - 5 * HOUR });
});

it('changes nothing for a note that somebody is away, nor for one that a mail is late', () => {
  const { world: found, done } = after(
    fixture('away-exchange-en', { id: 'a' }),
    fixture('gmail-delay', { id: 'b' }),
  );
  expect(found.snapshot()).toBe(world().snapshot());
  expect(done).toBe('');
});

it('marks an address at which nothing arrives, and sends nothing there until it is corrected', () => {
  const { world: found, letter, client } = after(fixture('gmail-no-such-address'));
  expect(letter).toMatchObject({ outcome: 'bounced' });
  expect(letter.problem).toMatch(/came back: .*does not exist/);
  expect(client).toMatchObject({ consent: 'yes', bounced: 'lin@bakery.example' });
  found.put(
    letters,
    aLetter({ id: 'L-two', products: [], body: 'x'.repeat(80), status: 'approved', approved: NOW }),
  );
  sendApproved(found.services(), DEADLINE);
  expect(found.sent).toHaveLength(0);
  expect(found.rows(letters)[1]?.problem).toMatch(/come back/);
  found.write(letters, 2, { status: 'approved' });
  found.write(clients, 1, { email: 'ann@bakery.example' });
  sendApproved(found.services(), DEADLINE);
  expect(found.sent).toHaveLength(1);
});

it('an address that a person says works is not marked again by the same bounce', () => {
  const { world: found } = after(fixture('gmail-no-such-address', { at: NOW }));
  found.write(clients, 1, { bounced: '' });
  hearReplies(found.services(), DEADLINE);
  expect(found.rows(clients)[0]?.bounced).toBe('');
});

it('a mail that was refused for another reason did not arrive, and the next is tried', () => {
  const { letter, client } = after(fixture('postfix-mailbox-full'));
  expect(letter.outcome).toBe('bounced');
  expect(client.bounced).toBe('');
});

it('finds the letter of a bounce that stands in no conversation by its recipient', () => {
  const { letter } = after(fixture('qmail-no-such-address', { threadId: 'other' }));
  expect(letter.outcome).toBe('bounced');
  const old = after(
    fixture('qmail-no-such-address', { threadId: 'other', at: NOW + 30 * 24 * HOUR }),
  );
  expect(old.letter.outcome).toBe('');
});

it.each(['stop-en', 'stop-one-word'])('%s ends the letters for good', (name) => {
  const { world: found, client, letter, done } = after(fixture(name));
  expect(client).toMatchObject({
    consent: 'unsubscribed',
    consentBasis: 'unsubscribed by a mail of theirs',
    consentDate: '2026-11-21',
  });
  expect(letter).toMatchObject({ outcome: 'unsubscribed', answered: NOW - 2 * HOUR });
  expect(found.rows(unsubscribed)).toHaveLength(1);
  expect(done).toContain('1 client unsubscribed by mail');
});

it('a letter that waits is not sent to a client whose answer says stop', () => {
  const found = world(fixture('stop-en'));
  found.put(letters, aLetter({ id: 'L-two', status: 'approved', approved: NOW, products: [] }));
  sendApproved(found.services(), DEADLINE);
  expect(found.sent).toHaveLength(0);
  expect(found.rows(letters)[1]).toMatchObject({
    status: 'skipped',
    problem: 'The client unsubscribed.',
  });
});

it('says on the letter that an answer ended the letters', () => {
  expect(after(fixture('stop-en')).letter.problem).toMatch(/so the client was unsubscribed\./);
});

it('leaves a mail that cannot be read to a person, reads the others and goes on', () => {
  const endless = fixture('stop-en', {
    id: 'a',
    at: NOW - 5 * HOUR,
    parts: [{ type: 'text/html', text: '<div>'.repeat(50_000) }],
  });
  const alone = after(endless);
  expect(alone.client.consent).toBe('yes');
  expect(alone.letter.outcome).toBe('replied');
  expect(alone.letter.problem).toMatch(/could not be read .*Consent to unsubscribed/);
  expect(alone.world.state.get('HEARD')).toBe(String(NOW));
  expect(after(endless, fixture('stop-en', { id: 'b' })).client.consent).toBe('unsubscribed');
});

it('leaves to a person what only a person can judge', () => {
  const { letter, client, problem } = after(fixture('reply-about-stopping'));
  expect(client.consent).toBe('yes');
  expect(letter.outcome).toBe('replied');
  expect(letter.problem).toMatch(/set the client’s Consent to unsubscribed/);
  expect(problem).toMatch(/1 letter got an answer to look at/);
});

it('does nothing at a stranger’s word but tell a person', () => {
  const stranger = incoming(
    mailSource('stop-en').replace('lin@bakery.example', 'mallory@evil.example'),
  );
  const { letter, client } = after(stranger);
  expect(client.consent).toBe('yes');
  expect(letter).toMatchObject({ outcome: '', answered: null });
  expect(letter.problem).toMatch(
    /mallory@evil\.example.*not the client’s address.*speaks of stopping/,
  );
});

it('ends the letters by the token in a mail that a mail program wrote, whoever sends it', () => {
  const mail = (token: string) =>
    incoming(`From: assistant@bakery.example\nSubject: unsubscribe ${token}\n\n`, {
      threadId: 'other',
    });
  expect(after(mail(unsubscribeToken('C-lin', 'link-key'))).client.consent).toBe('unsubscribed');
  expect(after(mail(unsubscribeToken('C-lin', 'another-key'))).client.consent).toBe('yes');
});

it('ends the letters by a mail of the client’s own that says so', () => {
  const { client } = after(fixture('stop-by-subject', { threadId: 'other' }));
  expect(client.consent).toBe('unsubscribed');
});

it('reads no mail that is not about a letter', () => {
  const found = world(
    incoming('From: aunt@home.example\nSubject: Hello\n\nstop', { threadId: 'other' }),
  );
  const services = found.services();
  hearReplies(services, DEADLINE);
  expect(found.calls).toContain('mail.arrivals');
  expect(found.calls).not.toContain('mail.read');
});

it('looks once an hour, and again at what came in the hour before', () => {
  const found = world();
  readReplies(found.services(), DEADLINE);
  readReplies(found.services(), DEADLINE);
  expect(found.calls).not.toContain('mail.arrivals');
  found.now += HOUR;
  found.inbox.push(fixture('reply-gmail-en', { at: NOW - HOUR / 2 }));
  readReplies(found.services(), DEADLINE);
  expect(found.rows(letters)[0]?.outcome).toBe('replied');
});

it('sends nothing while Gmail does not say what came in', () => {
  const found = world();
  found.put(letters, aLetter({ id: 'L-two', status: 'approved', approved: NOW, products: [] }));
  found.mail.arrivals = () => {
    throw new Error('Service error');
  };
  expect(() => sendApproved(found.services(), DEADLINE)).toThrow(/could not be asked what came in/);
  expect(found.sent).toHaveLength(0);
});

it('reads the rest in the next run where the time is up', () => {
  const found = world(
    fixture('away-exchange-en', { id: 'a', at: NOW - 5 * HOUR }),
    fixture('reply-gmail-en', { id: 'b' }),
  );
  expect(hearReplies(found.services(), NOW - 1).unfinished).toBe(true);
  expect(found.rows(letters)[0]?.outcome).toBe('');
  hearReplies(found.services(), DEADLINE);
  expect(found.rows(letters)[0]?.outcome).toBe('replied');
});

it('ends the same wherever an execution ends, and twice changes nothing', () => {
  const mails = [fixture('stop-en', { id: 'a' }), fixture('gmail-no-such-address', { id: 'b' })];
  const expected = after(...mails).world;
  const calls = expected.calls.length;
  hearReplies(expected.services(), DEADLINE);
  expect(expected.snapshot()).toBe(after(...mails).world.snapshot());
  for (let killAt = 0; killAt < calls; killAt++) {
    const found = world(...mails);
    found.killAt = killAt;
    expect(() => hearReplies(found.services(), DEADLINE)).toThrow();
    found.killAt = Infinity;
    hearReplies(found.services(), DEADLINE);
    expect(found.snapshot()).toBe(expected.snapshot());
  }
});
