import { SampleLine } from '../../demo/line/sample';
import { clients, letters, products } from '../../src/core/workbook';
import { pushRoutes } from '../../src/jobs/routes';
import { STATE, VAULT } from '../../src/jobs/state';
import { panel } from '../../src/panel';
import type { ConnectionCard, LetterView, PanelAnswers } from '../../src/panel/protocol';
import { LINE_TOKEN, withLine } from '../support/line';
import { reach } from '../support/lists';
import { aClient, aLetter, aProduct } from '../support/rows';
import { GATE_ADDRESS, World } from '../support/services';

const cardOf = (world: World): ConnectionCard | undefined =>
  (panel(world.services(), { do: 'connections' }) as PanelAnswers['connections']).connections.find(
    ({ id }) => id === 'line',
  );
const connect = (world: World, token = LINE_TOKEN) =>
  panel(world.services(), { do: 'connectLine', token }) as PanelAnswers['connectLine'];
const test = (world: World) =>
  (panel(world.services(), { do: 'testConnection', id: 'line' }) as PanelAnswers['testConnection'])
    .said;

function aWorld() {
  const world = new World().ready();
  const line = new SampleLine({ token: LINE_TOKEN, limit: 200, now: () => world.now });
  reach(world, 'api.line.me', line);
  return { world, line };
}

it('connects an account, and shows it with its month and its secret address', () => {
  const { world, line } = aWorld();
  line.used = 12;
  expect(cardOf(world)?.state).toBe('off');
  const { address } = connect(world, ` ${LINE_TOKEN}\n`);
  expect(address).toMatch(new RegExp(`^${GATE_ADDRESS}\\?line=[0-9a-z]{32}$`));
  const card = cardOf(world);
  expect(card).toMatchObject({
    state: 'on',
    what: 'Studio Chen (@studio-chen)',
    quota: '12 of 200 this month',
    address,
  });
  expect(JSON.stringify(card)).not.toContain(LINE_TOKEN);
  world.gate.post('{"destination":"U","events":[]}', { line: address.slice(-32) });
  const noted = [...world.gate.store.keys()].filter((name) => name.startsWith('e:'));
  expect(noted).toHaveLength(1);
});

it('keeps no token that LINE does not accept', () => {
  const { world } = aWorld();
  expect(() => connect(world, 'wrong')).toThrow(/channel access token is not accepted/);
  expect(world.vault.get(VAULT.lineToken)).toBeUndefined();
});

it('asks for a gate first', () => {
  const { world } = aWorld();
  world.state.delete(STATE.gate);
  expect(() => connect(world)).toThrow(/Pair one under Set up first/);
});

it('tests the account and whether LINE posts to the gate', () => {
  const { world, line } = aWorld();
  const { address } = connect(world);
  expect(test(world)).toMatch(/Studio Chen \(@studio-chen\), messages: 0 of 200.*no webhook yet/);
  line.webhook = 'https://elsewhere.example/';
  expect(test(world)).toMatch(/another address than your gate’s/);
  line.webhook = address;
  expect(test(world)).toMatch(/It posts to your gate\.$/);
});

it('forgets the token and the address, and the gate is told', () => {
  const { world } = aWorld();
  const { address } = connect(world);
  panel(world.services(), { do: 'disconnect', id: 'line' });
  expect(cardOf(world)?.state).toBe('off');
  expect([world.vault.get(VAULT.lineToken), world.vault.get(VAULT.lineKey)]).toEqual([
    undefined,
    undefined,
  ]);
  pushRoutes(world.services());
  world.gate.post('{"destination":"U","events":[]}', { line: address.slice(-32) });
  expect([...world.gate.store.keys()].filter((name) => name.startsWith('e:'))).toEqual([]);
});

describe('a letter in the queue', () => {
  const view = (world: World) =>
    panel(world.services(), { do: 'letter', letter: 'L-one' }) as LetterView;
  const put = (world: World): void => {
    world.put(clients, aClient());
    world.put(products, aProduct());
    world.put(letters, aLetter());
  };

  it('is shown as it will look on LINE, too, once that is connected', () => {
    const world = new World().ready();
    put(world);
    expect(view(world).line).toEqual([]);
    withLine(world);
    const { line, text, channel } = view(world);
    expect(channel).toBe('email');
    expect(line.map(({ type }) => type)).toEqual(['text', 'flex']);
    expect(JSON.stringify(line)).toContain('Rankly');
    expect(text).toContain('Prefer LINE? Add @studio-chen there and send me this code: ••••••••');
  });
});
