import { isbot } from 'isbot';
import type { Click, Level, Link } from '../workbook';
import { LEVELS } from '../workbook';
import type { GateEvent } from './gate';
import { isCode, isVisit } from './sub-id';
import { isByHand, isScanner, verdict, WHY } from './verdict';

/** Sooner than this after the page was there, nobody has read it. */
const SOONEST_MS = 700;

/** Characters kept of what a browser calls itself; a gate sends no more. */
const LONGEST_AGENT = 300;

/** What a click takes from its link. */
export type LinkKey = Pick<Link, 'code' | 'clientId' | 'productId' | 'letterId'>;

export interface ClickChanges {
  added: Click[];
  /** Rows that a later event of the same visit takes further. */
  changed: Click[];
  /** Events that make no click, counted by reason. */
  dropped: Map<string, number>;
}

/**
 * The Clicks rows that a batch of events makes: one for each visit, at the highest level reached.
 * The same events again change nothing.
 */
export function clicksFrom(events: GateEvent[], known: Click[], links: LinkKey[]): ClickChanges {
  const linkByCode = new Map(links.map((link) => [link.code, link]));
  const before = new Map(known.map((click) => [click.id, click]));
  const now = new Map<string, Click>();
  const dropped = new Map<string, number>();

  for (const event of events) {
    if (!(LEVELS as readonly string[]).includes(event.kind)) continue;
    const { code = '', visit = '' } = event;
    const link = linkByCode.get(code);
    if (!isCode(code) || !isVisit(visit) || link === undefined) {
      const why = link === undefined ? 'unknown link' : 'no visit';
      dropped.set(why, (dropped.get(why) ?? 0) + 1);
      continue;
    }
    const id = `${code}-${visit}`;
    const click = now.get(id) ?? before.get(id) ?? firstOf(event, id, link);
    now.set(id, judged(click, event));
  }

  const changes: ClickChanges = { added: [], changed: [], dropped };
  for (const [id, click] of now) {
    const old = before.get(id);
    if (old === undefined) changes.added.push(click);
    else if (JSON.stringify(old) !== JSON.stringify(click)) changes.changed.push(click);
  }
  return changes;
}

function firstOf(event: GateEvent, id: string, link: LinkKey): Click {
  return {
    id,
    at: event.at,
    code: link.code,
    visit: event.visit ?? '',
    clientId: link.clientId,
    productId: link.productId,
    letterId: link.letterId,
    level: 'opened',
    counted: false,
    why: '',
    agent: '',
    wentOn: null,
    visits: 1,
  };
}

/** How many visits rows of the Clicks tab stand for. */
export function visitsIn(rows: Iterable<Pick<Click, 'visits'>>): number {
  let sum = 0;
  for (const { visits } of rows) sum += visits || 1;
  return sum;
}

/** The click after one more event of its visit. What a person or a scanner's behaviour decided stays. */
function judged(click: Click, event: GateEvent): Click {
  const isRushed = event.kind === 'tapped' && !(Number(event.data?.ms) >= SOONEST_MS);
  const reached: Level = isRushed ? 'seen' : (event.kind as Level);
  const level = higher(click.level || 'opened', reached);
  const at = Math.min(click.at ?? event.at, event.at);
  const wentOn = reached === 'tapped' ? Math.min(click.wentOn ?? event.at, event.at) : click.wentOn;
  const next = { ...click, at, level, wentOn, agent: agentOf(click, event) };
  if (isByHand(click) || isScanner(click)) return next;
  if (isbot(next.agent)) return { ...next, ...verdict(WHY.robot) };
  return { ...next, ...verdict(whyOf(click, reached, level, isRushed)) };
}

/** What the browser called itself first; where it called itself a robot once, that. */
function agentOf(click: Click, event: GateEvent): string {
  const said = (event.agent ?? '').slice(0, LONGEST_AGENT);
  const inTime = event.at < (click.at ?? Infinity) ? [said, click.agent] : [click.agent, said];
  return inTime.find((agent) => isbot(agent)) ?? inTime.find((agent) => agent !== '') ?? '';
}

function whyOf({ level: before, why }: Click, reached: Level, level: Level, rushed: boolean) {
  if (level === 'tapped') {
    const wasSeen = before === 'seen' || reached === 'seen' || why === WHY.tapped;
    return wasSeen ? WHY.tapped : WHY.unseen;
  }
  if (rushed) return WHY.rushed;
  if (level === before && why !== '') return why;
  return WHY[level];
}

function higher(a: Level, b: Level): Level {
  return LEVELS.indexOf(a) >= LEVELS.indexOf(b) ? a : b;
}
