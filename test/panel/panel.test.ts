import {
  clients,
  commissions,
  drafts,
  letters,
  links,
  occasions,
  products,
  rates,
} from '../../src/core/workbook';
import { unsubscribeToken } from '../../src/core/clients/client';
import { CHECKS } from '../../src/core/letters/checks';
import { withChecks } from '../../src/core/letters/evidence';
import { STATE, VAULT } from '../../src/jobs/state';
import { panel } from '../../src/panel';
import type { PanelAnswers, PanelCall, QueueLine } from '../../src/panel/protocol';
import {
  aClient,
  aCommission,
  aLetter,
  aLink,
  anOccasion,
  aProduct,
  aRate,
  NOW,
} from '../support/rows';
import { TestGate } from '../support/gate';
import { GATE_ADDRESS, World } from '../support/services';

const ask = <R extends PanelCall>(world: World, request: R): PanelAnswers[R['do']] =>
  panel(world.services(), request) as PanelAnswers[R['do']];

function aWorld(): World {
  const world = new World().ready();
  world.put(clients, aClient());
  world.put(products, aProduct());
  world.put(occasions, anOccasion());
  world.put(letters, aLetter());
  world.put(links, aLink());
  return world;
}

describe('requests', () => {
  it.each([
    [null, 'something that Perennial cannot do'],
    [{ do: 'everything' }, 'cannot do (at “do”)'],
    [{ do: 'approve', letters: 'all' }, 'Letters: '],
    [{ do: 'approve', letters: [] }, 'Letters: choose at least one.'],
    [{ do: 'setSecret', name: 'GATE_KEY', value: 'x' }, 'cannot do (at “name”)'],
    [
      { do: 'saveLetter', letter: 'L-one', subject: 'x', body: 'x'.repeat(61_437) },
      'Letter: it has 61437 characters; at most 20000 fit.',
    ],
    [
      { do: 'saveProduct', product: { name: ' ', network: 'Awin', destination: 'x' } },
      'Name: say what clients should read.',
    ],
    [
      {
        do: 'addCommission',
        commission: { key: 'a', at: '', commission: '5', currency: 'TWD' },
      },
      'When: choose the day.',
    ],
    [
      { do: 'setConsent', clients: ['C-lin'], consent: 'yes', basis: ' ', date: '2026-01-01' },
      'How: say how they agreed.',
    ],
    [
      { do: 'setConsent', clients: ['C-lin'], consent: 'yes', basis: 'x', date: 'soon' },
      'year-month-day',
    ],
    [
      { do: 'setConsent', clients: ['C-lin'], consent: 'yes', basis: 'x', date: '2026-02-31' },
      'year-month-day',
    ],
  ])('%j are refused with a sentence', (request, sentence) => {
    expect(() => panel(aWorld().services(), request)).toThrow(sentence);
  });

  it('of anybody but the owner are refused', () => {
    const world = aWorld();
    world.vault.clear();
    expect(() => ask(world, { do: 'queue' })).toThrow('Another person has set Perennial up');
    expect(ask(world, { do: 'home' }).isSetUp).toBe(false);
  });
});

describe('home', () => {
  const next = (prepare: (world: World) => void) => {
    const world = new World();
    prepare(world);
    return ask(world, { do: 'home' }).next.title;
  };

  it('leads from an empty workbook to letters that leave, step by step', () => {
    const ready = (...prepare: ((world: World) => void)[]) =>
      next((world) => {
        world.ready();
        for (const step of prepare) step(world);
      });
    const withProduct = (world: World) => world.put(products, aProduct());
    const withClient = (world: World) => world.put(clients, aClient());
    const withLetter = (given: Parameters<typeof aLetter>[0]) => (world: World) =>
      world.put(letters, aLetter(given));

    expect(next(() => undefined)).toBe('Say who the letters are from');
    expect(ready((world) => void world.state.delete(STATE.gate))).toBe('Pair your gate');
    expect(ready()).toBe('Bring in your clients');
    expect(ready(withClient)).toBe('Add something worth recommending');
    expect(ready(withProduct, (world) => world.put(clients, aClient({ consent: '' })))).toBe(
      'Note how your clients agreed',
    );
    expect(ready(withProduct, withClient)).toBe('Write the first letters');
    expect(ready(withProduct, withClient, withLetter({}))).toBe('Read 1 letter');
    expect(ready(withProduct, withClient, withLetter({ status: 'approved' }))).toBe(
      'Send 1 letter',
    );
    expect(ready(withProduct, withClient, withLetter({ status: 'held' }))).toBe('Look at 1 letter');
    expect(ready(withProduct, withClient, withLetter({ status: 'sent', sent: NOW }))).toBe(
      'Nothing waits for you',
    );
  });

  it('speaks of one letter as one, and of a pause as something that goes on', () => {
    const world = aWorld();
    expect(ask(world, { do: 'home' }).next.why).toBe('It is drafted and waits for your approval.');
    world.put(letters, aLetter({ id: 'L-two' }));
    expect(ask(world, { do: 'home' }).next.why).toMatch(/^They are drafted and wait/);
    ask(world, { do: 'saveSettings', settings: { paused: 'yes' } });
    expect(ask(world, { do: 'home' }).next).toMatchObject({
      title: 'Perennial is paused',
      page: 'go on',
    });
  });

  it('counts each client once, so that the counts come to all', () => {
    const world = new World().ready();
    const kinds: Parameters<typeof aClient>[0][] = [
      {},
      { consent: 'service only' },
      { consent: '' },
      { consent: '', stage: 'Closed' },
      { consent: 'unsubscribed', stage: 'Closed' },
      { stage: 'Closed' },
      { consentBasis: '' },
    ];
    kinds.forEach((given, i) => {
      world.put(clients, aClient({ id: `C-${i}`, email: `c${i}@x.example`, ...given }));
    });
    expect(ask(world, { do: 'home' }).clients).toEqual({
      all: 7,
      withConsent: 1,
      serviceOnly: 1,
      withoutConsent: 2,
      unsubscribed: 1,
      closed: 1,
      incomplete: 1,
    });
  });

  it('names a problem once, though two jobs met it', () => {
    const world = aWorld();
    world.state.set(STATE.problems, JSON.stringify({ collect: 'same', refresh: 'other\nsame' }));
    expect(ask(world, { do: 'home' }).problems).toEqual(['same', 'other']);
  });

  it('says when the last of the letters leaves that the day has no room for', () => {
    const world = new World().ready();
    world.set({ mailsADay: '2' });
    world.put(clients, aClient());
    world.put(products, aProduct());
    world.put(letters, aLetter({ id: 'L-0', status: 'sent', sent: NOW - 1000 }));
    for (const n of [1, 2, 3]) world.put(letters, aLetter({ id: `L-${n}`, status: 'approved' }));
    const said = '3 letters wait; at 2 a day the last leaves on Sun 22 Nov.';
    expect(ask(world, { do: 'home' })).toMatchObject({ queue: said, next: { why: said } });
  });

  it('shows money in the home currency and never a secret', () => {
    const world = aWorld();
    world.vault.set(VAULT.openAiKey, 'sk-secret');
    const home = ask(world, { do: 'home' });
    expect(home).toMatchObject({ hasOpenAiKey: true, money: { year: 'NT$0', plan: 'NT$60,000' } });
    expect(JSON.stringify(home)).not.toContain('sk-secret');
  });
});

