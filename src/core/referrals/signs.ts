import type { Level } from '../workbook';
import { crowded, groupedBy } from './crowd';
import { WHY } from './verdict';

/** How scanners of mail behave, as far as the sheet can know: there is no network address to go by. */

/** A visit with what is known of its letter. */
export interface Visit {
  id: string;
  /** Milliseconds since 1970. */
  at: number;
  code: string;
  letterId: string;
  clientId: string;
  level: Level | '';
  why: string;
  agent: string;
  /** When the link on the page was pressed, or null. */
  wentOn: number | null;
  /** The domain of the client's mail; blank where it is not known. */
  domain: string;
  /** Milliseconds since the letter was sent; `Infinity` where that is not known. */
  after: number;
  /** How many links the letter has. */
  links: number;
  /** How many clients of this domain were written to of late. */
  neighbours: number;
}

/** A sign of a scanner. One that is sure suffices; of the others it takes two. */
export interface Sign {
  says: string;
  isSure: boolean;
  /** Those that bear it, of visits in order of time. */
  bearers: (visits: Visit[]) => Visit[];
}

const SECOND = 1000;
const MINUTE = 60 * SECOND;

/** The clocks of gate and sheet may differ by this much. */
const SKEW = 10 * SECOND;
/** Sooner than this after sending nobody has received, read and followed a letter. */
const SOONEST = 20 * SECOND;
/** Within this after sending only a phone in the hand is quick enough. */
const AT_ONCE = MINUTE;
/** Within this after sending a pattern of scanners is sure; later it is a hint. */
const SOON = 15 * MINUTE;
/** All links of a letter within this: nobody looks at a page so briefly. */
const BURST = 20 * SECOND;
/** Nobody follows one link, comes back to the letter and follows the other within this. */
const PRESSES = 12 * SECOND;
const CROWD = 3;

const isSoon = ({ after }: Visit): boolean => after >= -SKEW && after < SOON;
const isLate = (visit: Visit): boolean => !isSoon(visit);
/** Scanners call themselves desktop browsers, with few exceptions. */
const isPhone = ({ agent }: Pick<Visit, 'agent'>): boolean =>
  /Mobile|Android|iPhone|iPad/i.test(agent);

const AT_ONCE_SAYS = 'opened within a minute of sending';

/** Signs that each visit, or visits together, bear. */
export const SIGNS: readonly Sign[] = [
  {
    says: AT_ONCE_SAYS,
    isSure: true,
    bearers: (visits) =>
      visits.filter(
        (visit) => visit.after >= -SKEW && visit.after < (isPhone(visit) ? SOONEST : AT_ONCE),
      ),
  },
  {
    says: AT_ONCE_SAYS,
    isSure: false,
    bearers: (visits) => visits.filter(({ after }) => after >= SOONEST && after < AT_ONCE),
  },
  ...soonOrLate('every link of the letter opened within 20 seconds', everyLink),
  ...soonOrLate('links of three clients of one company opened within a minute', oneCompany),
  {
    says: 'every link of the letter pressed within 12 seconds',
    isSure: true,
    bearers: everyPress,
  },
  {
    says: 'links of three clients opened by one browser within a minute, soon after sending',
    isSure: true,
    bearers: (visits) => oneBrowser(visits.filter((visit) => isSoon(visit) && !isPhone(visit))),
  },
  {
    says: 'pressed on a page that never said it was on a screen',
    isSure: false,
    bearers: (visits) => visits.filter(({ why }) => why === WHY.unseen),
  },
];

/** A pattern is sure where all of it comes soon after sending, and a hint later. */
function soonOrLate(says: string, find: Sign['bearers']): Sign[] {
  return [
    { says, isSure: true, bearers: (visits) => find(visits.filter(isSoon)) },
    { says, isSure: false, bearers: (visits) => find(visits).filter(isLate) },
  ];
}

function everyLink(visits: Visit[]): Visit[] {
  return ofEveryLink(visits, BURST);
}

function everyPress(visits: Visit[]): Visit[] {
  const presses = visits
    .flatMap((visit) => (visit.wentOn === null ? [] : [{ ...visit, at: visit.wentOn, visit }]))
    .sort((a, b) => a.at - b.at);
  return ofEveryLink(presses, PRESSES).map(({ visit }) => visit);
}

/**
 * Moments in which all links of a letter that has several come together. A scanner may change its
 * name between two links; but a phone and a desktop are two visitors.
 */
function ofEveryLink<M extends Pick<Visit, 'at' | 'code' | 'letterId' | 'links' | 'agent'>>(
  moments: M[],
  span: number,
): M[] {
  const visitors = groupedBy(
    moments,
    (moment) => `${moment.letterId} ${isPhone(moment) ? 'phone' : 'desktop'}`,
  );
  return [...visitors.values()].flatMap((group) => {
    const links = group[0]?.links ?? 0;
    return links < 2 ? [] : crowded(group, span, ({ code }) => code, links);
  });
}

/** Half of those written to at least, else any large provider of mail would be such a company. */
function oneCompany(visits: Visit[]): Visit[] {
  const companies = groupedBy(visits, ({ domain }) => domain);
  return [...companies.values()].flatMap((group) => {
    const enough = Math.max(CROWD, (group[0]?.neighbours ?? 0) / 2);
    return crowded(group, MINUTE, ({ clientId }) => clientId, enough);
  });
}

function oneBrowser(visits: Visit[]): Visit[] {
  const browsers = groupedBy(visits, ({ agent }) => agent);
  return [...browsers.values()].flatMap((group) =>
    crowded(group, MINUTE, ({ clientId }) => clientId, CROWD),
  );
}

const KNOWN_SAYS = 'the browser that scanned another letter to this company';

/** Whether a scanner's mark rests on others', so that it proves nothing more. */
export function restsOnOthers({ why }: Pick<Visit, 'why'>): boolean {
  return why.includes(KNOWN_SAYS);
}

/**
 * The sign of visits whose browser was caught at another letter to the same company. Later than soon
 * it says nothing, for a person's browser may have the same name.
 */
export function knownBy(caught: Pick<Visit, 'letterId' | 'domain' | 'agent'>[]): Sign {
  const letters = new Map<string, Set<string>>();
  for (const [name, group] of groupedBy(caught, nameOfBrowser)) {
    letters.set(name, new Set(group.map(({ letterId }) => letterId)));
  }
  const isKnown = (visit: Visit): boolean => {
    const scanned = letters.get(nameOfBrowser(visit));
    return scanned !== undefined && scanned.size > (scanned.has(visit.letterId) ? 1 : 0);
  };
  return {
    says: KNOWN_SAYS,
    isSure: true,
    bearers: (visits) => visits.filter((visit) => isSoon(visit) && isKnown(visit)),
  };
}

/** Visits that a mail program made beside another to the same link, and that nobody saw. */
export function fetchedAhead(visits: Visit[]): Visit[] {
  const links = groupedBy(visits, ({ code }) => code);
  return [...links.values()]
    .flatMap((group) => crowded(group, MINUTE, ({ id }) => id, 2))
    .filter(({ level }) => level === 'opened');
}

/** A browser within a company; blank where either is not known. */
function nameOfBrowser({ domain, agent }: Pick<Visit, 'domain' | 'agent'>): string {
  return domain === '' || agent === '' ? '' : `${domain} ${agent}`;
}
