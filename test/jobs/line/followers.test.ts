import { sampleUser, SAMPLE_BOT, textEvent } from '../../../demo/line/sample';
import { lineCode } from '../../../src/core/letters/line-code';
import { clients, letters, lineLinks, unsubscribed } from '../../../src/core/workbook';
import { collect } from '../../../src/jobs/collect';
import { noteFollowers } from '../../../src/jobs/line/followers';
import { pushRoutes } from '../../../src/jobs/routes';
import { STATE, VAULT } from '../../../src/jobs/state';
import { lineEvent, LINE_KEY, withLine } from '../../support/line';
import { aClient, aLetter, NOW, TODAY } from '../../support/rows';
import { Killed, World } from '../../support/services';

const LIN = sampleUser('lin');
const CODE = lineCode('L-one', 'link-key');

function aWorld() {
  const world = new World().ready();
  world.put(clients, aClient());
  world.put(letters, aLetter({ status: 'sent', sent: NOW - 1000 }));
  const line = withLine(world);
  line.followers.add(LIN);
  return { world, line };
}

const note = (world: World, ...bodies: string[]) =>
  noteFollowers(
    world.services(),
    bodies.map((body, i) => lineEvent(`e${i}`, body, world.now)),
  );
const lin = (world: World) => world.rows(clients)[0];

it('connects a client who sends the code of their letter, after asking LINE who it is', () => {
  const { world, line } = aWorld();
  expect(note(world, line.webhookBody(textEvent(LIN, CODE))).done).toEqual([
    '1 client connected on LINE',
  ]);
  expect(lin(world)?.lineUser).toBe(LIN);
  expect(world.rows(lineLinks)).toMatchObject([{ clientId: 'C-lin', user: LIN, heard: NOW }]);
  expect(line.requests.map(({ path }) => path)).toEqual([`/v2/bot/profile/${LIN}`]);
});

it('believes nothing of somebody whom LINE does not know as a follower', () => {
  const { world, line } = aWorld();
  line.followers.clear();
  expect(note(world, line.webhookBody(textEvent(LIN, CODE))).done).toEqual([]);
  expect(lin(world)?.lineUser).toBe('');
});

it('believes that somebody left only where LINE does not know them any more', () => {
  const { world, line } = aWorld();
  world.write(clients, 1, { lineUser: LIN });
  note(world, line.webhookBody({ type: 'unfollow', user: LIN }));
  expect(lin(world)?.lineUser).toBe(LIN);
  line.followers.clear();
  note(world, line.webhookBody({ type: 'unfollow', user: LIN }));
  expect(lin(world)?.lineUser).toBe('');
});

it('unsubscribes for every channel, and stops what waits', () => {
  const { world, line } = aWorld();
  world.write(clients, 1, { lineUser: LIN });
  world.put(letters, aLetter({ id: 'L-next', status: 'approved' }));
  expect(note(world, line.webhookBody(textEvent(LIN, '退訂'))).done).toEqual([
    '1 answer noted, 1 client unsubscribed on LINE',
  ]);
  expect(lin(world)).toMatchObject({
    consent: 'unsubscribed',
    consentBasis: 'unsubscribed by a message on LINE',
  });
  // That a letter has a note is no trouble of the connection.
  expect(world.state.get(STATE.lineRun)).toContain('"problem":""');
  expect(world.rows(unsubscribed)).toHaveLength(1);
  expect(world.rows(letters).map(({ status, outcome }) => [status, outcome])).toEqual([
    ['sent', 'unsubscribed'],
    ['skipped', ''],
  ]);
});

it('hears a client who asks for no more letters and leaves at once', () => {
  const { world, line } = aWorld();
  world.write(clients, 1, { lineUser: LIN });
  line.followers.clear();
  note(
    world,
    line.webhookBody(textEvent(LIN, 'stop')),
    line.webhookBody({ type: 'unfollow', user: LIN }),
  );
  expect(lin(world)).toMatchObject({ consent: 'unsubscribed', lineUser: '' });
  expect(world.rows(unsubscribed)).toHaveLength(1);
});

it('dates nothing after the gate heard of it, whatever the body says', () => {
  const { world, line } = aWorld();
  world.write(clients, 1, { lineUser: LIN });
  const body = line
    .webhookBody(textEvent(LIN, 'stop'))
    .replace(/"timestamp":\d+/, '"timestamp":8640000000000000');
  note(world, body);
  expect(lin(world)).toMatchObject({ consent: 'unsubscribed', consentDate: TODAY });
});

