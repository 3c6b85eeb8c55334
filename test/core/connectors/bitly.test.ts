import { readShortened, shortenRequest } from '../../../src/core/connectors/bitly';
import type { HttpAnswer } from '../../../src/core/http';
import { checkRequests } from '../../support/contract';
import { describeWithShared, fixture } from '../../support/shared';

const LONG = 'https://rankly.sjv.io/c/1/2/3?subId1=abcdefgh';
const answer = (status: number, body: unknown): HttpAnswer => ({
  ok: true,
  status,
  headers: {},
  body: JSON.stringify(body),
});

describe('readShortened', () => {
  it('takes a new link and one that was made before', () => {
    for (const status of [200, 201]) {
      expect(
        readShortened(answer(status, { link: 'https://bit.ly/x', long_url: LONG }), LONG),
      ).toEqual({
        kind: 'short',
        link: 'https://bit.ly/x',
      });
    }
  });

  it.each([
    { link: 'https://bit.ly/x', long_url: 'https://evil.example/' },
    { link: 'javascript:alert(1)', long_url: LONG },
    { link: 'http://bit.ly/x', long_url: LONG },
    {},
  ])('believes no link that is not of what was asked: %j', (body) => {
    expect(readShortened(answer(200, body), LONG).kind).toBe('later');
  });

  it.each([
    [429, 'RATE_LIMIT_EXCEEDED', 'later'],
    [429, 'API_USAGE_LIMIT_EXCEEDED', 'next month'],
    [429, 'MONTHLY_BSD_ENCODE_LIMIT_REACHED', 'next month'],
    [403, 'FORBIDDEN', 'closed'],
    [402, 'UPGRADE_REQUIRED', 'closed'],
    [500, 'INTERNAL_ERROR', 'later'],
  ])('%i %s: %s', (status, message, kind) => {
    expect(readShortened(answer(status, { message }), LONG)).toMatchObject({ kind });
  });

  it('waits where nothing answers', () => {
    expect(readShortened({ ok: false, error: 'DNS' }, LONG).kind).toBe('later');
  });
});

describeWithShared('Bitly’s own description and answers', () => {
  it('fits what we ask', () => {
    expect(checkRequests('bitly-v4.json', [shortenRequest('token', LONG)])).toEqual([
      { op: 'POST /shorten', errors: [] },
    ]);
  });

  it('is what we read', () => {
    const made = fixture('bitly-shorten-201');
    const { long_url: asked } = made.body as { long_url: string };
    expect(readShortened(answer(made.status, made.body), asked).kind).toBe('short');
    const full = fixture('bitly-429');
    expect(readShortened(answer(full.status, full.body), LONG).kind).toBe('next month');
    const wrong = fixture('bitly-400');
    expect(readShortened(answer(wrong.status, wrong.body), LONG).kind).toBe('later');
  });
});
