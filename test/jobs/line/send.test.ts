import { sampleUser } from '../../../demo/line/sample';
import { pushRequest } from '../../../src/core/connectors/line/requests';
import { clients, letters, links, occasions, products, routes } from '../../../src/core/workbook';
import { sendApproved } from '../../../src/jobs/send';
import { STATE, VAULT } from '../../../src/jobs/state';
import { writeLetters } from '../../../src/jobs/write';
import { checkRequests } from '../../support/contract';
import { LINE_TOKEN, withLine } from '../../support/line';
import { aClient, aLetter, aLink, anOccasion, aProduct, NOW } from '../../support/rows';
import { World } from '../../support/services';
import { describeWithShared } from '../../support/shared';

const HOUR = 3600 * 1000;
const userOf = (i: number) => sampleUser(`client${i}`);

/** So many clients on LINE, each with an approved letter that recommends one product. */
function aWorld(count: number, limit?: number) {
  const world = new World().ready();
  const line = withLine(world, limit === undefined ? {} : { limit });
  const channel = 'line' as const;
  world.put(products, aProduct());
  world.put(routes, {
    route: 'abc',
    productId: 'P-rank',
    occasionId: 'quarterly-report',
    channel,
    clientId: '',
  });
  for (let i = 0; i < count; i++) {
    const lineUser = userOf(i);
    line.followers.add(lineUser);
    const clientId = `C-${i}`;
    world.put(clients, aClient({ id: clientId, email: `c${i}@bakery.example`, lineUser }));
    world.put(
      letters,
      aLetter({ id: `L-${i}`, clientId, channel, status: 'approved', approved: NOW }),
    );
    const code = `abcdefg${'abcdefgh'.charAt(i)}`;
    world.put(links, aLink({ code, clientId, letterId: `L-${i}`, channel }));
  }
  return { world, line };
}

const send = (world: World) => sendApproved(world.services(), world.now + 270_000);
const statuses = (world: World) => world.rows(letters).map(({ status }) => status);

it('pushes each letter once, with its own link, and no mail', () => {
  const { world, line } = aWorld(2);
  expect(send(world).done).toBe('2 letters sent');
  expect(line.delivered.map(({ to }) => to)).toEqual([userOf(0), userOf(1)]);
  expect(JSON.stringify(line.delivered[0]?.messages)).toContain('?l=abcdefga');
  expect(JSON.stringify(line.delivered[1]?.messages)).toContain('?l=abcdefgb');
  expect([world.sent.length, world.drafts.size]).toEqual([0, 0]);
  expect(send(world).done).toBe('');
  expect(line.delivered).toHaveLength(2);
});

it('sends mails and pushes in one run, and counts only mails against the mailbox’s day', () => {
  const { world, line } = aWorld(2);
  world.set({ mailsADay: '1' });
  for (const i of [7, 8]) {
    world.put(clients, aClient({ id: `C-${i}`, email: `c${i}@bakery.example` }));
    world.put(
      letters,
      aLetter({
        id: `L-${i}`,
        clientId: `C-${i}`,
        status: 'approved',
        products: [],
        body: 'Hello.',
      }),
    );
  }
  expect(send(world).done).toBe('3 letters sent, 1 letter left for tomorrow (1 a day)');
  expect([line.delivered.length, world.sent.length]).toEqual([2, 1]);
});

it('counts a letter on LINE as one that the client heard', () => {
  const { world, line } = aWorld(1);
  world.put(
    occasions,
    anOccasion(),
    anOccasion({ id: 'monthly', title: 'Monthly', when: 'monthly' }),
  );
  world.write(letters, 1, { period: '2026-Q4' });
  world.put(
    letters,
    aLetter({
      id: 'L-mail',
      clientId: 'C-0',
      occasionId: 'monthly',
      period: '2026-11',
      status: 'approved',
      approved: NOW,
      created: NOW + 1,
      products: [],
      body: 'Hello.',
    }),
  );
  send(world);
  expect([line.delivered.length, world.sent.length]).toEqual([1, 0]);
  expect(world.rows(letters)[1]?.problem).toMatch(/the client got a letter on Sat 21 Nov/);
});

