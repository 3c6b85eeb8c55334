import { type Chance, chance } from '../../demo/random';
import { ALPHABET } from '../../src/core/identity';
import type { LinkKey } from '../../src/core/referrals/click';
import type { GateEvent } from '../../src/core/referrals/gate';
import type { Mailing } from '../../src/core/referrals/scanner';
import { CODE_LENGTH, VISIT_LENGTH } from '../../src/core/referrals/sub-id';
import { between, DAY, HOUR, oneOf, SECOND } from './draw';
import { following, type Gateway, gatewayFrom, passingBy, scanning } from './machines';
import { meeting, type Person, personFrom, reading } from './people';
import type { Received, Visiting } from './visiting';

/** How many of the companies with a domain of their own have a scanning gateway before their mail. */
export interface Climate {
  name: string;
  gateways: number;
}

export interface Traffic {
  mailing: Mailing & { links: LinkKey[] };
  /** In order of time. */
  events: GateEvent[];
  /** The truth, by click id. */
  truth: Map<string, Visiting>;
}

const START = Date.parse('2026-01-12T01:00:00Z');
const QUARTERS = 3;
const WRITTEN_TO = 0.85;
const TWO_LINKS = 0.75;
const MEETS = 0.02;
/** A beacon that never arrives. */
const LOST = 0.01;

interface Recipient {
  id: string;
  domain: string;
  person: Person;
  gateway: Gateway | undefined;
}

/** A freelancer's letters of three quarters and all who came to their links; it follows from the seed. */
export function trafficOf(seed: string, climate: Climate): Traffic {
  const draw = chance('taps', seed, climate.name);
  const recipients = recipientsFrom(draw, climate);
  const traffic: Traffic = {
    mailing: {
      links: [],
      letters: [],
      clients: recipients.map(({ id, domain }) => ({ id, email: `owner-${id}@${domain}` })),
    },
    events: [],
    truth: new Map(),
  };
  const visits: Visiting[] = [];
  for (let quarter = 0; quarter < QUARTERS; quarter++) {
    const going = draw.shuffled(recipients).filter(() => draw.happens(WRITTEN_TO));
    const letters = going.map((recipient, i) => ({
      ...recipient,
      letter: send(traffic, recipient, quarter, sentAt(quarter, i, going.length), draw),
    }));
    for (const { person, gateway, letter } of letters) {
      const read = reading(draw, person, letter);
      visits.push(...read, ...passingBy(draw, letter, person.desktop));
      if (gateway === undefined) continue;
      visits.push(...scanning(draw, gateway, letter), ...following(draw, gateway, read));
    }
    for (const domain of new Set(letters.map((one) => one.domain))) {
      const colleagues = letters.filter((one) => one.domain === domain);
      const isTeam = colleagues.length > 1 && colleagues.length <= 8;
      if (isTeam && draw.happens(MEETS)) visits.push(...meeting(draw, colleagues));
    }
  }
  visits.forEach((visit, i) => tell(traffic, visit, i, draw));
  traffic.events.sort((a, b) => a.at - b.at);
  return traffic;
}

/** Two in five use a large provider; of the others, some share their company's domain. */
function recipientsFrom(draw: Chance, { gateways }: Climate): Recipient[] {
  const size = oneOf(draw, [
    [60, 1],
    [200, 1],
    [500, 1],
  ]);
  const recipients: Recipient[] = [];
  const add = (domain: string, gateway?: Gateway): void =>
    void recipients.push({
      id: `C${recipients.length}`,
      domain,
      person: personFrom(draw),
      gateway,
    });
  for (let company = 0; recipients.length < size; company++) {
    if (draw.happens(0.45)) {
      add(draw.pick(['mail.example', 'post.example', 'letters.example']));
      continue;
    }
    const gateway = draw.happens(gateways) ? gatewayFrom(draw) : undefined;
    const people = draw.happens(0.15) ? draw.whole(2, 6) : 1;
    for (let i = 0; i < people; i++) add(`company${company}.example`, gateway);
  }
  return recipients;
}

/** Three sessions in a week; within one, waves of ten letters, a little over a second each. */
function sentAt(quarter: number, i: number, of: number): number {
  const session = Math.floor((i * 3) / of);
  const within = i - Math.ceil((session * of) / 3);
  const wave = Math.floor(within / 10);
  return (
    START +
    quarter * 91 * DAY +
    session * (2 * DAY + 3 * HOUR) +
    wave * 12 * SECOND +
    within * 1.3 * SECOND
  );
}

function send(
  { mailing }: Traffic,
  { id }: Recipient,
  quarter: number,
  sent: number,
  draw: Chance,
): Received {
  const letterId = `L-${id}-${quarter}`;
  mailing.letters.push({ id: letterId, clientId: id, sent: Math.round(sent) });
  const codes = Array.from({ length: draw.happens(TWO_LINKS) ? 2 : 1 }, (_, product) => {
    const code = spell(mailing.links.length, CODE_LENGTH);
    mailing.links.push({ code, clientId: id, productId: `P${product}`, letterId });
    return code;
  });
  return { sent, codes };
}

/** The events that a visit leaves at the gate. */
function tell({ events, truth }: Traffic, visit: Visiting, serial: number, draw: Chance): void {
  const { code, agent, isSeen, pressedAfter } = visit;
  const name = spell(serial, VISIT_LENGTH);
  const at = Math.round(visit.at);
  truth.set(`${code}-${name}`, visit);
  const note = (kind: GateEvent['kind'], after: number, data?: GateEvent['data']): void =>
    void events.push({
      id: `${name}-${kind}`,
      at: at + Math.round(after),
      kind,
      code,
      visit: name,
      agent,
      ...(data === undefined ? {} : { data }),
    });
  note('opened', 0);
  const loading = between(draw, 300, 1500);
  if (isSeen && !draw.happens(LOST)) note('seen', loading, { ms: 100 });
  if (pressedAfter !== undefined && !draw.happens(LOST)) {
    note('tapped', loading + pressedAfter, { ms: Math.round(pressedAfter) });
  }
}

/** A number in the letters of codes. */
function spell(number: number, length: number): string {
  let left = number;
  return Array.from({ length }, () => {
    const letter = ALPHABET[left % ALPHABET.length] ?? '';
    left = Math.floor(left / ALPHABET.length);
    return letter;
  }).join('');
}
