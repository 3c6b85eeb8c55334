import * as v from 'valibot';
import type { HttpAnswer, HttpRequest } from '../http';
import { tryJson } from '../json';
import { cut } from '../problem';
import type { FieldData, LabRun } from '../site/speed';

/** What PageSpeed Insights said of a page. */
export type Measured =
  | { kind: 'run'; run: LabRun; field: FieldData }
  /** This page could not be measured; another try may do better. */
  | { kind: 'failed'; why: string }
  /** No page can be measured for now: the day's share is used up, or the service is busy. */
  | { kind: 'later'; why: string }
  /** Nothing will be measured until a person has put something right. */
  | { kind: 'closed'; why: string };

const RUN = 'https://pagespeedonline.googleapis.com/pagespeedonline/v5/runPagespeed';

const Value = v.object({ numericValue: v.number() });
const Result = v.object({
  lighthouseResult: v.object({
    audits: v.object({
      'largest-contentful-paint': Value,
      'cumulative-layout-shift': Value,
      'total-blocking-time': Value,
    }),
  }),
  loadingExperience: v.optional(
    v.object({
      origin_fallback: v.optional(v.boolean()),
      metrics: v.optional(v.record(v.string(), v.object({ percentile: v.optional(v.number()) }))),
    }),
  ),
});
const Refusal = v.object({ error: v.object({ message: v.string() }) });

/** One run on a phone by PageSpeed Insights v5 (discovery revision 20260629); it takes 10 to 60 seconds. */
export function speedRequest(key: string, page: string): HttpRequest {
  const query = [
    `url=${encodeURIComponent(page)}`,
    'strategy=MOBILE',
    'category=PERFORMANCE',
    `key=${encodeURIComponent(key)}`,
  ];
  return { url: `${RUN}?${query.join('&')}`, method: 'GET', timeoutSeconds: 60 };
}

/** Reads one run; of visitors' data only what is the page's own, not that of its whole site. */
export function readSpeed(answer: HttpAnswer): Measured {
  if (!answer.ok) return { kind: 'failed', why: cut(answer.error) };
  const body = tryJson(answer.body);
  const result = v.safeParse(Result, body);
  if (answer.status === 200 && result.success) return runOf(result.output);
  const refused = v.safeParse(Refusal, body);
  const said = refused.success ? refused.output.error.message : `status ${answer.status}`;
  const why = `PageSpeed Insights says ${cut(said, 120)}`;
  if (answer.status === 429) return { kind: 'later', why };
  if ([401, 403].includes(answer.status) || /API key/i.test(said)) return { kind: 'closed', why };
  // 400 and 500 also stand for a page that Google could not reach.
  return { kind: 'failed', why };
}

function runOf({ lighthouseResult, loadingExperience }: v.InferOutput<typeof Result>): Measured {
  const { audits } = lighthouseResult;
  const metrics =
    loadingExperience?.origin_fallback === true ? undefined : loadingExperience?.metrics;
  const [paint, shift, interaction] = [
    'LARGEST_CONTENTFUL_PAINT_MS',
    'CUMULATIVE_LAYOUT_SHIFT_SCORE',
    'INTERACTION_TO_NEXT_PAINT',
  ].map((name) => metrics?.[name]?.percentile);
  return {
    kind: 'run',
    run: {
      largestPaint: audits['largest-contentful-paint'].numericValue,
      shift: audits['cumulative-layout-shift'].numericValue,
      blocking: audits['total-blocking-time'].numericValue,
    },
    field: {
      ...(paint === undefined ? {} : { largestPaint: paint }),
      // Told in hundredths (unverified: from memory of Google's answers).
      ...(shift === undefined ? {} : { shift: shift / 100 }),
      ...(interaction === undefined ? {} : { interaction }),
    },
  };
}