describe('settings', () => {
  it('are saved all together or not at all', () => {
    const world = aWorld();
    expect(() =>
      ask(world, { do: 'saveSettings', settings: { senderName: 'Jo', replyTo: 'nowhere' } }),
    ).toThrow('Reply to: “nowhere”');
    expect(ask(world, { do: 'home' }).settings.senderName).toBe('Mira Chen');
    ask(world, { do: 'saveSettings', settings: { senderName: 'Jo', homeCurrency: 'eur' } });
    expect(ask(world, { do: 'home' }).settings).toMatchObject({
      senderName: 'Jo',
      homeCurrency: 'EUR',
    });
  });

  it('say what is missing before anything can be sent, once it is cleared', () => {
    const save = (settings: object) => ask(aWorld(), { do: 'saveSettings', settings });
    expect(save({ senderName: '', postalAddress: '' }).missing).toEqual([
      'Sender name',
      'Postal address',
    ]);
    expect(save({ senderName: 'Jo' }).missing).toEqual([]);
  });

  it('keep the paired gate where nothing answers at another address, and say so', () => {
    const world = aWorld();
    const wrong = 'https://gone.example/exec';
    expect(() => ask(world, { do: 'pair', address: wrong })).toThrow(
      `Nothing answers at ${wrong}, so this address was not kept. Your gate is still ${GATE_ADDRESS}`,
    );
    expect(ask(world, { do: 'home' }).gate).toBe(GATE_ADDRESS);
    const fresh = new World();
    expect(() => ask(fresh, { do: 'pair', address: wrong })).toThrow('pair it then');
    expect(ask(fresh, { do: 'home' }).gate).toBe('');
  });

  it('refuse the address of a test deployment, which opens for nobody else', () => {
    const address = 'https://script.google.com/macros/s/abc/dev';
    expect(() => ask(new World(), { do: 'pair', address })).toThrow('is a test deployment');
  });

  it('pair a gate that is new, and tell one that is not ours', () => {
    const world = new World();
    expect(ask(world, { do: 'pair', address: `${GATE_ADDRESS}?l=x` })).toMatchObject({
      address: GATE_ADDRESS,
      routes: 0,
    });
    expect(ask(world, { do: 'home' }).settings.gateAddress).toBe(GATE_ADDRESS);
    expect(ask(world, { do: 'pair', address: GATE_ADDRESS })).toMatchObject({
      address: GATE_ADDRESS,
    });
    const other = new World();
    other.gate.ask({ op: 'pair', key: 'z'.repeat(32) });
    expect(() => ask(other, { do: 'pair', address: GATE_ADDRESS })).toThrow(
      'is paired with another workbook already',
    );
    expect(ask(other, { do: 'home' }).gate).toBe('');
  });

  it('collect from the gate before, at once and from then on', () => {
    const world = aWorld();
    const next = new TestGate();
    world.atOther('https://next.example/exec', next);
    world.put(clients, aClient({ id: 'C-wu', email: 'wu@law.example' }));
    const consents = () => world.rows(clients).map(({ consent }) => consent);
    const unsubscribe = (id: string) =>
      world.gate.post('', { u: unsubscribeToken(id, 'link-key') });

    unsubscribe('C-lin');
    ask(world, { do: 'pair', address: 'https://next.example/exec' });
    expect(consents()).toEqual(['unsubscribed', 'yes']);
    expect(world.activity.at(-1)).toMatchObject({ job: 'collect', done: '1 client unsubscribed' });
    unsubscribe('C-wu');
    expect(ask(world, { do: 'collectNow' })).toEqual({
      done: '1 client unsubscribed',
      problem: '',
    });
    expect(consents()).toEqual(['unsubscribed', 'unsubscribed']);

    ask(world, { do: 'pair', address: GATE_ADDRESS });
    next.post('', { u: unsubscribeToken('C-lin', 'link-key') });
    ask(world, { do: 'collectNow' });
    expect([...next.store.keys()].filter((name) => name.startsWith('e:'))).toEqual([]);
  });

  it('stay with the gate that is there where the new one cannot be paired', () => {
    const world = aWorld();
    const before = new Map(world.state);
    expect(() => ask(world, { do: 'pair', address: 'https://none.example/exec' })).toThrow(
      'so this address was not kept',
    );
    expect(world.state).toEqual(before);
  });

  it('keep a secret where only the owner’s code reads it', () => {
    const world = aWorld();
    expect(ask(world, { do: 'setSecret', name: 'OPENAI_API_KEY', value: ' sk-1 ' })).toEqual({
      set: true,
    });
    expect(world.vault.get('OPENAI_API_KEY')).toBe('sk-1');
    expect(world.snapshot()).not.toContain('sk-1');
    expect(() => ask(world, { do: 'setSecret', name: 'OPENAI_API_KEY', value: '  ' })).toThrow(
      'nothing but spaces, so what was kept before stays',
    );
    expect(world.vault.get('OPENAI_API_KEY')).toBe('sk-1');
    expect(ask(world, { do: 'setSecret', name: 'OPENAI_API_KEY', value: '' })).toEqual({
      set: false,
    });
  });
});