it('writes a letter again, to go by mail, once its client has left LINE', () => {
  const { world, line } = aWorld(1);
  world.write(clients, 1, { lineUser: '' });
  send(world);
  expect(world.rows(letters)[0]).toMatchObject({
    status: 'drafting',
    problem: 'The client is not on LINE any more, so the letter is written again, to go by mail.',
  });
  expect(line.delivered).toEqual([]);
});

describe('when the month’s messages are used', () => {
  it('sends what there is room for, and says so of the rest', () => {
    const { world, line } = aWorld(3, 2);
    const { done } = send(world);
    expect(done).toBe('2 letters sent, 1 letter kept until LINE takes more');
    expect(statuses(world)).toEqual(['sent', 'sent', 'approved']);
    expect(world.rows(letters)[2]?.problem).toMatch(
      /^Waits\. LINE’s 2 messages of this month are used/,
    );
    send(world);
    expect(line.requests.filter(({ path }) => path.endsWith('/push'))).toHaveLength(2);
  });

  it('believes LINE’s refusal more than its sums, until the month ends', () => {
    const { world, line } = aWorld(1, 5);
    const full = { status: 429, body: { message: 'You have reached your monthly limit.' } };
    line.misbehave = (_, { path }) => (path.endsWith('/push') ? full : undefined);
    expect(send(world).problem).toMatch(/LINE’s 5 messages of this month are used/);
    line.misbehave = () => undefined;
    send(world);
    expect([statuses(world), line.delivered]).toEqual([['approved'], []]);
    world.now += 15 * 24 * HOUR;
    send(world);
    expect(line.delivered).toHaveLength(1);
  });
});

describe('when LINE does not say what became of a push', () => {
  it('asks again with the same key, so that it goes once', () => {
    const { world, line } = aWorld(1);
    // It arrives, and the answer is lost.
    line.misbehave = (_, request) => {
      if (!request.path.endsWith('/push')) return undefined;
      line.misbehave = () => undefined;
      line.answer(request);
      return { status: 500, body: {} };
    };
    const first = send(world);
    expect(first.problem).toMatch(/LINE did not say what became of 1 letter/);
    expect([statuses(world), first.unfinished]).toEqual([['sending'], true]);
    world.now += HOUR;
    expect(send(world).done).toBe('1 letter sent');
    expect(line.delivered).toHaveLength(1);
  });

  it('holds it once a day has passed, for then the key is forgotten', () => {
    const { world, line } = aWorld(1);
    line.misbehave = () => ({ status: 503, body: {} });
    world.write(letters, 1, { status: 'sending', draftId: 'LINE since 2026-11-21T03:00:00.000Z' });
    send(world);
    expect(statuses(world)).toEqual(['sending']);
    world.now += 24 * HOUR;
    line.misbehave = () => undefined;
    send(world);
    expect(world.rows(letters)[0]).toMatchObject({ status: 'held' });
    expect(world.rows(letters)[0]?.problem).toMatch(/Look in LINE’s chat whether it was sent/);
    expect(line.delivered).toEqual([]);
  });

  it('holds it where the client unsubscribed meanwhile', () => {
    const { world, line } = aWorld(1);
    world.write(letters, 1, { status: 'sending', draftId: 'LINE since 2026-11-21T03:00:00.000Z' });
    world.write(clients, 1, { consent: 'unsubscribed' });
    send(world);
    expect([statuses(world), line.delivered]).toEqual([['held'], []]);
  });
});

it('fails only the letter that LINE refuses, with what it says', () => {
  const { world, line } = aWorld(2);
  line.followers.delete(userOf(0));
  expect(send(world).done).toBe('1 letter sent');
  expect(world.rows(letters)[0]).toMatchObject({
    status: 'failed',
    problem: 'LINE says “Failed to send messages” (400)',
  });
});

