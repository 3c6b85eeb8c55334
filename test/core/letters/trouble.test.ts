import { troubleOf } from '../../../src/core/letters/trouble';

const failed = (said: string) => `API call to gmail.users.drafts.send failed with error: ${said}`;

it.each([
  'User-rate limit exceeded.  Retry after 2026-11-21T05:00:00.000Z (Mail sending)',
  'User Rate Limit Exceeded',
  'Daily Limit Exceeded',
  "Quota exceeded for quota metric 'Queries' and limit 'Queries per minute per user'",
  'Too many concurrent requests for user',
  'Service invoked too many times for one day: gmail.',
])('calls the mailbox full: %s', (said) => {
  expect(troubleOf(new Error(failed(said)))).toBe('full');
});

it.each([
  'Backend Error',
  'Request timed out',
  'Service unavailable: Gmail',
  'Internal error',
  'error: 503',
])('lets a trouble pass: %s', (said) => {
  expect(troubleOf(new Error(failed(said)))).toBe('passing');
});

it.each([
  'Invalid To header',
  'Message size exceeds limit',
  'Message 18f502a500 is not acceptable',
  'Limit Exceeded: Email Recipients Per Message.',
  'Requested entity was not found.',
])('calls final what concerns this mail alone: %s', (said) => {
  expect(troubleOf(new Error(failed(said)))).toBe('final');
});
