import type { Chance } from '../../demo/random';
import { scannerAgent } from './agents';
import { between, HOUR, lognormal, MINUTE, oneOf, SECOND } from './draw';
import type { Kind, Received, Visiting } from './visiting';

/** How one company's gateway looks at links. It keeps its ways from letter to letter. */
export interface Gateway {
  style: Style;
  /** It calls itself so; one that has none takes another name at each request. */
  agent: string | undefined;
  /** It looks at one link of a letter only. */
  isSampling: boolean;
  /** It follows its people's clicks, too. */
  isAtClick: boolean;
}

/** Shares by what gateways do with a page: most only fetch it, some let its script run and press. */
const STYLES = [
  ['fetching scanner', 0.45],
  ['rendering scanner', 0.25],
  ['pressing scanner', 0.2],
  ['queueing scanner', 0.06],
  ['late scanner', 0.04],
] as const;
type Style = (typeof STYLES)[number][0];

const SCANS = 0.92;
const PRESSES = 0.9;
const LOOKS_TWICE = 0.25;
/** Mail that a server makes wait before it takes it. */
const GREYLISTED = 0.06;

export function gatewayFrom(draw: Chance): Gateway {
  const style = oneOf(draw, STYLES);
  return {
    style,
    agent: draw.happens(0.7) ? scannerAgent(draw) : undefined,
    isSampling: draw.happens(0.08),
    isAtClick: draw.happens(0.3),
  };
}

/** A gateway looks at a letter's links before, or after, its reader gets it. */
export function scanning(draw: Chance, gateway: Gateway, letter: Received): Visiting[] {
  if (!draw.happens(SCANS)) return [];
  const { style, isSampling } = gateway;
  const presses = !['fetching scanner', 'rendering scanner'].includes(style);
  const gap = draw.happens(0.6) ? [0, 1.5] : [2, 9];
  let at = letter.sent + delay(draw, style);
  return (isSampling ? letter.codes.slice(0, 1) : letter.codes).flatMap((code) => {
    const visit: Visiting = {
      kind: isSampling && presses ? 'sampling scanner' : style,
      code,
      at,
      agent: gateway.agent ?? scannerAgent(draw),
      isSeen: style !== 'fetching scanner',
      ...(presses && draw.happens(PRESSES) ? { pressedAfter: between(draw, 800, 8000) } : {}),
    };
    at += between(draw, gap[0] ?? 0, gap[1] ?? 0) * SECOND;
    if (!draw.happens(LOOKS_TWICE)) return [visit];
    const again = visit.at + between(draw, 1, 30) * SECOND;
    return [visit, { ...visit, at: again, agent: gateway.agent ?? scannerAgent(draw) }];
  });
}

function delay(draw: Chance, style: Style): number {
  const waits = draw.happens(GREYLISTED) ? between(draw, 4, 25) * MINUTE : 0;
  if (style === 'queueing scanner') return waits + between(draw, 1, 12) * MINUTE;
  if (style === 'late scanner') return between(draw, 1, 30) * HOUR;
  return waits + Math.max(SECOND, lognormal(draw, 11 * SECOND, 0.8));
}

/** A gateway follows a person's click; seldom it presses what they press. */
export function following(draw: Chance, gateway: Gateway, visits: Visiting[]): Visiting[] {
  if (!gateway.isAtClick) return [];
  return visits.map(({ code, at }) => {
    const isSeen = draw.happens(0.25);
    return {
      kind: 'scanner at the click' as const,
      code,
      at: at + between(draw, -2, 12) * SECOND,
      agent: gateway.agent ?? scannerAgent(draw),
      isSeen,
      ...(isSeen && draw.happens(0.1) ? { pressedAfter: between(draw, 800, 8000) } : {}),
    };
  });
}

const FETCHES_AHEAD = 0.02;
const ROBOT_COMES = 0.02;
const ROBOT = 'Mozilla/5.0 (compatible; LinkSafetyBot/2.0; +https://safety.example/bot.html)';

/** What comes to anybody's letters: mail programs that fetch ahead, and robots that say so. */
export function passingBy(draw: Chance, letter: Received, agent: string): Visiting[] {
  const visits: Visiting[] = [];
  const add = (kind: Kind, code: string, at: number, name: string, rest: Partial<Visiting>): void =>
    void visits.push({ kind, code, at, agent: name, isSeen: false, ...rest });
  if (draw.happens(FETCHES_AHEAD)) {
    const at = letter.sent + lognormal(draw, 30 * MINUTE, 2);
    for (const code of letter.codes) {
      add('prefetcher', code, at, agent, {});
      if (draw.happens(0.7))
        add('prefetcher', code, at + between(draw, 0.1, 3) * SECOND, agent, {});
    }
  }
  if (draw.happens(ROBOT_COMES)) {
    const at = letter.sent + lognormal(draw, HOUR, 2);
    add('declared robot', draw.pick(letter.codes), at, ROBOT, { isSeen: true, pressedAfter: 2000 });
  }
  return visits;
}
