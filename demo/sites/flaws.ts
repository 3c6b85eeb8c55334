import type { DemoClient } from '../clients';
import { chance } from '../random';

/** The flaws a made-up site can have, with the audits that find each and how many sites have it. */
export const FLAWS = {
  title: { audits: ['document-title'], share: 0.12 },
  description: { audits: ['meta-description'], share: 0.4 },
  headings: { audits: ['h1'], share: 0.3 },
  pictures: { audits: ['image-alt'], share: 0.4 },
  canonical: { audits: ['canonical'], share: 0.15 },
  insecure: { audits: ['is-on-https'], share: 0.12 },
  hidden: { audits: ['is-crawlable'], share: 0.05 },
  links: { audits: ['broken-links'], share: 0.25 },
  linkTexts: { audits: ['link-text'], share: 0.25 },
  twoHosts: { audits: ['one-host'], share: 0.15 },
  phone: { audits: ['viewport'], share: 0.08 },
  sharing: { audits: ['open-graph', 'share-image'], share: 0.4 },
  language: { audits: ['html-has-lang'], share: 0.2 },
  unsized: { audits: ['unsized-images'], share: 0.35 },
  sitemap: { audits: ['sitemap'], share: 0.25 },
  icon: { audits: ['favicon'], share: 0.3 },
  stale: { audits: ['sitemap-date'], share: 0.3 },
  robots: { audits: ['robots-txt'], share: 0.1 },
  /** A page that answers with an error; one site will do. */
  error: { audits: ['http-status-code'], share: 0 },
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
  const hasSitemap = !flaws.some(({ name }) => name === 'sitemap');
  return (
    flaws
      .filter(({ name }) => !isError || name === 'error' || name === 'insecure')
      // Where there is no sitemap, nobody sees how old it is.
      .filter(({ name }) => hasSitemap || name !== 'stale')
      .flatMap(({ name }) => FLAWS[name].audits)
  );
}

function mendedIn(seed: string, host: string, name: FlawName): number {
  const draw = chance(seed, 'mended', host, name);
  let quarter = 1;
  while (!draw.happens(CARE)) quarter++;
  return quarter;
}
