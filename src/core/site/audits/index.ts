import type { Audit, Facts, Finding, Looking } from '../audit';
import { brokenLinks } from './broken-links';
import { canonical } from './canonical';
import { charset } from './charset';
import { copyrightYear } from './copyright-year';
import { crawlableAnchors } from './crawlable-anchors';
import { descriptionLength } from './description-length';
import { documentTitle } from './document-title';
import { favicon } from './favicon';
import { feedDate } from './feed-date';
import { fontFamilies } from './font-families';
import { h1 } from './h1';
import { headingOrder } from './heading-order';
import { hreflang } from './hreflang';
import { htmlHasLang } from './html-has-lang';
import { htmlWeight } from './html-weight';
import { httpStatusCode } from './http-status-code';
import { imageAlt } from './image-alt';
import { isCrawlable } from './is-crawlable';
import { isOnHttps } from './is-on-https';
import { jsonLd } from './json-ld';
import { linkText } from './link-text';
import { metaDescription } from './meta-description';
import { mixedContent } from './mixed-content';
import { oneHost } from './one-host';
import { oneName } from './one-name';
import { openGraph } from './open-graph';
import { redirectChain } from './redirect-chain';
import { redirectsHttp } from './redirects-http';
import { robotsTxt } from './robots-txt';
import { shareImage } from './share-image';
import { sitemap } from './sitemap';
import { cumulativeLayoutShift } from './cumulative-layout-shift';
import { interactionToNextPaint } from './interaction-to-next-paint';
import { largestContentfulPaint } from './largest-contentful-paint';
import { sitemapDate } from './sitemap-date';
import { thinText } from './thin-text';
import { titleLength } from './title-length';
import { twitterCard } from './twitter-card';
import { unsizedImages } from './unsized-images';
import { viewport } from './viewport';

/** What search engines and their users meet with, what matters most first. */
export const SEARCH_AUDITS: readonly Audit[] = [
  httpStatusCode,
  isCrawlable,
  isOnHttps,
  documentTitle,
  metaDescription,
  brokenLinks,
  largestContentfulPaint,
  oneHost,
  redirectsHttp,
  mixedContent,
  viewport,
  h1,
  imageAlt,
  robotsTxt,
  canonical,
  linkText,
  openGraph,
  sitemap,
  cumulativeLayoutShift,
  interactionToNextPaint,
  titleLength,
  descriptionLength,
  crawlableAnchors,
  hreflang,
  jsonLd,
  htmlHasLang,
  charset,
  thinText,
  unsizedImages,
  headingOrder,
  redirectChain,
  htmlWeight,
  twitterCard,
];

/** All there are; reports take from them what they are about. */
export const AUDITS: readonly Audit[] = [
  ...SEARCH_AUDITS,
  favicon,
  shareImage,
  oneName,
  fontFamilies,
  feedDate,
  sitemapDate,
  copyrightYear,
];

/** Of a page that answers with an error, only these are said. */
const OF_ERROR: readonly Audit[] = [httpStatusCode, isOnHttps];

/** The findings for a client's page, in the order of what is looked at. */
export function judge(facts: Facts, looked: readonly Looking[]): Finding[] {
  return (facts.status >= 400 ? OF_ERROR : looked).map((one) => judgeBy(one, facts));
}

/** The findings of every audit, whatever the page answered, as Lighthouse gives them. */
export function judgeAll(facts: Facts): Finding[] {
  return AUDITS.map((audit) => judgeBy(audit, facts));
}

/** A page that a script fills is not judged by what stood there before: what fails may be mended by then. */
function judgeBy(looking: Looking, facts: Facts): Finding {
  const { id, of } = looking;
  const finding = { id, ...looking.judge(facts) };
  const isOpen =
    facts.filledByScript && (of === 'body' || (of === 'head' && finding.verdict === 'fail'));
  if (!isOpen) return finding;
  return { id, verdict: 'na', evidence: 'the page is filled by a script', figures: {} };
}
