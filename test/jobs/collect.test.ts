import { unsubscribeToken } from '../../src/core/clients/client';
import {
  clicks,
  clients,
  letters,
  links,
  products,
  routes,
  unsubscribed,
} from '../../src/core/workbook';
import { collect } from '../../src/jobs/collect';
import { pushRoutes } from '../../src/jobs/routes';
import { STATE, VAULT } from '../../src/jobs/state';
import { TestGate } from '../support/gate';
import { aClick, aClient, aLetter, aLink, aProduct, NOW } from '../support/rows';
import { Killed, World } from '../support/services';

const HOUR = 3600 * 1000;

function aWorld(): World {
  const world = new World().ready();
  world.put(clients, aClient());
  world.put(products, aProduct());
  world.put(
    letters,
    aLetter({ status: 'sent', sent: NOW - 3 * HOUR }),
    aLetter({ id: 'L-next', status: 'approved' }),
  );
  world.put(links, aLink());
  world.put(routes, {
    route: 'abc',
    productId: 'P-rank',
    occasionId: 'quarterly-report',
    clientId: '',
    channel: 'email',
  });
  pushRoutes(world.services());
  return world;
}

/** Types into a tab's cell, by its row (the header is 0) and header. */
function type(world: World, tab: string, row: number, header: string, value: string): void {
  const grid = world.grid(tab);
  (grid[row] ?? []).splice(grid[0]?.indexOf(header) ?? -1, 1, value);
}

/** A person opens the link, reads and goes on; gives the visit's name. */
function visit(world: World): string {
  const reply = world.gate.get({ l: 'abcdefgh' });
  const name = 'html' in reply ? (/"visit":"(\w+)"/.exec(reply.html)?.[1] ?? '') : '';
  world.gate.post({ t: 'seen', l: 'abcdefgh', v: name, ms: 100 });
  world.gate.post({ t: 'tapped', l: 'abcdefgh', v: name, ms: 2500 });
  return name;
}

const run = (world: World) => collect(world.services());
const waiting = (world: World) =>
  [...world.gate.store.keys()].filter((name) => name.startsWith('e:'));

it('turns what happened at the gate into clicks, and empties its journal', () => {
  const world = aWorld();
  const name = visit(world);
  expect(run(world).done).toBe('1 visit noted, 1 tap counted');
  expect(world.rows(clicks)).toMatchObject([
    {
      id: `abcdefgh-${name}`,
      level: 'tapped',
      counted: true,
      letterId: 'L-one',
      productId: 'P-rank',
    },
  ]);
  expect(world.rows(letters)[0]?.outcome).toBe('tapped');
  expect(waiting(world)).toEqual([]);
  expect(run(world).done).toBe('');
});

it('notes a visit to a link whose row has a cell that cannot be read', () => {
  const world = aWorld();
  type(world, 'Links', 1, 'Earned', 'plenty');
  const name = visit(world);
  expect(run(world).done).toBe('1 visit noted, 1 tap counted');
  expect(world.rows(clicks)).toMatchObject([{ id: `abcdefgh-${name}`, clientId: 'C-lin' }]);
});

it('has nothing to say, and reads no tab, where nothing happened', () => {
  const world = aWorld();
  expect(run(world)).toEqual({ done: '' });
  expect(world.calls.filter((call) => call.startsWith('sheets'))).toEqual([]);
});

it('does nothing without a gate', () => {
  const world = aWorld();
  world.state.delete(STATE.gate);
  expect(run(world)).toEqual({ done: '' });
  expect(world.requests.filter(({ body }) => body?.includes('events'))).toEqual([]);
});

it('fetches a long journal in batches', () => {
  const world = aWorld();
  for (let i = 0; i < 450; i++) {
    world.gate.store.set(
      `e:${String(i).padStart(9, '0')}`,
      JSON.stringify({
        at: NOW + i,
        kind: 'opened',
        code: 'abcdefgh',
        visit: `vvv${'abcdefghjkmnpqrstuvwxyz23456789'[i % 31] ?? ''}${'abcdefghjkmnpqrstuvwxyz23456789'[Math.floor(i / 31)] ?? ''}`,
      }),
    );
  }
  expect(run(world).done).toBe('450 visits noted');
  expect(waiting(world)).toEqual([]);
});

