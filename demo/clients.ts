import Papa from 'papaparse';
import { addDays, type Day } from '../src/core/calendar';
import type { Stage } from '../src/core/clients/stage';
import type { Column } from '../src/core/schema/column';
import { type Client, clients as clientsTable } from '../src/core/workbook';
import type { Language } from '../src/core/words/language';
import { fill } from '../src/core/words/words';
import { BRANDS, NAMES } from './clients/names';
import { CONSENT_BASES, NOTES, TRADES } from './clients/trades';
import { type Chance, chance } from './random';
import { INDUSTRIES, type Industry, NEEDS, PAST_WORK } from './vocabulary';

/** How a client's site behaves: like any other, not at all, or oddly. */
export type SiteKind = 'own' | 'none' | 'silent' | 'challenge' | 'script';

/** The columns that a freelancer's own list has. */
const LISTED = [
  'name',
  'email',
  'company',
  'website',
  'industry',
  'pastWork',
  'needs',
  'stage',
  'language',
  'consent',
  'consentBasis',
  'consentDate',
  'since',
  'notes',
] as const satisfies (keyof Client)[];

/** A made-up client: the cells of their row, and what stands behind their website. */
export interface DemoClient extends Pick<Client, (typeof LISTED)[number]> {
  language: Language;
  industry: Industry;
  site: SiteKind;
  /** The site's host without www; blank where there is no site. */
  host: string;
}

/** The days that clients came and agreed, so that the demo may begin on any day from June 2026. */
const FIRST_DAY = '2021-01-04';
const LAST_DAYS = { since: '2026-03-31', consent: '2026-05-31' };

/** Fifty made-up clients; the same seed makes the same. */
export function demoClients(seed: string): DemoClient[] {
  const draw = chance(seed, 'clients');
  const languages = draw.shuffled<Language>([
    ...repeat<Language>('en', 20),
    ...repeat<Language>('zh-TW', 14),
    ...repeat<Language>('de', 8),
    ...repeat<Language>('ja', 8),
  ]);
  const roles = draw.shuffled(ROLES);
  const people = shuffledPeople(draw);
  const count: Record<Language, number> = { en: 0, 'zh-TW': 0, de: 0, ja: 0 };
  return languages.map((language, i) => {
    const nth = count[language]++;
    return client(seed, i, language, people(language, nth), roles[i] ?? YES);
  });
}

/** What a client is an example of. */
interface Role {
  site: SiteKind;
  consent: Client['consent'];
  stage?: Stage;
}

const YES: Role = { site: 'own', consent: 'yes' };

/** Every case that a list in real life holds; all others are clients who agreed and have a site. */
const ROLES: readonly Role[] = [
  ...repeat<Role>({ ...YES, site: 'none' }, 3),
  { ...YES, site: 'silent' },
  { ...YES, site: 'challenge' },
  { ...YES, site: 'script' },
  ...repeat<Role>({ site: 'own', consent: 'service only' }, 4),
  ...repeat<Role>({ site: 'own', consent: '' }, 4),
  { site: 'own', consent: 'unsubscribed' },
  ...repeat<Role>({ ...YES, stage: 'Closed' }, 2),
  ...repeat<Role>(YES, 33),
];

const STAGES: readonly Stage[] = [
  ...repeat<Stage>('Delivered', 5),
  ...repeat<Stage>('Nurture', 4),
  ...repeat<Stage>('Repeat', 3),
  ...repeat<Stage>('Active', 2),
  ...repeat<Stage>('Referred', 2),
  ...repeat<Stage>('Dormant', 2),
];

interface Person {
  name: string;
  mailbox: string;
  brand: { said: string; latin: string };
  industry: Industry;
}

