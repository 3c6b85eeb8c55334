import { isbot } from 'isbot';
import { listen, bodyOf, type Loopback } from '../../demo/loopback';
import type { TabRow } from '../../demo/tabs';
import { demoVisits, visit } from '../../demo/visitors';
import { clicksFrom } from '../../src/core/referrals/click';
import type { EventsAnswer } from '../../src/core/referrals/gate';
import { en } from '../../src/core/words/en';
import type { GateReply } from '../../src/gate/services';
import { TestGate } from '../support/gate';
import { aLink } from '../support/rows';

const CODE = 'abcdefgh';
const KEY = 'a-key-of-the-owner';
const PERSON = 'Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0';

let gate: TestGate;
let server: Loopback;
/** Whether the page stands in a frame, as Google and the laptop host have it. */
let isFramed: boolean;

beforeEach(async () => {
  gate = new TestGate();
  isFramed = true;
  let page = '';
  server = await listen(async (request, response) => {
    gate.agent = request.headers['user-agent'] ?? '';
    const { pathname, searchParams } = new URL(request.url ?? '/', server.address);
    const show = (html: string): void => void response.end(html);
    if (pathname === '/frame') {
      show(page);
      return;
    }
    page = htmlOf(
      request.method === 'POST'
        ? gate.post(await bodyOf(request))
        : gate.get(Object.fromEntries(searchParams)),
    );
    show(
      isFramed
        ? `<html><iframe id="sandboxFrame" title="x" src="/frame?a=1&amp;b=2"></iframe></html>`
        : page,
    );
  });
  gate.ask({ op: 'pair', key: KEY });
  gate.ask({
    op: 'routes',
    key: KEY,
    version: '1',
    routes: [
      {
        route: 'abc',
        product: 'Rankly',
        to: 'https://rankly.example/?a=1&subId1={subid}',
        state: 'live',
      },
    ],
    page: {
      sender: 'Jo',
      contact: 'jo@studio.example',
      disclosure: '',
      address: `${server.address}/exec`,
      texts: { en: en.page },
    },
  });
});
afterEach(() => server.stop());

function htmlOf(reply: GateReply): string {
  return 'html' in reply ? reply.html : '';
}

/** The Clicks rows that what the gate noted makes. */
function clicks() {
  const { events } = gate.ask({ op: 'events', key: KEY, limit: 50 }) as unknown as EventsAnswer;
  return clicksFrom(events, [], [aLink({ code: CODE })]).added;
}

test.each([true, false])('a person who taps is counted, in a frame or not (%s)', async (framed) => {
  isFramed = framed;
  const { visit: name, destination } = await visit(`${server.address}/exec`, CODE, {
    agent: PERSON,
    reads: true,
    taps: true,
  });
  expect(destination).toBe(`https://rankly.example/?a=1&subId1=${CODE}${name}`);
  expect(clicks()).toMatchObject([
    { code: CODE, visit: name, level: 'tapped', counted: true, agent: PERSON },
  ]);
});

test('who reads is seen, who only opens is not', async () => {
  await visit(`${server.address}/exec`, CODE, { agent: PERSON, reads: true });
  await visit(`${server.address}/exec`, CODE, { agent: PERSON });
  expect(clicks().map(({ level, counted }) => [level, counted])).toEqual([
    ['seen', false],
    ['opened', false],
  ]);
});

test('a tap that comes too soon is not counted', async () => {
  await visit(`${server.address}/exec`, CODE, { agent: PERSON, taps: true, ms: 300 });
  expect(clicks()).toMatchObject([{ counted: false }]);
});

test('a link that the gate does not know is an error', async () => {
  await expect(visit(`${server.address}/exec`, 'zzzzzzzz', { agent: PERSON })).rejects.toThrow(
    'no page for zzzzzzzz',
  );
});

describe('of many links', () => {
  const links = Array.from({ length: 400 }, (_, i): TabRow => ({
    Code: `code-${i}`,
    'Client ID': 'C',
    Created: { date: '2026-11-21T04:00:00.000Z' },
  }));
  const visits = demoVisits(links, 'perennial');
  const people = visits.filter(({ agent }) => !isbot(agent));

  test('about half stay closed, and some are opened, read and followed', () => {
    const shares = [
      1 - people.length / 400,
      people.filter(({ reads }) => reads === false).length / 400,
      people.filter(({ reads, taps }) => reads === true && taps === false).length / 400,
      people.filter(({ taps }) => taps).length / 400,
    ];
    expect(shares[0]).toBeCloseTo(0.55, 1);
    for (const share of shares) expect(share).toBeGreaterThan(0.07);
    expect(people.every(({ ms = 0 }) => ms >= 700)).toBe(true);
  });

  test('one is opened by a crawler that says so', () => {
    expect(visits.filter(({ agent }) => isbot(agent))).toHaveLength(1);
  });

  test('what happens to a link does not depend on the others', () => {
    const few = demoVisits(links.slice(0, 50), 'perennial').filter(({ agent }) => !isbot(agent));
    expect(few).toEqual(people.slice(0, few.length));
    expect(demoVisits(links, 'other')).not.toEqual(visits);
    expect(demoVisits([], 'perennial')).toEqual([]);
  });
});