it('loses no event and doubles none, wherever it dies', () => {
  const whole = aWorld();
  visit(whole);
  visit(whole);
  run(whole);
  for (let killAt = 0; killAt < whole.calls.length; killAt++) {
    const world = aWorld();
    visit(world);
    visit(world);
    world.killAt = killAt;
    expect(() => run(world)).toThrow(Killed);
    world.killAt = Infinity;
    run(world);
    expect(world.rows(clicks)).toEqual(whole.rows(clicks));
    expect(world.rows(letters)).toEqual(whole.rows(letters));
    expect(waiting(world)).toEqual([]);
  }
});

describe('a scanner of mail', () => {
  /** A letter with two links; the clock stands ten minutes after it was sent. */
  function twoLinks(): World {
    const world = aWorld();
    world.put(links, aLink({ code: 'abcdefgj' }));
    world.grids.set('Letters', world.grid('Letters').slice(0, 1));
    world.put(letters, aLetter({ status: 'sent', sent: NOW - 10 * 60_000 }));
    return world;
  }
  /** Follows a link so many seconds after now. */
  const follow = (world: World, code: string, seconds: number) => {
    const kinds = ['opened', 'seen', 'tapped'] as const;
    kinds.forEach((kind, i) =>
      world.gate.store.set(
        `e:${String(seconds * 10 + i).padStart(9, '0')}`,
        JSON.stringify({
          at: NOW + seconds * 1000 + i * 900,
          kind,
          code,
          visit: 'vvvvv',
          data: { ms: 900 },
        }),
      ),
    );
  };
  const why =
    'a mail scanner: every link of the letter opened within 20 seconds; every link of the letter pressed within 12 seconds';

  it('is marked with the reason, and not counted', () => {
    const world = twoLinks();
    follow(world, 'abcdefgh', 0);
    follow(world, 'abcdefgj', 2);
    expect(run(world).done).toBe('2 visits noted, 2 visits marked as a mail scanner’s');
    expect(world.rows(clicks)).toMatchObject([
      { level: 'tapped', counted: false, why },
      { level: 'tapped', counted: false, why },
    ]);
    expect(world.rows(letters)[0]?.outcome).toBe('');
  });

  it('is marked also where half of it was counted before; the letter is not tapped then', () => {
    const world = twoLinks();
    follow(world, 'abcdefgh', 0);
    expect(run(world).done).toBe('1 visit noted, 1 tap counted');
    expect(world.rows(letters)[0]?.outcome).toBe('tapped');
    follow(world, 'abcdefgj', 2);
    expect(run(world).done).toBe('1 visit noted, 2 visits marked as a mail scanner’s');
    expect(world.rows(clicks).map(({ counted }) => counted)).toEqual([false, false]);
    expect(world.rows(letters)[0]?.outcome).toBe('');
  });

  it('leaves the letter tapped where a person went on, too', () => {
    const world = twoLinks();
    world.put(clicks, aClick({ id: 'person', at: NOW - 60_000, why: 'a person went on' }));
    follow(world, 'abcdefgh', 0);
    run(world);
    follow(world, 'abcdefgj', 2);
    run(world);
    expect(world.rows(clicks).map(({ counted }) => counted)).toEqual([true, false, false]);
    expect(world.rows(letters)[0]?.outcome).toBe('tapped');
  });

  it('is a person’s where a person says so, before or meanwhile', () => {
    const say = (world: World): void => {
      world.grid('Clicks')[1]?.splice(8, 1, 'yes');
    };
    const before = twoLinks();
    follow(before, 'abcdefgh', 0);
    follow(before, 'abcdefgj', 2);
    run(before);
    say(before);
    follow(before, 'abcdefgj', 900);
    run(before);
    expect(before.rows(clicks)[0]).toMatchObject({ counted: true, why });

    const meanwhile = twoLinks();
    follow(meanwhile, 'abcdefgh', 0);
    run(meanwhile);
    follow(meanwhile, 'abcdefgj', 2);
    meanwhile.before = (call) => {
      const [row] = meanwhile.grid('Clicks').slice(1);
      if (call === 'sheets.append') row?.splice(9, 1, 'that was me');
    };
    run(meanwhile);
    expect(meanwhile.rows(clicks)[0]).toMatchObject({ counted: true, why: 'that was me' });
  });

  it('ends marked alike wherever collecting dies', () => {
    const aScan = (): World => {
      const world = twoLinks();
      follow(world, 'abcdefgh', 0);
      run(world);
      follow(world, 'abcdefgj', 2);
      world.calls = [];
      return world;
    };
    const whole = aScan();
    run(whole);
    for (let killAt = 0; killAt < whole.calls.length; killAt++) {
      const world = aScan();
      world.killAt = killAt;
      expect(() => run(world)).toThrow(Killed);
      world.killAt = Infinity;
      run(world);
      expect(world.rows(clicks)).toEqual(whole.rows(clicks));
      expect(world.rows(letters)).toEqual(whole.rows(letters));
    }
  });
});

