import { Webhook } from 'standardwebhooks';
import { shownSecret, signedHeaders } from '../../../src/core/webhooks/signature';

/** What we sign, as the library of Standard Webhooks sees it; it goes by the wall clock. */

const HEX = 'a1'.repeat(32);
const OLD = 'b2'.repeat(32);
const BODY = JSON.stringify({ type: 'link.tapped', data: { client_name: '林小姐 “Lin” 🌷' } });
const now = Date.now();
const headers = signedHeaders('E-one', { now: HEX }, BODY, now);

const verify = (secret: string, body: string, given = headers): unknown =>
  new Webhook(shownSecret(secret)).verify(body, given);

it('signs so that the receiver’s library verifies it', () => {
  expect(verify(HEX, BODY)).toEqual(JSON.parse(BODY));
});

it.each([
  ['a body that was altered', HEX, BODY.replace('Lin', 'Wang'), headers],
  ['another secret', OLD, BODY, headers],
  ['another id', HEX, BODY, { ...headers, 'webhook-id': 'E-two' }],
  ['a moment long past', HEX, BODY, signedHeaders('E-one', { now: HEX }, BODY, now - 600_000)],
])('is refused with %s', (_, secret, body, given) => {
  expect(() => verify(secret, body, given)).toThrow();
});

it('signs with the secret before, too, while that holds, and not longer', () => {
  const changing = { now: HEX, before: OLD, until: now + 1000 };
  const both = signedHeaders('E-one', changing, BODY, now);
  expect(verify(HEX, BODY, both)).toEqual(verify(OLD, BODY, both));
  const later = signedHeaders('E-one', { ...changing, until: now }, BODY, now);
  expect(() => verify(OLD, BODY, later)).toThrow();
  expect(verify(HEX, BODY, later)).toBeDefined();
});