it('keeps letters where the token is refused, and names the remedy', () => {
  const { world } = aWorld(1);
  world.vault.set(VAULT.lineToken, 'old');
  send(world);
  expect(world.rows(letters)[0]).toMatchObject({ status: 'approved' });
  expect(world.rows(letters)[0]?.problem).toMatch(/connect LINE again on the Connections page/);
});

it('ends with each letter pushed once, wherever an execution ended before', () => {
  let calls = 0;
  for (let isWhole = false; !isWhole; calls++) {
    const { world, line } = aWorld(2);
    const services = world.services();
    world.killAt = calls;
    try {
      sendApproved(services, world.now + 270_000);
    } catch {
      // A mailbox that is cut off looks like one that is silent.
    }
    isWhole = world.calls.length <= calls;
    world.killAt = Infinity;
    world.now += 600_000;
    send(world);
    expect([calls, statuses(world)]).toEqual([calls, ['sent', 'sent']]);
    expect(line.delivered.map(({ to }) => to)).toEqual([userOf(0), userOf(1)]);
  }
  expect(calls).toBeGreaterThan(20);
});

describe('a letter that is written', () => {
  const written = (occasion: 'line' | 'best' | 'email', lineUser = userOf(0)) => {
    const { world } = aWorld(0);
    world.put(occasions, anOccasion({ channel: occasion, siteReport: false }));
    world.put(products, aProduct({ id: 'P-book', network: 'Amazon Associates', name: 'Bookish' }));
    world.put(clients, aClient({ lineUser }));
    writeLetters(world.services(), NOW + 1e9);
    return { world, letter: world.rows(letters)[0] };
  };

  it('travels as its occasion says, and so do its links', () => {
    const { world, letter } = written('line');
    expect(letter).toMatchObject({ channel: 'line', status: 'drafted', products: ['P-rank'] });
    expect(world.rows(links).map(({ channel }) => channel)).toEqual(['line']);
  });

  it('is a mail for whoever is not there, or was never heard there', () => {
    expect(written('line', '').letter?.channel).toBe('email');
    expect(written('best').letter?.channel).toBe('email');
    expect(written('email').letter?.channel).toBe('email');
  });
});

describe('an invitation', () => {
  const sent = (prepare: (world: World) => void): string => {
    const { world } = aWorld(0);
    world.put(clients, aClient());
    world.put(letters, aLetter({ status: 'approved', products: [], body: 'Hello.' }));
    prepare(world);
    send(world);
    return (world.sent[0]?.raw ?? '').replace(/=\r\n/g, '');
  };

  it('stands in a mail while LINE is connected and wanted, with a code of its own', () => {
    expect(sent(() => undefined)).toMatch(
      /Prefer LINE\? Add @studio-chen there and send me this code: [a-z0-9]{8}/,
    );
    expect(sent((world) => world.set({ lineInvite: 'no' }))).not.toContain('LINE');
    expect(sent((world) => world.state.delete(STATE.line))).not.toContain('LINE');
  });

  it('is not made to a client who is there', () => {
    expect(sent((world) => world.write(clients, 1, { lineUser: userOf(0) }))).not.toContain('LINE');
  });
});

describeWithShared('by LINE’s own description', () => {
  it('every push is well formed', () => {
    const { world } = aWorld(2);
    send(world);
    const pushes = world.requests.filter(({ url }) => url.endsWith('/push'));
    expect(pushes).toHaveLength(2);
    expect(pushes[0]?.headers).toEqual(
      pushRequest(LINE_TOKEN, '', [], String(pushes[0]?.headers?.['X-Line-Retry-Key'])).headers,
    );
    for (const { errors } of checkRequests('line-messaging-api.strict.json', pushes)) {
      expect(errors).toEqual([]);
    }
  });
});
