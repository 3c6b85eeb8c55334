import { withoutSecret } from '../../src/core/http';

const KEY = 'sk-"proj/1';

it('strikes a secret from whatever an answer says', () => {
  const body = JSON.stringify({ said: `Bearer ${KEY}` });
  const given = { ok: true as const, status: 401, headers: { 'x-said': KEY }, body };
  const read = withoutSecret(given, KEY);
  expect(read).toEqual({
    ...given,
    headers: { 'x-said': '•••' },
    body: JSON.stringify({ said: 'Bearer •••' }),
  });
  const failed = { ok: false as const, error: `no host at ?key=${encodeURIComponent(KEY)}` };
  expect(withoutSecret(failed, KEY)).toEqual({ ok: false, error: 'no host at ?key=•••' });
});

it('leaves an answer alone where there is no secret', () => {
  const given = { ok: true as const, status: 200, headers: {}, body: 'abc' };
  expect(withoutSecret(given, '')).toBe(given);
});
