import { isbot } from 'isbot';
import type { Click, Level, Link } from '../workbook';
import { LEVELS } from '../workbook';
import type { GateEvent } from './gate';
import { isCode, isVisit } from './sub-id';

/** Sooner than this after the page was there, nobody has read it. */
const SOONEST_MS = 700;

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
export function clicksFrom(events: GateEvent[], known: Click[], links: Link[]): ClickChanges {
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

function firstOf(event: GateEvent, id: string, link: Link): Click {
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
  };
}

/** The click after one more event of its visit. */
function judged(click: Click, event: GateEvent): Click {
  const agent = click.agent || (event.agent ?? '').slice(0, 200);
  const ms = Number(event.data?.ms);
  const isRushed = event.kind === 'tapped' && !(ms >= SOONEST_MS);
  const reached: Level = isRushed ? 'seen' : (event.kind as Level);
  const level = higher(click.level || 'opened', reached);
  const at = Math.min(click.at ?? event.at, event.at);
  const base = { ...click, at, agent, level };
  if (isbot(agent)) return { ...base, counted: false, why: 'the browser calls itself a robot' };
  if (level === 'tapped') return { ...base, counted: true, why: 'a person went on' };
  if (isRushed) return { ...base, counted: false, why: 'went on too quickly for a person' };
  const stays = level === click.level && click.why !== '';
  const why = level === 'seen' ? 'read, but did not go on' : 'only asked for';
  return { ...base, counted: false, why: stays ? click.why : why };
}

function higher(a: Level, b: Level): Level {
  return LEVELS.indexOf(a) >= LEVELS.indexOf(b) ? a : b;
}