it('lets nobody take over a client who is connected, and tells of the attempt', () => {
  const { world, line } = aWorld();
  const eve = sampleUser('eve');
  world.write(clients, 1, { lineUser: LIN });
  line.followers.add(eve);
  const { done, problems } = note(world, line.webhookBody(textEvent(eve, CODE)));
  expect(done).toEqual([]);
  expect(problems).toEqual([expect.stringContaining('C-lin came from another LINE account')]);
  expect(lin(world)?.lineUser).toBe(LIN);
  expect(world.rows(lineLinks)).toEqual([]);
});

it('takes an answer for one, and keeps none of its words', () => {
  const { world, line } = aWorld();
  world.write(clients, 1, { lineUser: LIN });
  note(world, line.webhookBody(textEvent(LIN, 'The bakery moves to Green Street')));
  expect(world.rows(letters)[0]).toMatchObject({ outcome: 'replied', answered: NOW });
  expect(world.snapshot() + JSON.stringify([...world.state])).not.toContain('Green Street');
});

it.each<[string, (body: string) => ReturnType<typeof lineEvent>]>([
  [
    'another key',
    (body) => ({ ...lineEvent('e', body, NOW), data: { key: 'x', fields: {}, body } }),
  ],
  ['another account', (body) => lineEvent('e', body.replace(SAMPLE_BOT, sampleUser('x')), NOW)],
])('passes over what comes with %s', (_, eventOf) => {
  const { world, line } = aWorld();
  noteFollowers(world.services(), [eventOf(line.webhookBody(textEvent(LIN, CODE)))]);
  expect(lin(world)?.lineUser).toBe('');
  expect(line.requests).toEqual([]);
});

it('does an event once, though LINE delivers it again', () => {
  const { world, line } = aWorld();
  world.write(clients, 1, { lineUser: LIN });
  const body = line.webhookBody(textEvent(LIN, 'stop'));
  note(world, body, body);
  world.write(clients, 1, { consent: 'yes' });
  note(world, body);
  expect(lin(world)?.consent).toBe('yes');
});

describe('while LINE does not answer', () => {
  it('leaves the events at the gate, and lets nothing be sent', () => {
    const { world, line } = aWorld();
    pushRoutes(world.services());
    world.gate.post(line.webhookBody(textEvent(LIN, CODE)), { line: LINE_KEY });
    line.misbehave = () => ({ status: 503, body: {} });
    expect(() => collect(world.services())).toThrow(/LINE could not be asked who wrote there/);
    line.misbehave = () => undefined;
    expect(collect(world.services()).done).toBe('1 client connected on LINE');
    expect(collect(world.services()).done).toBe('');
  });

  it('goes on without them where the token is refused, and says so', () => {
    const { world, line } = aWorld();
    world.vault.set(VAULT.lineToken, 'old');
    const { problems } = note(world, line.webhookBody(textEvent(LIN, CODE)));
    expect(problems.join()).toMatch(/1 message on LINE could not be confirmed.*connect LINE again/);
    expect(world.state.get(STATE.lineRun)).toContain('could not be confirmed');
  });

  it('hears a client who asks for no more letters although the token is refused', () => {
    const { world, line } = aWorld();
    world.write(clients, 1, { lineUser: LIN });
    world.vault.set(VAULT.lineToken, 'old');
    const { problems } = note(world, line.webhookBody(textEvent(LIN, 'unsubscribe')));
    expect(lin(world)?.consent).toBe('unsubscribed');
    expect(problems.join()).not.toContain('could not be confirmed');
  });
});

it('ends the same wherever an execution ended before', () => {
  const disturbed = (killAt: number) => {
    const { world, line } = aWorld();
    world.put(
      clients,
      aClient({ id: 'C-two', email: 'two@tea.example', lineUser: sampleUser('two') }),
    );
    line.followers.add(sampleUser('two'));
    pushRoutes(world.services());
    world.gate.post(line.webhookBody(textEvent(LIN, CODE)), { line: LINE_KEY });
    world.gate.post(line.webhookBody(textEvent(sampleUser('two'), 'stop')), { line: LINE_KEY });
    let isWhole = true;
    try {
      const services = world.services();
      world.killAt = killAt;
      collect(services);
    } catch (error) {
      if (!(error instanceof Killed)) throw error;
      isWhole = false;
    }
    world.killAt = Infinity;
    collect(world.services());
    return { end: world.snapshot(), isWhole };
  };
  const expected = disturbed(Infinity).end;
  let calls = 0;
  for (; !disturbed(calls).isWhole; calls++) expect(disturbed(calls).end).toBe(expected);
  expect(calls).toBeGreaterThan(10);
});