describe('an unsubscribe', () => {
  const unsubscribe = (world: World, token = unsubscribeToken('C-lin', 'link-key')) =>
    world.gate.post('List-Unsubscribe=One-Click', { u: token });

  it('ends the client’s letters, with basis and date, and skips those that wait', () => {
    const world = aWorld();
    unsubscribe(world);
    expect(run(world).done).toBe('1 client unsubscribed');
    expect(world.rows(clients)[0]).toMatchObject({
      consent: 'unsubscribed',
      consentBasis: 'unsubscribed by the link in a letter',
      consentDate: '2026-11-21',
    });
    expect(world.rows(letters).map(({ status, outcome }) => [status, outcome])).toEqual([
      ['sent', 'unsubscribed'],
      ['skipped', ''],
    ]);
  });

  it.each([
    ['Since', 'last spring'],
    ['Stage', 'Gone'],
    ['Consent', 'of course'],
    ['Consent date', 'in March'],
    ['Earned', 'a lot'],
  ])('is noted where the client’s %s says “%s”, which cannot be read', (header, said) => {
    const world = aWorld();
    type(world, 'Clients', 1, header, said);
    unsubscribe(world);
    expect(run(world).done).toBe('1 client unsubscribed');
    const [titles = [], row = []] = world.grid('Clients');
    expect(row[titles.indexOf('Consent')]).toBe('unsubscribed');
    expect(world.rows(letters)[1]?.status).toBe('skipped');
    expect(waiting(world)).toEqual([]);
  });

  it('stops a waiting letter that has a cell which cannot be read', () => {
    const world = aWorld();
    type(world, 'Letters', 2, 'Sent', 'soon');
    unsubscribe(world);
    run(world);
    expect(world.grid('Letters')[2]?.[5]).toBe('skipped');
  });

  it('of a client whose row is gone ends the letters, and is not asked about for ever', () => {
    const world = aWorld();
    world.grids.set('Clients', world.grid('Clients').slice(0, 1));
    unsubscribe(world);
    expect(run(world).done).toBe('1 client unsubscribed who stood in no row any more');
    expect(world.rows(letters).map(({ status, outcome }) => [status, outcome])).toEqual([
      ['sent', 'unsubscribed'],
      ['skipped', ''],
    ]);
    expect(waiting(world)).toEqual([]);
  });

  it('is remembered by the address, also where the id was typed by hand', () => {
    const world = aWorld();
    unsubscribe(world);
    run(world);
    const mark = clients.derive(aClient());
    expect(mark).not.toBe('C-lin');
    expect(world.rows(unsubscribed)).toEqual([{ mark, day: '2026-11-21', at: NOW }]);
  });

  it('is remembered by the same mark where the row is gone', () => {
    const world = aWorld();
    const mark = clients.derive(aClient());
    world.grids.set('Clients', world.grid('Clients').slice(0, 1));
    unsubscribe(world, unsubscribeToken(mark, 'link-key'));
    run(world);
    expect(world.rows(unsubscribed)).toEqual([{ mark, day: '2026-11-21', at: NOW }]);
  });

  it('keeps the day of the first', () => {
    const world = aWorld();
    unsubscribe(world);
    run(world);
    world.gate.now += 3 * 24 * 3600 * 1000;
    unsubscribe(world);
    expect(run(world).done).toBe('');
    expect(world.rows(clients)[0]?.consentDate).toBe('2026-11-21');
  });

  it('with a token that nobody of ours made ends nothing', () => {
    const world = aWorld();
    unsubscribe(world, 'C-lin.aaaaaaaaaaaaaaaa');
    expect(run(world).done).toContain('1 event of unknown links or tokens passed over');
    expect(world.rows(clients)[0]?.consent).toBe('yes');
    expect(waiting(world)).toEqual([]);
  });

  it('does not undo what was bought', () => {
    const world = aWorld();
    const row = world.grid('Letters')[1];
    row?.splice(16, 1, 'bought');
    unsubscribe(world);
    run(world);
    expect(world.rows(letters)[0]?.outcome).toBe('bought');
  });
});

