import { panel } from '../../src/panel';
import type { PanelAnswers, PanelCall } from '../../src/panel/protocol';
import { aSender } from '../support/hooks';
import { World } from '../support/services';

const ask = <R extends PanelCall>(world: World, request: R): PanelAnswers[R['do']] =>
  panel(world.services(), request) as PanelAnswers[R['do']];

it('makes an address for each sender, and shows it once', () => {
  const world = new World().ready();
  const made = ask(world, { do: 'addHook', sender: ' Make CRM ' });
  expect(made).toMatchObject({ senders: ['Make CRM'] });
  expect(made.address).toMatch(/^https:\/\/gate\.example\/exec\?hook=\w{32}$/);
  expect(ask(world, { do: 'hooks' })).toMatchObject({ senders: ['Make CRM'], address: '' });
  expect(() => ask(world, { do: 'addHook', sender: 'make crm' })).toThrow('make crm already');
  expect(() => ask(world, { do: 'addHook', sender: '=1' })).toThrow('use letters, digits');
  expect(world.snapshot()).not.toContain(made.address.slice(-32));
});

it('revokes one sender and leaves the others', () => {
  const world = new World().ready();
  const send = { make: aSender(world, 'Make'), zapier: aSender(world, 'Zapier') };
  expect(ask(world, { do: 'removeHook', sender: 'Make' }).senders).toEqual(['Zapier']);
  send.make({ do: 'save_client', email: 'a@x.example' });
  send.zapier({ do: 'save_client', email: 'b@x.example' });
  expect(ask(world, { do: 'collectNow' }).done).toContain('1 request of automations done');
  ask(world, { do: 'disconnect', id: 'hooks' });
  expect(ask(world, { do: 'hooks' }).senders).toEqual([]);
});

it('shows when a message came last, what it did and what was refused, until that is mended', () => {
  const world = new World().ready();
  const send = aSender(world);
  const card = () => ask(world, { do: 'connections' }).connections.find(({ id }) => id === 'hooks');
  expect(card()).toMatchObject({ state: 'on', lastRun: null, did: '', problem: '' });
  const at = world.gate.now;
  send({ do: 'save_client', email: 'a@x.example' });
  send({ do: 'save_client', email: 'b@x.example' });
  send({ do: 'move_stage', email: 'who@bakery.example', stage: 'Lead' });
  ask(world, { do: 'collectNow' });
  const shown = card();
  expect(shown).toMatchObject({
    state: 'trouble',
    did: '2 × save_client',
    problem:
      'Make CRM: refused. There is no client with that address at bakery.example. Add them first, with save_client.',
  });
  expect(shown?.lastRun).toBeGreaterThanOrEqual(at);
  send({ do: 'move_stage', email: 'a@x.example', stage: 'Lead' });
  ask(world, { do: 'collectNow' });
  expect(card()).toMatchObject({ state: 'on', did: 'move_stage', problem: '' });
});

it('needs a gate', () => {
  const world = new World();
  expect(() => ask(world, { do: 'addHook', sender: 'Make' })).toThrow('There is no gate yet');
});
