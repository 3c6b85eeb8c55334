import type { Verdict } from '../../src/core/site/audit';
import { AUDITS, judgeAll } from '../../src/core/site/audits';
import { findPage } from '../../src/core/site/look';
import { EXTRAS } from '../../src/core/site/extras';
import { askSite } from '../../src/core/site/site';
import { answerFor } from './ask';

/** What the audits make of an address. */
export interface Audited {
  url: string;
  audits: Record<string, Verdict>;
  /** What keeps the page, or part of it, from being judged. */
  said?: string;
}

/** What each audit saw, by its id. */
export type Evidence = Record<string, string>;

/** Looks at a page and its site from here and judges it by every audit. */
export async function auditAddress(
  url: string,
  now: number,
): Promise<{ audited: Audited; evidence: Evidence }> {
  const found = await answerFor(findPage(url, now));
  if (!found.seen) {
    const audits = Object.fromEntries(AUDITS.map(({ id }) => [id, 'na' as const]));
    return { audited: { url, audits, said: found.why }, evidence: {} };
  }
  const findings = judgeAll({ ...found.page, ...(await answerFor(askSite(found.page, EXTRAS))) });
  const audits = Object.fromEntries(findings.map(({ id, verdict }) => [id, verdict]));
  const said = found.page.filledByScript ? { said: 'filled by a script' } : {};
  return {
    audited: { url, audits, ...said },
    evidence: Object.fromEntries(findings.map(({ id, evidence }) => [id, evidence])),
  };
}