it('says so where the gate had to let visits go by', () => {
  const world = aWorld();
  for (let i = 0; i < 25; i++) world.gate.get({ l: 'abcdefgh' });
  expect(run(world).problem).toContain('let 5 events go by unnoted');
});

it.each([
  ['silent', () => ({ ok: false as const, error: 'DNS error' }), 'did not answer'],
  [
    'not a gate',
    () => ({ ok: true as const, status: 200, headers: {}, body: '<html>' }),
    'is no gate',
  ],
  [
    'odd',
    () => ({ ok: true as const, status: 200, headers: {}, body: '{"events":1}' }),
    'is no gate',
  ],
])('is a problem where what answers is %s', (_, answer, sentence) => {
  const world = aWorld();
  world.state.set(STATE.gate, 'https://elsewhere.example/exec');
  world.answer = answer;
  expect(() => run(world)).toThrow(sentence);
});

describe('a former gate', () => {
  const FORMER = 'https://former.example/exec';
  const DAY = 24 * HOUR;

  function aWorldAfter(gate: TestGate | null): World {
    const world = aWorld();
    world.state.set(STATE.formerGates, JSON.stringify([{ address: FORMER }]));
    world.atOther(FORMER, gate);
    return world;
  }
  const asked = (world: World) => world.requests.filter(({ url }) => url === FORMER).length;

  it('that is silent keeps nothing waiting, is told of, and is asked again the next day', () => {
    const world = aWorldAfter(null);
    visit(world);
    expect(run(world)).toMatchObject({
      done: '1 visit noted, 1 tap counted',
      problem: expect.stringContaining('It is a former gate of yours') as string,
    });
    expect(run(world)).toEqual({ done: '' });
    expect(asked(world)).toBe(1);
    world.now += DAY;
    expect(run(world).problem).toContain('former gate');
  });

  it('that answers again is asked each time, as before', () => {
    const world = aWorldAfter(null);
    run(world);
    const gate = new TestGate();
    gate.ask({ op: 'pair', key: world.vault.get(VAULT.gateKey) });
    gate.post('', { u: unsubscribeToken('C-lin', 'link-key') });
    world.atOther(FORMER, gate);
    world.now += DAY;
    expect(run(world)).toEqual({ done: '1 client unsubscribed' });
    run(world);
    // In vain, for its events, to acknowledge them, and for more.
    expect(asked(world)).toBe(4);
  });

  it('is not blamed for a column that is missing', () => {
    const gate = new TestGate();
    const world = aWorldAfter(gate);
    gate.ask({ op: 'pair', key: world.vault.get(VAULT.gateKey) });
    gate.post('', { u: unsubscribeToken('C-lin', 'link-key') });
    type(world, 'Clients', 0, 'Consent', 'Mine');
    expect(() => run(world)).toThrow('has no column “Consent”');
  });

  it('that has been silent for 30 days is asked no more', () => {
    const world = aWorldAfter(null);
    for (let day = 0; day < 40; day++) {
      run(world);
      world.now += DAY;
    }
    expect(asked(world)).toBe(32);
    expect(world.state.get(STATE.formerGates)).toBe('[]');
  });
});