describe('clients', () => {
  const csv = 'Email,Name\nlin@bakery.example,Madam Lin\nwu@law.example,Mr Wu\nnobody,';

  it('are shown before they are taken, then taken, then the same', () => {
    const world = aWorld();
    const before = world.snapshot();
    const preview = ask(world, { do: 'importClients', csv });
    expect(preview).toMatchObject({
      committed: false,
      added: 1,
      changed: 1,
      refused: [{ row: 4 }],
    });
    expect(preview.rows.map(({ what, name, detail }) => [what, name, detail])).toEqual([
      ['added', 'Mr Wu', ''],
      ['changed', 'Madam Lin', 'Name: Ms Lin → Madam Lin'],
    ]);
    expect(world.snapshot()).toBe(before);
    ask(world, { do: 'importClients', csv, commit: true });
    expect(world.rows(clients).map(({ name }) => name)).toEqual(['Madam Lin', 'Mr Wu']);
    expect(ask(world, { do: 'importClients', csv, commit: true })).toMatchObject({
      added: 0,
      changed: 0,
      unchanged: 2,
    });
  });

  it('are offered by name', () => {
    const world = aWorld();
    world.put(clients, aClient({ id: 'C-abe', name: 'Abe', email: 'abe@x.example' }));
    expect(ask(world, { do: 'clients' }).clients.map(({ id }) => id)).toEqual(['C-abe', 'C-lin']);
  });

  it('cannot have agreed on a day that is still to come', () => {
    const consent = { consent: 'yes' as const, basis: 'contract', date: '2031-01-01' };
    expect(() => ask(aWorld(), { do: 'setConsent', clients: ['C-lin'], ...consent })).toThrow(
      '2031-01-01 is still to come',
    );
    expect(() => ask(aWorld(), { do: 'importClients', csv, consent })).toThrow('is still to come');
  });

  it('get consent from the freelancer, with basis and date, for the selection', () => {
    const world = aWorld();
    world.put(
      clients,
      aClient({
        id: 'C-wu',
        name: 'Mr Wu',
        email: 'wu@law.example',
        consent: '',
        consentBasis: '',
        consentDate: '',
      }),
    );
    world.put(
      clients,
      aClient({ id: 'C-gone', name: 'Ms Ko', email: 'ko@x.example', consent: 'unsubscribed' }),
    );
    expect(ask(world, { do: 'withoutConsent' }).clients.map(({ id }) => id)).toEqual(['C-wu']);
    const done = ask(world, {
      do: 'setConsent',
      clients: ['C-wu', 'C-gone', 'C-nobody'],
      consent: 'yes',
      basis: 'asked by phone',
      date: '2026-11-01',
    });
    expect(done).toMatchObject({
      changed: 1,
      refused: [{ client: 'Ms Ko' }, { client: 'C-nobody' }],
    });
    expect(world.rows(clients)[1]).toMatchObject({
      consent: 'yes',
      consentBasis: 'asked by phone',
      consentDate: '2026-11-01',
    });
  });
});

