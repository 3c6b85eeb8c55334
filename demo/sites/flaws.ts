import type { DemoClient } from '../clients';
import { chance } from '../random';

/** The flaws a made-up site can have, with the audit that finds each and how many sites have it. */
export const FLAWS = {
  title: { audit: 'document-title', share: 0.12 },
  description: { audit: 'meta-description', share: 0.4 },
  headings: { audit: 'h1', share: 0.3 },
  pictures: { audit: 'image-alt', share: 0.4 },
  canonical: { audit: 'canonical', share: 0.15 },
  insecure: { audit: 'is-on-https', share: 0.12 },
  hidden: { audit: 'is-crawlable', share: 0.05 },
  links: { audit: 'broken-links', share: 0.25 },
  linkTexts: { audit: 'link-text', share: 0.25 },
  twoHosts: { audit: 'one-host', share: 0.15 },
  phone: { audit: 'viewport', share: 0.08 },
  sharing: { audit: 'open-graph', share: 0.4 },
  language: { audit: 'html-has-lang', share: 0.2 },
  unsized: { audit: 'unsized-images', share: 0.35 },
  sitemap: { audit: 'sitemap', share: 0.25 },
  robots: { audit: 'robots-txt', share: 0.1 },
  /** A page that answers with an error; one site will do. */
  error: { audit: 'http-status-code', share: 0 },
} as const;
export type FlawName = keyof typeof FLAWS;

/** One flaw of one site. */
export interface Flaw {
  name: FlawName;
  /** Which of the ways to have it. */
  variant: 0 | 1;
  /** The first quarter, counted from 0, in which it is mended. */
  mended: number;
}

/** Sites that never had a flaw. */
const WELL_KEPT = 2;
/** How likely a flaw is mended from one quarter to the next. */
const CARE = 0.4;

/** Every site's flaws by host: dealt out so that each kind is there, whatever the seed. */
export function siteFlaws(clients: DemoClient[], seed: string): Map<string, Flaw[]> {
  const own = clients.filter(({ site }) => site === 'own');
  const hosts = own.map(({ host }) => host);
  const kept = chance(seed, 'kept').shuffled(hosts).slice(0, WELL_KEPT);
  const flaws = new Map<string, Flaw[]>(hosts.map((host) => [host, []]));
  for (const name of Object.keys(FLAWS) as FlawName[]) {
    const count = Math.max(1, Math.round(hosts.length * FLAWS[name].share));
    const candidates = own
      .filter((client) => !kept.includes(client.host) && suits(name, client))
      .map(({ host }) => host);
    const struck = chance(seed, 'flaw', name).shuffled(candidates).slice(0, count);
    struck.forEach((host, i) => {
      flaws
        .get(host)
        ?.push({ name, variant: i % 2 === 0 ? 0 : 1, mended: mendedIn(seed, host, name) });
    });
  }
  return flaws;
}

/** Whether a flaw would be noticed at this client's site. */
function suits(name: FlawName, { consent, stage, language }: DemoClient): boolean {
  // The one error should be at a site that a letter is about.
  if (name === 'error') return consent === 'yes' && stage !== 'Closed';
  // Nobody keeps a list of empty phrases in Chinese.
  return name !== 'linkTexts' || language !== 'zh-TW';
}

/** The flaws that a site still has in a quarter. */
export function flawsLeft(flaws: Flaw[], quarter: number): Flaw[] {
  return flaws.filter(({ mended }) => quarter < mended);
}

/** The flaw of this name, or undefined. */
export function flawNamed(name: FlawName, flaws: Flaw[]): Flaw | undefined {
  return flaws.find((flaw) => flaw.name === name);
}

/** The audits that must fail for these flaws; of a page that answers with an error little can be said. */
export function failingAudits(flaws: Flaw[]): string[] {
  const isError = flaws.some(({ name }) => name === 'error');
  return flaws
    .filter(({ name }) => !isError || name === 'error' || name === 'insecure')
    .map(({ name }) => FLAWS[name].audit);
}

function mendedIn(seed: string, host: string, name: FlawName): number {
  const draw = chance(seed, 'mended', host, name);
  let quarter = 1;
  while (!draw.happens(CARE)) quarter++;
  return quarter;
}
