import type { Chance } from '../../demo/random';
import { desktop, phone, previewAgent } from './agents';
import { between, DAY, HOUR, lognormal, MINUTE, oneOf, SECOND } from './draw';
import type { Kind, Received, Visiting } from './visiting';

/** Somebody's devices. */
export interface Person {
  desktop: string;
  phone: string;
}

const READS = 0.32;
const PRESSES = 0.68;
const LOOKS_AT_BOTH = 0.25;
const COMES_AGAIN = 0.08;
const ON_PHONE = 0.5;
/** People who look at once mostly hold a phone. */
const QUICK_ON_PHONE = 0.8;
/** With two tabs one sits at a desk. */
const MANNERS = [
  ['person', 0.78],
  ['quick reader', 0.06],
  ['slow reader', 0.09],
  ['two tabs', 0.035],
  ['forwarded to', 0.035],
] as const;

export function personFrom(draw: Chance): Person {
  return { desktop: desktop(draw), phone: phone(draw) };
}

/** What somebody does with a letter's links, if anything. */
export function reading(draw: Chance, person: Person, letter: Received): Visiting[] {
  if (!draw.happens(READS)) return [];
  const manner = oneOf(draw, MANNERS);
  const first = letter.sent + patience(draw, manner);
  const codes = draw.shuffled(letter.codes);
  const [code = '', other] = codes;
  const agent = deviceOf(draw, person, manner);
  const look = (at: number, which: string): Visiting => looking(draw, manner, agent, at, which);
  if (manner === 'forwarded to') return forwarding(draw, agent, first, code);

  const visits = [look(first, code)];
  if (other !== undefined && manner === 'two tabs') {
    visits.push(behind(draw, look(first + between(draw, 0.7, 6) * SECOND, other), visits[0]));
  } else if (other !== undefined && draw.happens(LOOKS_AT_BOTH)) {
    const pause = Math.max(4 * SECOND, lognormal(draw, 45 * SECOND, 0.9));
    visits.push(look(first + (visits[0]?.pressedAfter ?? 0) + pause, other));
  }
  if (draw.happens(COMES_AGAIN)) visits.push(look(first + lognormal(draw, DAY, 1), code));
  return visits;
}

/** The tab behind waits until the one before it was read. */
function behind(draw: Chance, visit: Visiting, before: Visiting | undefined): Visiting {
  if (visit.pressedAfter === undefined) return visit;
  const wait = (before?.pressedAfter ?? 0) + lognormal(draw, 25 * SECOND, 1);
  return { ...visit, pressedAfter: wait + visit.pressedAfter };
}

/** Colleagues who look at their letters together. */
export function meeting(draw: Chance, both: { person: Person; letter: Received }[]): Visiting[] {
  const at = Math.max(...both.map(({ letter }) => letter.sent)) + lognormal(draw, 20 * HOUR, 1);
  return both.map(({ person, letter }) => {
    const code = draw.pick(letter.codes);
    return looking(draw, 'meeting', person.desktop, at + between(draw, 0, 3 * MINUTE), code);
  });
}

function patience(draw: Chance, manner: Kind): number {
  if (manner === 'quick reader') return between(draw, 22, 90) * SECOND;
  if (manner === 'slow reader') return lognormal(draw, 9 * DAY, 0.6);
  return Math.max(25 * SECOND, lognormal(draw, 3.5 * HOUR, 1.6));
}

function deviceOf(draw: Chance, person: Person, manner: Kind): string {
  if (manner === 'two tabs') return person.desktop;
  const onPhone = manner === 'quick reader' ? QUICK_ON_PHONE : ON_PHONE;
  return draw.happens(onPhone) ? person.phone : person.desktop;
}

function looking(draw: Chance, kind: Kind, agent: string, at: number, code: string): Visiting {
  const visit: Visiting = { kind, code, at, agent, isSeen: true };
  if (!draw.happens(PRESSES)) return visit;
  const pause =
    kind === 'slow reader' ? lognormal(draw, 10 * MINUTE, 1.2) : lognormal(draw, 5 * SECOND, 0.8);
  return { ...visit, pressedAfter: pause };
}

/** The recipient passes the letter on, perhaps by a chat that shows a preview; a colleague looks. */
function forwarding(draw: Chance, agent: string, first: number, code: string): Visiting[] {
  const at = first + lognormal(draw, 5 * HOUR, 1.2);
  const colleague = personFrom(draw);
  const visits = [
    looking(draw, 'person', agent, first, code),
    looking(draw, 'forwarded to', colleague[draw.pick(['desktop', 'phone'] as const)], at, code),
  ];
  if (draw.happens(0.5)) {
    const shown = at - between(draw, 5, 600) * SECOND;
    const preview = previewAgent(draw);
    visits.push({ kind: 'link preview', code, at: shown, agent: preview, isSeen: false });
  }
  return visits;
}