describe('clients who unsubscribed', () => {
  const csv =
    'Email,Name,Consent,Consent basis,Consent date\nlin@bakery.example,Ms Lin,yes,contract,2025-01-02';

  /** She bought, unsubscribed by the link, and her row was deleted. */
  function withoutHer(): World {
    const world = aWorld();
    world.grid('Letters')[1]?.splice(16, 1, 'bought');
    world.gate.post('', { u: unsubscribeToken('C-lin', 'link-key') });
    ask(world, { do: 'collectNow' });
    world.grids.set('Clients', world.grid('Clients').slice(0, 1));
    return world;
  }

  it('and were deleted come back as unsubscribed, and the preview says so', () => {
    const world = withoutHer();
    const unsubscribed = [{ email: 'lin@bakery.example', name: 'Ms Lin' }];
    expect(ask(world, { do: 'importClients', csv })).toMatchObject({ added: 1, unsubscribed });
    ask(world, { do: 'importClients', csv, commit: true });
    expect(world.rows(clients)).toMatchObject([
      { consent: 'unsubscribed', consentDate: '2026-11-21' },
    ]);
  });

  it('and were added again by hand are not signed up with a selection', () => {
    const world = withoutHer();
    world.put(clients, aClient({ consent: '' }));
    const agreed = { consent: 'yes', basis: 'asked', date: '2026-11-01' } as const;
    expect(ask(world, { do: 'setConsent', clients: ['C-lin'], ...agreed })).toMatchObject({
      changed: 0,
      refused: [{ why: 'unsubscribed; only they can change that' }],
    });
  });
});

describe('clients whose row cannot be read', () => {
  function unreadable(): World {
    const world = aWorld();
    const [header = [], row = []] = world.grid('Clients');
    row.splice(header.indexOf('Since'), 1, 'spring');
    return world;
  }

  it('are not added once more by a list', () => {
    const world = unreadable();
    const csv = 'Email\nlin@bakery.example';
    for (const commit of [false, true]) {
      expect(ask(world, { do: 'importClients', csv, commit })).toMatchObject({
        added: 0,
        refused: [{ row: 2 }],
      });
    }
    expect(world.grid('Clients')).toHaveLength(2);
  });

  it('are not said to be gone', () => {
    const agreed = { consent: 'yes', basis: 'asked', date: '2026-11-01' } as const;
    const answer = ask(unreadable(), { do: 'setConsent', clients: ['C-lin'], ...agreed });
    expect(answer.refused).toEqual([
      { client: 'Ms Lin', why: 'has a cell in the Clients tab that cannot be read' },
    ]);
  });
});

it('the consent of a client who unsubscribes while the sidebar notes another stays', () => {
  const world = aWorld();
  world.before = (call) => {
    const [header = [], row = []] = world.grid('Clients');
    if (call === 'sheets.patch') row.splice(header.indexOf('Consent'), 1, 'unsubscribed');
  };
  const agreed = { consent: 'yes', basis: 'asked', date: '2026-11-01' } as const;
  expect(ask(world, { do: 'setConsent', clients: ['C-lin'], ...agreed }).changed).toBe(0);
});

describe('products', () => {
  const form = {
    name: 'Hosty',
    network: 'Awin',
    destination: 'https://www.awin1.com/cread.php?awinmid=1',
  };

  it('are added by pasting an address, and changed', () => {
    const world = aWorld();
    expect(ask(world, { do: 'recognise', destination: form.destination }).network).toBe('Awin');
    const { id } = ask(world, {
      do: 'saveProduct',
      product: { ...form, amount: '1,200', pays: 'once', goodFor: 'SEO, shop' },
    });
    expect(world.rows(products)[1]).toMatchObject({
      id,
      amount: 1200,
      currency: 'TWD',
      goodFor: ['SEO', 'shop'],
      active: true,
    });
    ask(world, { do: 'saveProduct', product: { ...form, id, name: 'Hosty Two', active: false } });
    expect(world.rows(products)[1]).toMatchObject({ id, name: 'Hosty Two', active: false });
  });

  it('are refused with a sentence', () => {
    const world = aWorld();
    const save = (given: object) =>
      ask(world, { do: 'saveProduct', product: { ...form, ...given } });
    expect(() => save({ destination: 'hosty.example' })).toThrow(
      'not an address that a client can be led to',
    );
    expect(() => save({ network: 'Nowhere' })).toThrow('is not a network that Perennial knows');
    expect(() => save({ amount: 'much' })).toThrow('Amount: “much” is not a number');
    expect(() => save({ page: 'javascript:alert(1)' })).toThrow('is not the address of a web page');
    expect(() => save({ page: 'https://me:secret@hosty.example/' })).toThrow('of a web page');
    expect(() => save({ destination: 'https://me:secret@www.awin1.com/cread.php?a=1' })).toThrow(
      'carries a name or password',
    );
    expect(() => save({ amount: '-5' })).toThrow('“-5” is nothing that a sale could pay');
    expect(() => save({ amount: '500', pays: 'percent' })).toThrow('more than the sale itself');
    expect(() => save({ amount: '5', currency: 'QQQ' })).toThrow('“QQQ” is not a currency');
    expect(world.rows(products)).toHaveLength(1);
    save({});
    expect(() => save({ name: 'Again' })).toThrow(
      'There is a product with this affiliate address already',
    );
  });
});

