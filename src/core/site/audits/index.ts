import type { Audit, Finding } from '../audit';
import type { PageFacts } from '../page';
import { canonical } from './canonical';
import { documentTitle } from './document-title';
import { h1 } from './h1';
import { httpStatusCode } from './http-status-code';
import { imageAlt } from './image-alt';
import { isOnHttps } from './is-on-https';
import { metaDescription } from './meta-description';

/** In the order in which a report names them: what matters most comes first. */
export const AUDITS: readonly Audit[] = [
  httpStatusCode,
  isOnHttps,
  documentTitle,
  metaDescription,
  h1,
  imageAlt,
  canonical,
];

/** The findings for a page; of an error page only its status and connection are judged. */
export function judgePage(facts: PageFacts): Finding[] {
  const isError = facts.status >= 400;
  const audits = isError ? [httpStatusCode, isOnHttps] : AUDITS;
  return audits.map((audit) => ({ id: audit.id, ...audit.judge(facts) }));
}
