import { DAY_MS } from '../../src/core/calendar';
import { clients, letters, outbox, webhooks } from '../../src/core/workbook';
import { panel } from '../../src/panel';
import type { PanelAnswers, PanelCall } from '../../src/panel/protocol';
import { Webhook } from 'standardwebhooks';
import { aClient, aLetter, NOW } from '../support/rows';
import { Killed, World } from '../support/services';
import { TestReceiver } from '../support/webhooks';

const ask = <R extends PanelCall>(world: World, request: R): PanelAnswers[R['do']] =>
  panel(world.services(), request) as PanelAnswers[R['do']];
const cardOf = (world: World) =>
  ask(world, { do: 'connections' }).connections.find(({ id }) => id === 'webhooks');

const ADDRESS = 'https://hooks.example/abc';

/** A workbook with a receiver that answers 200, its secret, and what it is posted. */
function withReceiver() {
  const world = new World().ready();
  world.answer = () => ({ ok: true, status: 200, headers: {}, body: '' });
  const { secret, webhooks: lines } = ask(world, {
    do: 'addWebhook',
    address: ADDRESS,
    events: ['letter.sent'],
  });
  return { world, secret, id: lines[0]?.id ?? '' };
}

it('shows a new secret once, and keeps it out of the sheet', () => {
  const { world, secret } = withReceiver();
  expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
  const list = ask(world, { do: 'webhooks' });
  expect(list).toMatchObject({
    secret: '',
    webhooks: [{ address: ADDRESS, events: 'letter.sent' }],
  });
  expect(world.snapshot()).not.toContain(secret.slice(6));
  expect(JSON.stringify([list, cardOf(world)])).not.toContain(secret.slice(6));
});

it('is shown on a card: what it did, what waits, and what is wrong', () => {
  const { world } = withReceiver();
  expect(cardOf(world)).toMatchObject({ state: 'on', what: '1 receiver, 0 events waiting' });
  world.put(clients, aClient());
  world.put(letters, aLetter({ status: 'sent', sent: NOW + 1 }));
  world.answer = () => ({ ok: true, status: 503, headers: {}, body: '' });
  expect(ask(world, { do: 'runConnection', id: 'webhooks' }).done).toContain('to be tried again');
  expect(cardOf(world)).toMatchObject({ state: 'trouble', what: '1 receiver, 1 event waiting' });
  expect(cardOf(world)?.problem).toContain('the last answer was 503');
  world.answer = () => ({ ok: true, status: 200, headers: {}, body: '' });
  ask(world, { do: 'runConnection', id: 'webhooks' });
  expect(cardOf(world)).toMatchObject({ state: 'on', did: '1 event delivered', nextRun: null });
});

it('posts a signed test event, and says what came of it', () => {
  const { world, secret, id } = withReceiver();
  expect(ask(world, { do: 'testWebhook', webhook: id }).said).toContain(
    'took the test event (200)',
  );
  const [post] = world.requests.filter(({ url }) => url === ADDRESS);
  const clock = jest.spyOn(Date, 'now').mockReturnValue(world.now);
  expect(new Webhook(secret).verify(post?.body ?? '', post?.headers ?? {})).toMatchObject({
    type: 'ping',
    version: 1,
  });
  clock.mockRestore();
  world.answer = () => ({ ok: true, status: 302, headers: {}, body: '' });
  expect(() => ask(world, { do: 'testWebhook', webhook: id })).toThrow('leads elsewhere');
});

it('signs with the former secret, too, for a day after a new one was made', () => {
  const { world, id } = withReceiver();
  const signatures = () => {
    ask(world, { do: 'testWebhook', webhook: id });
    return world.requests.at(-1)?.headers?.['webhook-signature']?.split(' ').length;
  };
  ask(world, { do: 'rotateWebhook', webhook: id });
  expect(signatures()).toBe(2);
  world.now += DAY_MS;
  expect(signatures()).toBe(1);
});

it('takes no address twice, and none that is not public', () => {
  const { world } = withReceiver();
  const add = (address: string) => ask(world, { do: 'addWebhook', address, events: [] });
  expect(() => add(ADDRESS)).toThrow('is told already');
  expect(() => add('https://10.0.0.1/')).toThrow('is not on the public internet');
});

it('forgets the secret and what waits when it is removed, and can be added again', () => {
  const world = new World().ready();
  const receiver = new TestReceiver(world);
  receiver.answer = { ok: false, error: 'DNS error' };
  world.put(letters, aLetter({ status: 'sent', sent: NOW }));
  ask(world, { do: 'runConnection', id: 'webhooks' });
  expect(ask(world, { do: 'removeWebhook', webhook: 'W-one' }).webhooks).toEqual([]);
  expect(world.rows(outbox)).toMatchObject([{ state: 'given up', payload: '' }]);
  expect(world.rows(webhooks)).toMatchObject([{ active: false }]);
  expect(world.vault.has('WEBHOOK_SECRETS')).toBe(false);
  expect(cardOf(world)).toMatchObject({ state: 'off' });
  const [line] = ask(world, { do: 'addWebhook', address: ADDRESS, events: [] }).webhooks;
  expect(line).toMatchObject({ address: ADDRESS, problem: '' });
});

it('can be added again, with a new secret, after its row was deleted', () => {
  const { world } = withReceiver();
  world.grid('Webhooks').splice(1);
  const { secret, webhooks: lines } = ask(world, {
    do: 'addWebhook',
    address: ADDRESS,
    events: [],
  });
  expect(secret).toMatch(/^whsec_/);
  expect(lines).toMatchObject([{ address: ADDRESS, problem: '' }]);
});

it('keeps the secret of a row that cannot be read', () => {
  const { world } = withReceiver();
  const [header = [], row = []] = world.grid('Webhooks');
  row[header.indexOf('Active')] = 'perhaps';
  ask(world, { do: 'addWebhook', address: 'https://other.example/', events: [] });
  row[header.indexOf('Active')] = 'yes';
  expect(ask(world, { do: 'webhooks' }).webhooks).toHaveLength(2);
});

it('can be added, wherever it was ended before, and leaves no secret without a row', () => {
  const add = (world: World, address = ADDRESS) =>
    ask(world, { do: 'addWebhook', address, events: [] });
  let killAt = 0;
  for (; ; killAt++) {
    const world = new World().ready();
    world.killAt = killAt;
    try {
      add(world);
      break;
    } catch (error) {
      expect(error).toBeInstanceOf(Killed);
    }
    world.killAt = Infinity;
    if (world.rows(webhooks).length === 0) add(world);
    expect(ask(world, { do: 'webhooks' }).webhooks).toMatchObject([{ address: ADDRESS }]);
    world.grid('Webhooks').splice(1);
    add(world, 'https://other.example/');
    expect(world.vault.get('WEBHOOK_SECRETS')?.split('"now"')).toHaveLength(2);
  }
  expect(killAt).toBeGreaterThan(4);
});

it('tests each receiver, and says what came of every one', () => {
  const world = new World().ready();
  const at = (name: string) => ({ id: `W-${name}`, address: `https://${name}.example/` });
  new TestReceiver(world, at('one')).answer = { ok: true, status: 500, headers: {}, body: '' };
  new TestReceiver(world, { ...at('two'), address: 'https://printer/' });
  const last = new TestReceiver(world, { ...at('three'), active: false });
  const test = () => ask(world, { do: 'testConnection', id: 'webhooks' });
  expect(test).toThrow('one.example did not take the test event: 500.');
  expect(test).toThrow('“https://printer/” is not on the public internet');
  expect(test).toThrow('three.example took the test event (204).');
  expect(last.got).toHaveLength(3);
});