describe('a product', () => {
  const form = {
    name: 'Hosty',
    network: 'Impact',
    destination: 'https://ref.example/?x',
    pays: 'once' as const,
  };

  it('gets no promise for an address that its network may not know', () => {
    const { check } = ask(aWorld(), { do: 'saveProduct', product: form });
    expect(check).toMatch(/^Impact does not usually give out addresses like this one/);
  });

  it('is saved with what it leaves open, and what follows from that', () => {
    const world = aWorld();
    const { gaps, id } = ask(world, { do: 'saveProduct', product: form });
    expect(gaps.map((gap) => gap.split(/[,;]/)[0])).toEqual([
      'It has no amount',
      'It has no category',
      'Nothing is noted that letters may say about it.',
      'It has no ordinary page',
    ]);
    const whole = {
      ...form,
      id,
      amount: '6.5',
      currency: 'USD',
      category: 'hosting',
      facts: 'It hosts.',
      page: 'https://hosty.example/',
    };
    expect(ask(world, { do: 'saveProduct', product: whole }).gaps).toEqual([]);
    expect(ask(world, { do: 'products' }).products.map(({ worth }) => worth)).toEqual([
      'NT$3,000 yearly',
      '$6.50 once',
    ]);
  });
});

describe('letters', () => {
  it('are read as the client sees them, with links that count nothing', () => {
    const world = aWorld();
    expect(ask(world, { do: 'queue' }).letters).toMatchObject([
      { id: 'L-one', client: 'Ms Lin', products: [{ name: 'Rankly', why: '' }] },
    ]);
    const view = ask(world, { do: 'letter', letter: 'L-one' });
    expect(view.html).toContain('Rankly');
    expect(view.html).toContain('https://rankly.example/');
    expect(view.html).not.toContain('gate.example');
  });

  it('are edited, approved, taken back, skipped and written again', () => {
    const world = aWorld();
    const body =
      'Dear Ms Lin,\n\nthis is another text, and long enough to be a letter.\n\n[[product A]]\n\nMira';
    ask(world, { do: 'saveLetter', letter: 'L-one', subject: 'New', body });
    expect(world.rows(letters)[0]).toMatchObject({ subject: 'New', body, status: 'drafted' });
    expect(ask(world, { do: 'approve', letters: ['L-one'] })).toEqual({ moved: 1, refused: [] });
    expect(world.rows(letters)[0]).toMatchObject({ status: 'approved', approved: NOW });
    ask(world, { do: 'saveLetter', letter: 'L-one', subject: 'Newer', body });
    expect(world.rows(letters)[0]?.status).toBe('drafted');
    ask(world, { do: 'skip', letters: ['L-one'], why: 'spoke to her' });
    expect(world.rows(letters)[0]).toMatchObject({ status: 'skipped', problem: 'spoke to her' });
    ask(world, { do: 'rewrite', letters: ['L-one'] });
    expect(world.rows(letters)[0]).toMatchObject({ status: 'drafting', products: [] });
  });

  it('show what they rest on, and whether a person need look', () => {
    const world = aWorld();
    const evidence = [
      'Measured on https://lin.example/ on 2026-11-21:',
      '✓ document-title: Lin',
      '✗ h1: 2 h1',
      'Product A, Rankly: fits “seo”.',
    ].join('\n');
    const checks = withChecks(
      evidence,
      CHECKS.map(({ title }) => title),
      false,
    );
    world.put(letters, aLetter({ id: 'L-new', status: 'drafted', checks, products: ['P-one'] }));
    const line = (): QueueLine | undefined =>
      ask(world, { do: 'queue' }).letters.find(({ id }) => id === 'L-new');
    expect(line()).toMatchObject({
      findings: { failed: 1, passed: 1 },
      products: [{ why: 'fits “seo”.' }],
      isSound: true,
    });
    const body = 'Dear Ms Lin,\n\nin 1888 this was another text, long enough.\n\n[[product A]]';
    ask(world, { do: 'saveLetter', letter: 'L-new', subject: 'New', body });
    expect(line()).toMatchObject({ isSound: false, findings: { failed: 1, passed: 1 } });
    const plain = body.replace('in 1888 this', 'this');
    ask(world, { do: 'saveLetter', letter: 'L-new', subject: 'New', body: plain });
    expect(line()?.isSound).toBe(true);
  });

  it('wait for approval again once it is taken back, or once a skip is', () => {
    const world = aWorld();
    const status = () => world.rows(letters)[0]?.status;
    ask(world, { do: 'approve', letters: ['L-one'] });
    expect(ask(world, { do: 'takeBack', letters: ['L-one'] })).toEqual({ moved: 1, refused: [] });
    expect(world.rows(letters)[0]).toMatchObject({ status: 'drafted', approved: null });
    ask(world, { do: 'skip', letters: ['L-one'], why: 'spoke to her' });
    const { letters: waiting, skipped } = ask(world, { do: 'queue' });
    expect([waiting.length, skipped.map(({ id, problem }) => [id, problem])]).toEqual([
      0,
      [['L-one', 'spoke to her']],
    ]);
    ask(world, { do: 'takeBack', letters: ['L-one'] });
    expect([status(), world.rows(letters)[0]?.problem]).toEqual(['drafted', '']);
  });

  it('that have left cannot be taken back', () => {
    const world = aWorld();
    world.put(letters, aLetter({ id: 'L-sent', status: 'sent', sent: NOW }));
    expect(ask(world, { do: 'takeBack', letters: ['L-sent'] })).toMatchObject({ moved: 0 });
  });

  it('take numbers of a person’s own, and name those that were not measured', () => {
    const world = aWorld();
    const body =
      'Dear Ms Lin, we met in 2025.\n\nIn 1999 I earned 77777 euros, 42 % of it here.\n\n[[product A]]\n\nMira';
    expect(ask(world, { do: 'letter', letter: 'L-one' }).unmeasured).toEqual([]);
    world.grid('Clients').at(1)?.splice(15, 1, '2025-03-01');
    const saved = ask(world, { do: 'saveLetter', letter: 'L-one', subject: 'New', body });
    expect(saved.unmeasured).toEqual(['1999', '77777', '42']);
    expect(ask(world, { do: 'letter', letter: 'L-one' }).unmeasured).toHaveLength(3);
  });

  it('refuse an edit that loses a link or smuggles an address in, and save nothing of it', () => {
    const world = aWorld();
    const save = (body: string) => () =>
      ask(world, { do: 'saveLetter', letter: 'L-one', subject: 'New', body });
    const text = 'Dear Ms Lin, this is another text, and long enough to be a letter.';
    expect(save(text)).toThrow('[[product A]] must stand exactly once');
    expect(save(`${text}\n[[product A]]\nhttps://other.example/`)).toThrow(
      'is an address that may not stand',
    );
    expect(world.rows(letters)[0]?.subject).toBe('Your site');
  });

  it('refuse moves that make no sense, one by one', () => {
    const world = aWorld();
    world.put(letters, aLetter({ id: 'L-sent', status: 'sent', sent: NOW }));
    const { moved, refused } = ask(world, {
      do: 'approve',
      letters: ['L-one', 'L-sent', 'L-gone'],
    });
    expect(moved).toBe(1);
    expect(refused.map(({ letter }) => letter)).toEqual(['L-sent', 'L-gone']);
  });

  it('go to the freelancer as a test, which counts against the day’s quota', () => {
    const world = aWorld();
    expect(ask(world, { do: 'sendTest', letter: 'L-one' })).toEqual({ to: 'mira@studio.example' });
    expect(world.sent[0]?.raw).toContain('Subject: [Test] Your site');
    expect(world.sent[0]?.raw).not.toContain('?l=');
    expect(JSON.parse(world.state.get(STATE.tests) ?? '[]')).toHaveLength(1);
    expect(world.rows(letters)[0]?.status).toBe('drafted');
  });

  it('do not leave while Perennial is paused', () => {
    const world = aWorld();
    ask(world, { do: 'saveSettings', settings: { paused: 'yes' } });
    for (const now of ['writeNow', 'sendNow', 'collectNow'] as const) {
      expect(() => ask(world, { do: now })).toThrow('Perennial is paused');
    }
    expect(() => ask(world, { do: 'sendTest', letter: 'L-one' })).toThrow('Perennial is paused');
    expect(ask(world, { do: 'refreshNow' }).done).toBe(
      'The dashboard shows everything as it is now',
    );
  });

  it('stand on the dashboard as soon as they were sent by hand', () => {
    const world = aWorld();
    ask(world, { do: 'approve', letters: ['L-one'] });
    expect(ask(world, { do: 'sendNow' }).done).toBe('1 letter sent');
    expect(world.figures.find(({ figure }) => figure === 'Letters sent')?.value).toBe(1);
    expect(ask(world, { do: 'sendNow' }).done).toBe('Nothing to do');
  });
});