/** Deals out names, brands and industries in each language, so that no name or brand comes twice in it. */
function shuffledPeople(draw: Chance): (language: Language, nth: number) => Person {
  const deal = (language: Language) => ({
    given: draw.shuffled(NAMES[language].given),
    family: draw.shuffled(NAMES[language].family),
    brands: draw.shuffled(BRANDS[language]),
    industries: draw.shuffled(INDUSTRIES),
  });
  const decks = { en: deal('en'), 'zh-TW': deal('zh-TW'), de: deal('de'), ja: deal('ja') };
  return (language, nth) => {
    const deck = decks[language];
    const given = nthOf(deck.given, nth);
    const family = nthOf(deck.family, nth);
    return {
      name: NAMES[language].full(given.said, family.said),
      mailbox: `${given.latin}.${family.latin}`,
      brand: nthOf(deck.brands, nth),
      industry: nthOf(deck.industries, nth % deck.industries.length),
    };
  };
}

function client(
  seed: string,
  index: number,
  language: Language,
  { name, mailbox, brand, industry }: Person,
  { site, consent, stage }: Role,
): DemoClient {
  const draw = chance(seed, 'client', index);
  const { slug, company } = TRADES[industry];
  const host = `${brand.latin}-${slug}.example`;
  const hasSite = site !== 'none';
  const since = dayBetween(draw, FIRST_DAY, LAST_DAYS.since);
  const consentDate = consent === '' ? '' : dayBetween(draw, since, LAST_DAYS.consent);
  const basis = draw.pick(CONSENT_BASES[language]);
  return {
    name,
    email: hasSite ? `${mailbox}@${host}` : `${mailbox}@postbox.example`,
    company: company[language].replace('*', brand.said),
    website: hasSite ? draw.pick([`https://${host}/`, host, `www.${host}`]) : '',
    industry,
    pastWork: some(draw, PAST_WORK),
    needs: some(draw, NEEDS),
    stage: stage ?? draw.pick(STAGES),
    language,
    consent,
    consentBasis: consent === '' ? '' : fill(basis, { year: consentDate.slice(0, 4) }),
    consentDate,
    since,
    notes: draw.happens(0.4) ? draw.pick(NOTES) : '',
    site,
    host: hasSite ? host : '',
  };
}

/** Rows that real lists have and that cannot be taken, each with why; to stand among the others. */
export function mistakenClients(clients: DemoClient[]): { client: DemoClient; why: RegExp }[] {
  const [first, , third, , fifth] = clients.filter(({ consent }) => consent === 'yes');
  if (first === undefined || third === undefined || fifth === undefined) return [];
  return [
    { client: { ...first, notes: 'Entered again by mistake.' }, why: /stands in row \d+ already/ },
    {
      client: { ...third, email: third.email.replace('@', ' at ') },
      why: /is not a mail address/,
    },
    {
      client: { ...fifth, email: `office@${fifth.host || 'postbox.example'}`, consentBasis: '' },
      why: /not how or when/,
    },
  ];
}

/** The clients as a list that the sidebar takes, under the Clients tab's own headers. */
export function clientsCsv(clients: DemoClient[]): string {
  return Papa.unparse({
    fields: LISTED.map((name) => clientsTable.columns[name].header),
    data: clients.map((row) =>
      LISTED.map((name) => {
        const column = clientsTable.columns[name] as Column<unknown>;
        return column.encode(row[name]);
      }),
    ),
  });
}

/** One to three of a list. */
function some(draw: Chance, from: readonly string[]): string[] {
  return draw.shuffled(from).slice(0, draw.pick([1, 2, 2, 3]));
}

function dayBetween(draw: Chance, first: Day, last: Day): Day {
  const days = Math.round((Date.parse(last) - Date.parse(first)) / 86_400_000);
  return addDays(first, draw.whole(0, days));
}

function nthOf<T>(list: readonly T[], nth: number): T {
  const found = list[nth];
  if (found === undefined) throw new Error(`only ${list.length} are there to be dealt`);
  return found;
}

function repeat<T>(value: T, times: number): T[] {
  return Array.from({ length: times }, () => value);
}
