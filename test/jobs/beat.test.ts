import { clients, letters, links, occasions, products, routes } from '../../src/core/workbook';
import { beat, noteEdit } from '../../src/jobs/beat';
import { STATE } from '../../src/jobs/state';
import { aClient, aLetter, aLink, anOccasion, aProduct, WAY } from '../support/rows';
import { World } from '../support/services';

function aWorld(): World {
  const world = new World().ready();
  world.put(clients, aClient({ website: '' }));
  world.put(products, aProduct());
  world.put(occasions, anOccasion());
  return world;
}
const run = (world: World) => {
  beat(world.services());
  return world;
};
const touched = (world: World) => world.calls.filter((call) => call.startsWith('sheets'));
const status = (world: World) => world.rows(letters).map((letter) => letter.status);

it('writes what is due, waits for approval, then sends', () => {
  const world = run(aWorld());
  expect(status(world)).toEqual(['drafted']);
  run(world);
  expect(status(world)).toEqual(['drafted']);
  const row = world.grid('Letters')[1];
  row?.splice(5, 1, 'approved');
  noteEdit(world.services());
  run(world);
  expect([status(world), world.sent.length]).toEqual([['sent'], 1]);
});

it('touches properties and the gate only where nothing happened', () => {
  const world = run(aWorld());
  world.now += 600_000;
  run(world);
  expect(touched(world)).toEqual([]);
  expect(world.calls.filter((call) => call.startsWith('http'))).toHaveLength(1);
});

describe('a letter that was sent long ago', () => {
  const leads = (world: World) => {
    const reply = world.gate.get({ l: 'abcdefgh' });
    return 'html' in reply && reply.html.includes('rankly.sjv.io');
  };
  function aWorldWithLink(): World {
    const world = aWorld();
    world.put(links, aLink());
    world.put(routes, { route: 'abc', ...WAY });
    run(world);
    expect(leads(world)).toBe(true);
    return world;
  }
  function edit(world: World, tab: string, header: string, said: string): void {
    const [titles = [], row = []] = world.grid(tab);
    row.splice(titles.indexOf(header), 1, said);
    noteEdit(world.services());
    run(world);
  }

  it('has links that rest as soon as the product is not active, and lead on when it is', () => {
    const world = aWorldWithLink();
    edit(world, 'Products', 'Active', 'no');
    expect(leads(world)).toBe(false);
    edit(world, 'Products', 'Active', 'yes');
    expect(leads(world)).toBe(true);
  });

  it.each([
    ['Products', 'Amount', 'about 100'],
    ['Products', 'Months', 'twelve'],
    ['_Routes', 'Channel', 'pigeon'],
  ])('has links that lead on where %s, %s says “%s”', (tab, header, said) => {
    const world = aWorldWithLink();
    edit(world, tab, header, said);
    expect(leads(world)).toBe(true);
  });
});

it('looks once a day even where nobody edited anything', () => {
  const world = run(aWorld());
  world.now += 24 * 3600 * 1000;
  run(world);
  expect(touched(world).length).toBeGreaterThan(5);
});

it('only refreshes where a visit came in between', () => {
  const world = run(aWorld());
  world.gate.store.set('e:1', JSON.stringify({ at: world.now, kind: 'opened', code: 'zzzzzzzz' }));
  run(world);
  expect(touched(world)).toContain('sheets.showDashboard');
  expect(world.activity.at(-1)?.job).toBe('collect');
});

it('runs for the person who set it up and for nobody else', () => {
  const world = aWorld();
  world.vault.set('OWNER', 'somebody else');
  run(world);
  expect([touched(world), status(world)]).toEqual([[], []]);
});

it('does nothing at all while paused, and goes on when a person says so', () => {
  const world = aWorld();
  world.set({ paused: 'yes' });
  run(world);
  run(world);
  expect([world.requests, status(world), world.sent]).toEqual([expect.arrayContaining([]), [], []]);
  expect(world.requests.filter(({ body }) => body?.includes('events'))).toEqual([]);
  world.set({ paused: 'no' });
  noteEdit(world.services());
  run(world);
  expect(status(world)).toEqual(['drafted']);
});

it('sends nothing where collecting failed, and says so in Activity', () => {
  const world = aWorld();
  world.put(letters, aLetter({ status: 'approved', products: [], body: 'All is well.' }));
  world.state.set(STATE.gate, 'https://silent.example/exec');
  run(world);
  expect(world.sent).toEqual([]);
  expect(world.activity.at(-1)).toMatchObject({ job: 'collect', outcome: 'problem' });
  world.state.set(STATE.gate, 'https://gate.example/exec');
  run(world);
  expect(world.sent).toHaveLength(1);
});