describe('money', () => {
  const csv =
    'Paystub Id,Action Id,Sub Id 1,Sale Amount,Payout,Action Date\n1,a-1,abcdefghvvvvv,100,12.50,2026-11-02\n1,a-2,newsletter,50,5,2026-11-03\n1,a-3,,1,x,2026-11-03';
  const name = 'paystub.csv';

  it('asks for a currency that the report does not name, and remembers it', () => {
    const world = aWorld();
    world.put(
      products,
      aProduct({ id: 'P-usd', destination: 'https://x.sjv.io/c/9', currency: 'USD' }),
    );
    expect(ask(world, { do: 'importReport', name, csv })).toMatchObject({
      currency: '',
      asksCurrency: true,
      total: '',
    });
    expect(() => ask(world, { do: 'importReport', name, csv, commit: true })).toThrow(
      'does not say in which currency',
    );
    ask(world, { do: 'importReport', name, csv, currency: 'eur' });
    expect(ask(world, { do: 'importReport', name, csv }).currency).toBe('');
    ask(world, { do: 'importReport', name, csv, currency: 'usd', commit: true });
    expect(ask(world, { do: 'importReport', name, csv }).currency).toBe('USD');
  });

  it('books nothing in the currency of last time where the field was cleared', () => {
    const world = aWorld();
    ask(world, { do: 'importReport', name, csv, currency: 'USD', commit: true });
    const cleared = { do: 'importReport' as const, name, csv, currency: '' };
    expect(ask(world, cleared)).toMatchObject({ currency: '', total: '' });
    expect(() => ask(world, { ...cleared, commit: true })).toThrow('in which currency');
    for (const currency of ['us', '<b>', 'XYZ']) {
      expect(() => ask(world, { ...cleared, currency })).toThrow(`“${currency}” is not a currency`);
    }
  });

  it('says which amounts are in no sum yet, before and after they are booked', () => {
    const world = aWorld();
    for (const commit of [false, true]) {
      const { warning } = ask(world, { do: 'importReport', name, csv, currency: 'USD', commit });
      expect(warning).toContain('There is no rate for USD yet');
    }
    expect(ask(world, { do: 'importReport', name, csv, currency: 'TWD' }).warning).toBe('');
    expect(ask(world, { do: 'importReport', name, csv, currency: '' }).warning).toBe('');
  });

  it('takes the currency that all products of the network have', () => {
    expect(ask(aWorld(), { do: 'importReport', name, csv })).toMatchObject({
      currency: 'TWD',
      total: 'NT$17.50',
    });
  });

  it('books a report once, finds whose it is, and shows it', () => {
    const world = aWorld();
    world.put(rates, aRate());
    const before = world.snapshot();
    const preview = ask(world, { do: 'importReport', name, csv, currency: 'USD' });
    expect(preview).toMatchObject({
      committed: false,
      added: 2,
      recognised: 1,
      refused: [{ row: 4 }],
      total: '$17.50',
    });
    expect(world.snapshot()).toBe(before);
    ask(world, { do: 'importReport', name, csv, currency: 'USD', commit: true });
    expect(
      world.rows(commissions).map(({ clientId, homeAmount }) => [clientId, homeAmount?.minor]),
    ).toEqual([
      ['C-lin', 37_500],
      ['', 15_000],
    ]);
    const booked = world.snapshot();
    expect(
      ask(world, { do: 'importReport', name, csv, currency: 'USD', commit: true }),
    ).toMatchObject({ added: 0, unchanged: 2 });
    expect(world.snapshot()).toBe(booked);
  });

  it('books a report anew that was booked in the wrong currency', () => {
    const world = aWorld();
    world.put(rates, aRate());
    ask(world, { do: 'importReport', name, csv, currency: 'USD', commit: true });
    ask(world, { do: 'importReport', name, csv, currency: 'TWD', commit: true });
    expect(
      world
        .rows(commissions)
        .map(({ commission, currency, homeAmount }) => [commission, currency, homeAmount?.minor]),
    ).toEqual([
      [{ minor: 1250, currency: 'TWD' }, 'TWD', 1250],
      [{ minor: 500, currency: 'TWD' }, 'TWD', 500],
    ]);
  });

  it('asks how to read a report that nobody knows, and remembers what was agreed', () => {
    const world = aWorld();
    const unknown = {
      do: 'importReport' as const,
      name: 'shop.csv',
      csv: 'Ref,Day,Commission,Bonus commission,State\nR1,2026-11-01,5.00,1.00,approved',
    };
    const preview = ask(world, unknown);
    expect(preview.open.join(' ')).toContain('an amount is never guessed');
    expect(preview.mapping).toMatchObject({ isAgreed: false, network: '' });
    expect(() => ask(world, { ...unknown, commit: true })).toThrow('never guessed');
    const mapping = { network: 'Lamps', columns: { commission: 'Commission', number: 'Ref' } };
    ask(world, { ...unknown, mapping, currency: 'TWD', commit: true });
    expect(world.rows(commissions)).toMatchObject([
      { network: 'Lamps', externalId: 'R1', status: 'approved', commission: { minor: 500 } },
    ]);
    expect(ask(world, unknown)).toMatchObject({
      mapping: { isAgreed: true, network: 'Lamps' },
      open: [],
      unchanged: 1,
    });
    expect(() => ask(world, { ...unknown, csv: 'hello' })).toThrow('is not a report');
  });

  it('asks by programme where they differ, and remembers each', () => {
    const world = aWorld();
    const request = {
      do: 'importReport' as const,
      name,
      csv: 'Paystub Id,Action Id,Campaign Name,Payout,Action Date\n1,a,Rankly,5,2026-11-02\n1,b,Pennywise,7,2026-11-02',
    };
    ask(world, { ...request, currency: 'USD', currencies: { Rankly: 'jpy' }, commit: true });
    const told = ask(world, request);
    expect(told).toMatchObject({ unchanged: 2, total: '¥5 and $7' });
    expect(told.programmes).toEqual([
      { name: 'Pennywise', currency: 'USD' },
      { name: 'Rankly', currency: 'JPY' },
    ]);
  });

  it('books nothing of a report whose dates may be read in two ways, until it is said', () => {
    const world = aWorld();
    const request = {
      do: 'importReport' as const,
      name,
      csv: 'Paystub Id,Action Id,Payout,Action Date\n1,a,5,03/04/2026',
    };
    expect(ask(world, request).asks.dates).toBe('03/04/2026');
    expect(() => ask(world, { ...request, commit: true })).toThrow('day first or month first');
    expect(ask(world, { ...request, dates: 'dmy', commit: true }).added).toBe(1);
  });

  it('counts as added what was added, and not a row that is there and cannot be read', () => {
    const world = aWorld();
    ask(world, { do: 'importReport', name, csv, currency: 'TWD', commit: true });
    const [header = [], row = []] = world.grid('Commissions');
    row.splice(header.indexOf('At'), 1, 'spring');
    for (const commit of [false, true]) {
      expect(ask(world, { do: 'importReport', name, csv, currency: 'TWD', commit })).toMatchObject({
        added: 0,
        changed: 0,
        unchanged: 1,
      });
    }
    expect(world.activity.at(-1)?.done).toContain('0 commissions added');
  });

  it('takes a commission of a direct deal, once', () => {
    const world = aWorld();
    const commission = {
      key: 'form1',
      at: '2026-11-05',
      commission: '3,000',
      currency: 'TWD',
      client: ' C-lin ',
      product: 'P-rank',
    };
    expect(ask(world, { do: 'addCommission', commission })).toMatchObject({
      added: true,
      what: 'NT$3,000, Ms Lin, November 5, 2026',
    });
    expect(ask(world, { do: 'addCommission', commission })).toMatchObject({ added: false });
    expect(world.rows(commissions)).toMatchObject([
      {
        network: 'Direct',
        clientId: 'C-lin',
        matchedBy: 'hand',
        status: 'approved',
        homeAmount: { minor: 300_000 },
      },
    ]);
    expect(() =>
      ask(world, { do: 'addCommission', commission: { ...commission, commission: 'lots' } }),
    ).toThrow('You get: “lots” is not an amount');
    for (const wrong of [{ client: 'C-nobody' }, { product: 'Rankly' }]) {
      expect(() =>
        ask(world, { do: 'addCommission', commission: { ...commission, ...wrong } }),
      ).toThrow('there is none with the id');
    }
  });

  it('is booked for a client whose row has a cell that cannot be read', () => {
    const world = aWorld();
    const [header = [], row = []] = world.grid('Clients');
    row.splice(header.indexOf('Since'), 1, 'spring');
    const commission = {
      key: 'k',
      at: '2026-11-05',
      commission: '3',
      currency: 'TWD',
      client: 'C-lin',
    };
    expect(ask(world, { do: 'addCommission', commission })).toMatchObject({ added: true });
  });

  it('asks before it books by hand what is there already, and takes it back', () => {
    const world = aWorld();
    const commission = {
      key: 'form1',
      at: '2026-11-05',
      commission: '77',
      currency: 'TWD',
      client: 'C-lin',
    };
    const { id } = ask(world, { do: 'addCommission', commission });
    const second = { ...commission, key: 'form2' };
    expect(ask(world, { do: 'addCommission', commission: second })).toMatchObject({
      added: false,
      twin: true,
      what: 'NT$77, Ms Lin, November 5, 2026',
    });
    ask(world, { do: 'addCommission', commission: { ...second, again: true } });
    expect(ask(world, { do: 'home' }).money.all).toBe('NT$154');
    ask(world, { do: 'reverseCommission', id });
    expect(ask(world, { do: 'home' }).money.all).toBe('NT$77');
    expect(() => ask(world, { do: 'reverseCommission', id })).toThrow('is reversed already');
  });

  it('takes back by hand only what was entered by hand', () => {
    const world = aWorld();
    world.put(commissions, aCommission());
    expect(() => ask(world, { do: 'reverseCommission', id: 'M-one' })).toThrow(
      'was not entered by hand',
    );
    expect(world.rows(commissions)[0]?.status).toBe('paid');
  });
});

