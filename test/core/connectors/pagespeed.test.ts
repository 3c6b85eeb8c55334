import { readSpeed, speedRequest } from '../../../src/core/connectors/pagespeed';
import type { HttpAnswer } from '../../../src/core/http';
import { checkRequests } from '../../support/contract';
import { describeWithShared, fixture } from '../../support/shared';

const answer = (body: unknown, status = 200): HttpAnswer => ({
  ok: true,
  status,
  headers: {},
  body: JSON.stringify(body),
});
const audits = {
  'largest-contentful-paint': { numericValue: 2100.5 },
  'cumulative-layout-shift': { numericValue: 0.02 },
  'total-blocking-time': { numericValue: 120 },
};
const run = { largestPaint: 2100.5, shift: 0.02, blocking: 120 };

it('asks for one run on a phone, the page and the key encoded', () => {
  expect(speedRequest('k&1', 'https://bakery.example/?a=b').url).toBe(
    'https://pagespeedonline.googleapis.com/pagespeedonline/v5/runPagespeed?url=https%3A%2F%2Fbakery.example%2F%3Fa%3Db&strategy=MOBILE&category=PERFORMANCE&key=k%261',
  );
});

it('reads a run, and what visitors met', () => {
  const metrics = {
    LARGEST_CONTENTFUL_PAINT_MS: { percentile: 1900 },
    CUMULATIVE_LAYOUT_SHIFT_SCORE: { percentile: 5 },
    INTERACTION_TO_NEXT_PAINT: { percentile: 150 },
  };
  expect(
    readSpeed(answer({ lighthouseResult: { audits }, loadingExperience: { metrics } })),
  ).toEqual({
    kind: 'run',
    run,
    field: { largestPaint: 1900, shift: 0.05, interaction: 150 },
  });
});

it('takes no figures of the whole site for those of the page', () => {
  const loadingExperience = {
    origin_fallback: true,
    metrics: { INTERACTION_TO_NEXT_PAINT: { percentile: 150 } },
  };
  expect(readSpeed(answer({ lighthouseResult: { audits }, loadingExperience }))).toMatchObject({
    field: {},
  });
});

it.each([
  [
    'failed',
    answer({ error: { message: 'Lighthouse returned error: FAILED_DOCUMENT_REQUEST' } }, 400),
  ],
  ['failed', answer({ error: { message: 'Unable to process request.' } }, 500)],
  ['failed', { ok: false, error: 'Timeout' } as const],
  ['failed', answer({ lighthouseResult: { audits: {} } })],
  ['later', answer({ error: { message: 'Quota exceeded' } }, 429)],
  [
    'closed',
    answer({ error: { message: 'API key not valid. Please pass a valid API key.' } }, 400),
  ],
  ['closed', answer({ error: { message: 'Requests are blocked.' } }, 403)],
] as [string, HttpAnswer][])('takes for %s: %j', (kind, given) => {
  expect(readSpeed(given).kind).toBe(kind);
});

describeWithShared('by Google’s own description', () => {
  it('the request is sound', () => {
    const [checked] = checkRequests('google-pagespeed-v5.json', [
      speedRequest('key', 'https://bakery.example/'),
    ]);
    expect(checked?.op).toContain('runPagespeed');
    expect(checked?.errors).toEqual([]);
  });

  it('the refusal is understood', () => {
    const { status, body } = fixture('psi-429');
    expect(readSpeed(answer(body, status)).kind).toBe('later');
  });

  it('a result is read with the audits that it lacks', () => {
    const { body } = fixture('psi-200') as { body: { lighthouseResult: { audits: object } } };
    const whole = {
      ...body,
      lighthouseResult: { audits: { ...audits, ...body.lighthouseResult.audits } },
    };
    expect(readSpeed(answer(whole))).toEqual({ kind: 'run', run, field: { largestPaint: 2100 } });
  });
});