it('leaves long work for tomorrow once the day’s share of trigger time is used', () => {
  const world = aWorld();
  world.state.set(STATE.spent, JSON.stringify({ day: '2026-11-21', seconds: 3601 }));
  run(world);
  expect(status(world)).toEqual([]);
  world.now += 24 * 3600 * 1000;
  run(world);
  expect(status(world)).toEqual(['drafted']);
});

it('goes on with what the day’s quota left as soon as it frees up, without an edit', () => {
  const world = aWorld();
  world.set({ mailsADay: '2' });
  world.put(
    clients,
    aClient({ id: 'C-2', email: 'b@x.example' }),
    aClient({ id: 'C-3', email: 'c@x.example' }),
  );
  for (const id of ['C-lin', 'C-2', 'C-3']) {
    world.put(
      letters,
      aLetter({
        id: `L-${id}`,
        clientId: id,
        status: 'approved',
        products: [],
        body: 'All is well.',
      }),
    );
  }
  run(world);
  expect(world.sent).toHaveLength(2);
  world.now += 23 * 3600 * 1000;
  run(world);
  expect(world.sent).toHaveLength(2);
  world.now += 3600 * 1000 + 1;
  run(world);
  expect(world.sent).toHaveLength(3);
});

it('looks again at the next beat after a fault, until all is done', () => {
  const world = run(aWorld());
  world.grid('Letters')[1]?.splice(5, 1, 'approved');
  noteEdit(world.services());
  world.before = (call) => {
    if (call === 'sheets.append') throw new Error('Service Spreadsheets timed out');
  };
  expect(() => run(world)).toThrow('timed out');
  world.before = () => undefined;
  world.now += 600_000;
  run(world);
  expect(world.sent).toHaveLength(1);
});

it('looks again at the next beat where the gate was silent to the routes alone', () => {
  const world = run(aWorld());
  world.grid('Letters')[1]?.splice(5, 1, 'approved');
  noteEdit(world.services());
  world.before = (call) => {
    if (call === 'http.batch' && world.requests.at(-1)?.body?.includes('"op":"events"')) {
      world.state.set(STATE.gate, 'https://silent.example/exec');
    }
  };
  run(world);
  expect(world.sent).toEqual([]);
  expect(world.activity.slice(-2).map(({ job }) => job)).toEqual(['send letters', 'update links']);
  world.before = () => undefined;
  world.state.set(STATE.gate, 'https://gate.example/exec');
  world.now += 600_000;
  run(world);
  expect(world.sent).toHaveLength(1);
});

it('waits for an edit where only a person can help', () => {
  const world = run(aWorld());
  world.grid('Letters')[1]?.splice(5, 1, 'approved');
  world.set({ postalAddress: '' });
  noteEdit(world.services());
  run(world);
  expect(world.activity.at(-1)).toMatchObject({ job: 'send letters', outcome: 'problem' });
  world.now += 600_000;
  run(world);
  expect(touched(world)).toEqual([]);
});

it('does not look at the sheet again on a day whose share of trigger time is used', () => {
  const world = aWorld();
  world.state.set(STATE.spent, JSON.stringify({ day: '2026-11-21', seconds: 3601 }));
  run(world);
  world.now += 600_000;
  run(world);
  expect(touched(world)).toEqual([]);
});

it('notes an edit that comes while it looks for the next beat', () => {
  const world = aWorld();
  world.before = (call) => {
    if (call === 'sheets.showDashboard') noteEdit(world.services());
  };
  run(world);
  world.before = () => undefined;
  world.now += 600_000;
  run(world);
  expect(touched(world).length).toBeGreaterThan(5);
});

it('leaves time for sending where the writer is silent', () => {
  const world = aWorld();
  world.vault.set('OPENAI_API_KEY', 'sk-test');
  world.put(clients, aClient({ id: 'C-2', email: 'b@x.example' }));
  world.put(
    letters,
    aLetter({ clientId: 'C-2', status: 'approved', products: [], body: 'All is well.' }),
  );
  world.answer = ({ timeoutSeconds }) => {
    // A batch that is lost is asked again one by one for a minute.
    world.now += (timeoutSeconds + 60) * 1000;
    return { ok: false, error: 'Timeout' };
  };
  run(world);
  expect(world.sent).toHaveLength(1);
});

it('adds no line to Activity for a beat that did nothing', () => {
  const world = run(run(aWorld()));
  const before = world.activity.length;
  run(run(world));
  expect(world.activity).toHaveLength(before);
});