describe('the writer', () => {
  it('keeps the key of either service, and tells neither', () => {
    const world = aWorld();
    ask(world, { do: 'setSecret', name: 'ANTHROPIC_API_KEY', value: 'sk-ant-secret' });
    const home = ask(world, { do: 'home' });
    expect([home.hasAnthropicKey, home.hasOpenAiKey]).toEqual([true, false]);
    expect(JSON.stringify(home)).not.toContain('sk-ant-secret');
  });

  it.each([
    [{ writer: 'human' }, 'Writer: “human” is not one of the choices'],
    [{ monthlyBudget: 'a lot' }, 'is not a budget'],
    [{ priceIn: 'cheap' }, 'is not a number'],
    [{ signature: 'Mira [[product A]]' }, 'cannot end a letter'],
    [{ tone: 'x'.repeat(201) }, 'at most 200 fit'],
  ])('refuses %j', (settings, why) => {
    expect(() => ask(aWorld(), { do: 'saveSettings', settings })).toThrow(why);
  });

  it('says what the month took, why the AI rests, and who gets English', () => {
    const world = aWorld();
    world.put(clients, aClient({ id: 'C-fr', email: 'fr@bakery.example', language: 'français' }));
    world.put(letters, aLetter({ id: 'L-2', written: NOW, tokensIn: 90, tokensOut: 10 }));
    ask(world, { do: 'saveSettings', settings: { monthlyBudget: '100 tokens' } });
    const { ai, unwritten, clients: counts } = ask(world, { do: 'home' });
    expect(ai.spent).toBe('100 tokens, cost not known, of 100 tokens');
    expect(ai.stopped).toContain('the month’s AI budget of 100 tokens is used up.');
    expect([unwritten, counts.all]).toEqual([1, 2]);
  });

  it('shows what it learnt of the freelancer’s taste, and forgets it for good', () => {
    const world = aWorld();
    world.put(drafts, { id: 'L-one', clientId: 'C-lin', body: 'Dear Ms Lin, I beg to report.' });
    world.write(letters, 1, { status: 'sent' });
    expect(ask(world, { do: 'taste' }).examples).toMatchObject([
      { before: 'Dear (client), I beg to report.' },
    ]);
    expect(ask(world, { do: 'clearTaste' }).examples).toEqual([]);
    expect(ask(world, { do: 'taste' }).examples).toEqual([]);
  });
});
