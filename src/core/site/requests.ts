import type { HttpAnswer } from '../http';

/** What all requests beyond the page itself have in common. */

/** How long we wait for what is beyond the page. */
export const SECONDS = 10;
/** Characters of a sitemap, feed or style sheet that are kept. */
export const MOST_TEXT = 200_000;

/** Stands for an answer where the time or the day's requests were used up. */
export const UNASKED = { ok: false, error: 'not asked' } as const satisfies HttpAnswer;

/** Whether the answer never came because nobody had the time to ask. */
export function wasAsked(answer: HttpAnswer): boolean {
  return answer.ok || answer.error !== UNASKED.error;
}

export function getting(url: string) {
  return { url, method: 'GET', follow: true, timeoutSeconds: SECONDS } as const;
}

/** UrlFetchApp knows no HEAD; a range keeps large files away from us. */
export function peeking(url: string) {
  return { ...getting(url), headers: { Range: 'bytes=0-1023' } };
}
