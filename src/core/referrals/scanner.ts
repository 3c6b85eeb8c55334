import type { Instant } from '../calendar';
import type { Click, Client, Letter, Link } from '../workbook';
import type { ClickChanges } from './click';
import { groupedBy } from './crowd';
import { fetchedAhead, knownBy, restsOnOthers, type Sign, SIGNS, type Visit } from './signs';
import { isByHand, isScanner, scannerWhy, verdict, WHY } from './verdict';

/** What the sheet knows beside the visits themselves. */
export interface Mailing {
  links: Pick<Link, 'code' | 'letterId'>[];
  letters: Pick<Letter, 'id' | 'clientId' | 'sent'>[];
  clients: Pick<Client, 'id' | 'email'>[];
}

/** Visits older than this, in milliseconds, were judged when they came. */
const RECENT = 30 * 24 * 3600 * 1000;

/** The changes, and what is in the sheet already, with scanners marked by how they behaved. */
export function withScanners(
  changes: ClickChanges,
  known: Click[],
  mailing: Mailing,
  now: Instant,
): ClickChanges {
  const touched = new Map([...changes.added, ...changes.changed].map((click) => [click.id, click]));
  const isNew = new Set(changes.added.map(({ id }) => id));
  const all = [...known.map((click) => touched.get(click.id) ?? click), ...changes.added];
  for (const click of judgeTogether(all, mailing, now)) touched.set(click.id, click);
  const rows = [...touched.values()];
  return {
    ...changes,
    added: rows.filter(({ id }) => isNew.has(id)),
    changed: rows.filter(({ id }) => !isNew.has(id)),
  };
}

/**
 * Of the recent visits, as they should stand, those that all together show to be no person's and
 * that are not marked so yet: a scanner of mail by its signs, or a page fetched ahead. What a person
 * judged stays and proves nothing, and a robot that says so needs no proof. A scanner's mark is never
 * taken back: more visits only bring more signs. Takes time in proportion to the visits, but for
 * sorting them.
 */
export function judgeTogether(clicks: Click[], mailing: Mailing, now: Instant): Click[] {
  const trusted = clicks.filter((click) => !isByHand(click));
  const recent = trusted.filter(({ at }) => at !== null && at > now - RECENT);
  if (recent.length === 0) return [];
  const described = describer(mailing, now);
  const visits = recent.map(described).sort((a, b) => a.at - b.at);
  const reasons = new Reasons();
  reasons.add(SIGNS, visits);
  const caught = visits.filter((visit) => reasons.areEnough(visit));
  const known = trusted.filter((click) => isScanner(click) && !restsOnOthers(click));
  reasons.add(
    [knownBy([...caught, ...known.map(described)])],
    visits.filter((visit) => !reasons.areEnough(visit)),
  );

  const byId = new Map(visits.map((visit) => [visit.id, visit]));
  const ahead = new Set(fetchedAhead(visits).map(({ id }) => id));
  return recent.flatMap((click): Click[] => {
    const visit = byId.get(click.id);
    if (visit === undefined || isScanner(click) || click.why === WHY.robot) return [];
    if (reasons.areEnough(visit)) {
      return [{ ...click, counted: false, why: scannerWhy(reasons.of(visit)) }];
    }
    const isAhead = ahead.has(click.id) && click.why === WHY.opened;
    return isAhead ? [{ ...click, ...verdict(WHY.fetchedAhead) }] : [];
  });
}

/** The signs that visits bear. */
class Reasons {
  private readonly sure = new Map<Visit, Set<string>>();
  private readonly hints = new Map<Visit, Set<string>>();

  add(signs: readonly Sign[], visits: Visit[]): void {
    for (const { says, isSure, bearers } of signs) {
      const said = isSure ? this.sure : this.hints;
      for (const visit of bearers(visits)) {
        said.set(visit, (said.get(visit) ?? new Set()).add(says));
      }
    }
  }

  areEnough(visit: Visit): boolean {
    return this.sure.has(visit) || (this.hints.get(visit)?.size ?? 0) >= 2;
  }

  of(visit: Visit): string[] {
    return [...new Set([...(this.sure.get(visit) ?? []), ...(this.hints.get(visit) ?? [])])];
  }
}

/** Adds to a click what the sheet knows of its letter. */
function describer({ links, letters, clients }: Mailing, now: Instant): (click: Click) => Visit {
  const domains = new Map(clients.map(({ id, email }) => [id, domainOf(email)]));
  const sent = new Map(letters.map((letter) => [letter.id, letter.sent]));
  const perLetter = groupedBy(links, ({ letterId }) => letterId);
  const written = letters.filter((letter) => (letter.sent ?? 0) > now - RECENT);
  const neighbours = groupedBy(
    [...new Set(written.map(({ clientId }) => clientId))],
    (clientId) => domains.get(clientId) ?? '',
  );
  return (click) => {
    const at = click.at ?? 0;
    const left = sent.get(click.letterId) ?? null;
    const domain = domains.get(click.clientId) ?? '';
    const { id, code, letterId, clientId, level, why, agent, wentOn } = click;
    return {
      id,
      at,
      code,
      letterId,
      clientId,
      level,
      why,
      agent,
      wentOn,
      domain,
      after: left === null ? Infinity : at - left,
      links: perLetter.get(click.letterId)?.length ?? 0,
      neighbours: neighbours.get(domain)?.length ?? 0,
    };
  };
}

function domainOf(email: string): string {
  return email
    .slice(email.lastIndexOf('@') + 1)
    .trim()
    .toLowerCase();
}
