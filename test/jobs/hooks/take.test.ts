import { DAY_MS } from '../../../src/core/calendar';
import {
  clients,
  commissions,
  hooks,
  letters,
  occasions,
  products,
  stages,
  unsubscribed,
} from '../../../src/core/workbook';
import { collect } from '../../../src/jobs/collect';
import { LONGEST_MS, runNow } from '../../../src/jobs/job';
import { bookStatements } from '../../../src/jobs/ledger';
import { sendApproved } from '../../../src/jobs/send';
import { writeLetters } from '../../../src/jobs/write';
import { panel } from '../../../src/panel';
import { aSender } from '../../support/hooks';
import { BY_REPORT } from '../../support/ledger';
import { aClient, anOccasion, aProduct, TODAY } from '../../support/rows';
import { Killed, World } from '../../support/services';

const LIN = { do: 'save_client', email: 'Lin@bakery.example', name: 'Ms Lin', industry: 'bakery' };
const SALE = {
  do: 'add_commission',
  network: 'Impact',
  external_id: '4711',
  commission: 12.5,
  sale: '99',
  currency: 'USD',
  status: 'Approved',
  sold_at: '2026-11-20T08:00:00Z',
};

/** A workbook with one sender. */
function aWorld() {
  const world = new World().ready();
  const send = aSender(world);
  const take = () => collect(world.services());
  return { world, send, take };
}

describe('a client', () => {
  it('is added, and changed where it is there, by the mail address', () => {
    const { world, send, take } = aWorld();
    send({ ...LIN, past_work: ['SEO', 'Logo'], stage: 'lead' });
    expect(take().done).toBe('1 request of automations done');
    expect(world.rows(clients)).toMatchObject([
      { name: 'Ms Lin', stage: 'Lead', pastWork: ['SEO', 'Logo'], consent: '' },
    ]);
    send({ ...LIN, email: 'lin@BAKERY.example', stage: 'Active', notes: '' });
    take();
    expect(world.rows(clients)).toMatchObject([{ stage: 'Active', name: 'Ms Lin' }]);
  });

  it('is said twice in one batch: the later word counts', () => {
    const { world, send, take } = aWorld();
    send({ ...LIN, stage: 'Lead' });
    send({ do: 'move_stage', email: LIN.email, stage: 'Delivered' });
    send({ ...LIN, name: 'Madam Lin' });
    expect(take()).toEqual({ done: '3 requests of automations done' });
    expect(world.rows(clients)).toMatchObject([{ name: 'Madam Lin', stage: 'Delivered' }]);
  });

  it('who unsubscribed stays so, whatever is sent', () => {
    const { world, send, take } = aWorld();
    world.put(unsubscribed, { mark: clients.derive(aClient()), day: '2026-05-01', at: null });
    send({ ...LIN, consent: 'yes', consent_basis: 'form', consent_date: '2026-11-01' });
    take();
    expect(world.rows(clients)).toMatchObject([{ consent: 'unsubscribed' }]);
  });
});

describe('a message that cannot be done', () => {
  it.each([
    [{ name: 'x' }, 'It does not say what to do.'],
    [{ do: 'delete_client' }, '“delete_client” is nothing that can be done.'],
    [{ do: 'save_client', name: 'x' }, 'The field “email” is missing or empty.'],
    [{ do: 'save_client', email: 'Ms Lin' }, 'The field “email” holds no mail address.'],
    [{ ...LIN, stage: 'Asleep' }, 'Stage: “Asleep” is not one of the choices.'],
    [
      { ...LIN, consent: 'yes' },
      'An address at bakery.example is marked as having consented, but not how or when',
    ],
    [{ ...LIN, consent_date: '2027-01-01' }, 'is still to come'],
    [{ ...LIN, website: 'no site at all' }, 'is not the address of a site'],
    [{ ...LIN, address: { street: 'x' } }, 'The field “address” holds further fields.'],
    [{ ...LIN, needs: ['seo', ['logo']] }, 'The field “needs” holds further fields.'],
    [
      { do: 'move_stage', email: 'who@x.example', stage: 'Lead' },
      'There is no client with that address at x.example. Add',
    ],
    [{ do: 'move_stage', client_id: 'C-7', stage: 'Lead' }, 'There is no client C-7. Add'],
    [
      { do: 'move_stage', email: 'Ms Lin', stage: 'Lead' },
      'There is no client with that address. A',
    ],
    [{ do: 'move_stage', stage: 'Lead' }, 'It names no client.'],
    [{ do: 'start_occasion', email: 'who@x.example', occasion: 'x' }, 'that address at x.example'],
    [{ ...SALE, commission: '12,50' }, 'commission: “12,50” is not an amount.'],
    [{ ...SALE, commission: 0 }, 'commission: It is nothing that was earned.'],
    [{ ...SALE, currency: 'dollars' }, 'currency: '],
    [{ ...SALE, status: 'constructor' }, 'status: “constructor” is no state of a commission.'],
    [{ ...SALE, sold_at: '2026-12-24' }, 'sold_at: 2026-12-24 is still to come.'],
    [{ ...SALE, product: 'Nothing' }, 'There is no product “Nothing”.'],
    ['{"do":"save_client"', 'Its body begins like JSON and is none.'],
    [{ ...LIN, notes: 'x'.repeat(9_500) }, 'It is longer than 9,000 bytes'],
  ])('is refused with the reason: %j', (body, why) => {
    const { world, send, take } = aWorld();
    expect(send(body)).toEqual({ html: 'ok', title: 'ok' });
    const { done, problem } = take();
    expect(done).toBe('');
    expect(problem).toContain('Hook Make CRM: refused. ');
    expect(problem).toContain(why);
    expect(problem).not.toMatch(/\w@\w|Ms Lin/);
    expect(world.rows(clients)).toEqual([]);
    expect(world.rows(commissions)).toEqual([]);
  });

  it('is refused however deep it goes', () => {
    const { send, take } = aWorld();
    send(`{"do":"save_client","name":${'['.repeat(4_300)}${']'.repeat(4_300)}}`);
    expect(take().problem).toContain('The field “name” holds further fields.');
  });

  it('names a client who is known by the id alone, also in what is kept of problems', () => {
    const { world, send } = aWorld();
    world.put(clients, aClient({ email: 'new@bakery.example' }));
    const id = clients.derive(aClient());
    world.write(clients, 1, { id });
    send(LIN);
    runNow('Collect taps', world.services(), () => collect(world.services()));
    const kept = JSON.stringify([...world.activity, [...world.state]]);
    expect(kept).toContain(`An address at bakery.example is the former address of ${id}.`);
    expect(kept).not.toMatch(/\w@bakery|Ms Lin/);
  });

  it('keeps no other from being done', () => {
    const { world, send, take } = aWorld();
    send({ do: 'nothing' });
    send(LIN);
    expect(take()).toMatchObject({ done: '1 request of automations done' });
    expect(world.rows(clients)).toHaveLength(1);
  });
});

describe('a repeat', () => {
  it('with the id of before is harmless, also after a person changed something', () => {
    const { world, send, take } = aWorld();
    send({ ...LIN, id: 'row 7', stage: 'Lead' });
    take();
    world.write(clients, 1, { stage: 'Repeat' });
    send({ ...LIN, id: 'row 7', stage: 'Lead' });
    expect(take()).toEqual({ done: '' });
    expect(world.rows(clients)).toMatchObject([{ stage: 'Repeat' }]);
    expect(world.rows(hooks)).toMatchObject([{ sender: 'Make CRM', did: 'save_client' }]);
  });

  it('of what was refused may be mended and sent again', () => {
    const { world, send, take } = aWorld();
    send({ do: 'move_stage', email: LIN.email, stage: 'Lead', id: '1' });
    take();
    world.put(clients, aClient());
    send({ do: 'move_stage', email: LIN.email, stage: 'Lead', id: '1' });
    take();
    expect(world.rows(clients)).toMatchObject([{ stage: 'Lead' }]);
  });

  it('of another sender has an id of its own', () => {
    const { world, send, take } = aWorld();
    const other = aSender(world, 'Zapier');
    send({ ...LIN, id: '1' });
    other({ ...LIN, id: '1', name: 'Madam Lin' });
    take();
    expect(world.rows(clients)).toMatchObject([{ name: 'Madam Lin' }]);
  });
});

describe('a commission', () => {
  it('is booked once, with the buyer and the product that are named', () => {
    const { world, send, take } = aWorld();
    world.put(clients, aClient());
    world.put(products, aProduct());
    const sold = { ...SALE, email: 'lin@bakery.example', product: 'rankly' };
    send(sold);
    take();
    send({ ...sold, status: 'paid' });
    take();
    expect(world.rows(commissions)).toMatchObject([
      {
        network: 'Impact',
        externalId: '4711',
        status: 'paid',
        commission: { minor: 1250, currency: 'USD' },
        clientId: 'C-lin',
        productId: 'P-rank',
        source: 'hook Make CRM',
      },
    ]);
  });
});

describe('what a network reports', () => {
  it.each(['before', 'after'])('is believed more than what a hook said %s it', (order) => {
    const { world, send, take } = aWorld();
    const hear = () => {
      send({ ...SALE, status: 'pending' });
      take();
    };
    if (order === 'before') hear();
    const { network, external_id: externalId } = SALE;
    const at = world.now - 40 * DAY_MS;
    const money = (minor: number) => ({ minor, currency: 'USD' });
    bookStatements(
      world.services(),
      [{ network, externalId, at, status: 'paid', sale: null, commission: money(1250), subId: '' }],
      BY_REPORT,
    );
    if (order === 'after') hear();
    expect(world.rows(commissions)).toMatchObject([
      { status: 'paid', source: 'report.csv; also hook Make CRM (same number)' },
    ]);
  });
});

describe('an occasion', () => {
  const START = { do: 'start_occasion', email: LIN.email, occasion: 'Thank you' };
  const thanks = anOccasion({
    id: 'thank-you',
    title: 'Thank you',
    when: 'bought',
    waitDays: 5,
    siteReport: false,
    products: 0,
  });

  function withOccasion() {
    const found = aWorld();
    found.world.put(clients, aClient());
    found.world.put(occasions, thanks);
    return found;
  }

  function aDayPasses(world: World): void {
    world.now += DAY_MS;
    world.gate.now += DAY_MS;
  }

  it('is begun for a client, whatever it waits for, and its letter written and sent', () => {
    const { world, send, take } = withOccasion();
    send(START);
    expect(take()).toEqual({ done: '1 request of automations done' });
    writeLetters(world.services(), world.now + LONGEST_MS);
    expect(world.rows(letters)).toMatchObject([
      { occasionId: 'thank-you', status: 'drafted', period: `hook ${TODAY}` },
    ]);
    world.write(letters, 1, { status: 'approved' });
    sendApproved(world.services(), world.now + LONGEST_MS);
    expect(world.sent).toHaveLength(1);
  });

  it('is begun once a day, however often that is asked for', () => {
    const { world, send, take } = withOccasion();
    send(START);
    take();
    send(START);
    take();
    writeLetters(world.services(), world.now + LONGEST_MS);
    expect(world.rows(letters)).toHaveLength(1);
  });

  it('is begun on the day on which that was asked for, though a run died and went on after midnight', () => {
    const { world, send, take } = withOccasion();
    send(START);
    world.killAt = world.calls.length;
    for (let died = true; died; world.killAt++) {
      expect(take).toThrow(Killed);
      died = world.rows(stages).every(({ started }) => started.length === 0);
    }
    world.killAt = Infinity;
    world.now += DAY_MS;
    expect(take().problem).toBeUndefined();
    expect(world.rows(stages)).toMatchObject([{ started: [`thank-you ${TODAY}`] }]);
  });

  it.each([
    ['written and waits', true],
    ['not even written', false],
  ])('is not begun again while its letter is %s', (_, isWritten) => {
    const { world, send, take } = withOccasion();
    const sendAndTake = () => {
      send(START);
      return take().problem;
    };
    expect(sendAndTake()).toBeUndefined();
    if (isWritten) writeLetters(world.services(), world.now + LONGEST_MS);
    aDayPasses(world);
    expect(sendAndTake()).toContain(
      'A letter of the occasion “Thank you” waits for C-lin already.',
    );
    writeLetters(world.services(), world.now + LONGEST_MS);
    expect(world.rows(letters)).toHaveLength(1);
    world.write(letters, 1, { status: 'skipped' });
    expect(sendAndTake()).toBeUndefined();
  });

  it('asked for on two days and taken at once is begun once', () => {
    const { world, send, take } = withOccasion();
    send(START);
    aDayPasses(world);
    send(START);
    expect(take()).toMatchObject({ done: '1 request of automations done' });
  });

  it.each([
    [{ occasion: 'Birthday' }, {}, 'There is no occasion “Birthday”. Name one of: Thank you.'],
    [{}, { consent: '' }, 'C-lin gets no letters: has not consented.'],
    [{}, { stage: 'Closed' }, 'C-lin gets no letters: is closed.'],
  ] as const)('is refused: %j %j', (said, client, why) => {
    const { world, send, take } = withOccasion();
    world.write(clients, 1, client);
    send({ ...START, ...said });
    expect(take().problem).toContain(why);
  });

  it('is refused where it rests, or is for others', () => {
    const { world, send, take } = withOccasion();
    world.write(occasions, 1, { active: false });
    send(START);
    expect(take().problem).toContain('The occasion “Thank you” rests.');
    world.write(occasions, 1, { active: true, goodFor: ['law'] });
    send(START);
    expect(take().problem).toContain('is not for C-lin');
  });
});

it.each([
  ['add_commission', { ...SALE, email: LIN.email }],
  ['start_occasion', { do: 'start_occasion', email: LIN.email, occasion: 'Thank you' }],
])('asks the services no more often for 40 messages of one client than for one: %s', (_, body) => {
  const calls = (count: number): number => {
    const { world, send, take } = aWorld();
    world.put(clients, aClient());
    world.put(occasions, anOccasion({ id: 'thank-you', title: 'Thank you' }));
    for (let i = 0; i < count; i++) send({ ...body, external_id: `${i}`, id: `${i}` });
    const before = world.calls.length;
    expect(take().done).toContain(`${count} request`);
    return world.calls.length - before;
  };
  expect(calls(40)).toBe(calls(1));
});

it('takes nothing from a sender who was revoked', () => {
  const { world, send, take } = aWorld();
  send(LIN);
  panel(world.services(), { do: 'removeHook', sender: 'Make CRM' });
  send(LIN);
  expect(take()).toEqual({ done: '' });
  expect(world.rows(clients)).toEqual([]);
});

it('does the same once, wherever a run dies', () => {
  const begin = () => {
    const found = aWorld();
    const { world, send } = found;
    world.put(occasions, anOccasion({ id: 'thank-you', title: 'Thank you', when: 'bought' }));
    send({ ...LIN, id: '1', stage: 'Lead' });
    send({ do: 'move_stage', email: LIN.email, stage: 'Delivered', id: '2' });
    send({ ...SALE, email: LIN.email, id: '3' });
    return found;
  };
  const end = ({ world }: ReturnType<typeof aWorld>) => [
    world.rows(clients),
    world
      .rows(commissions)
      .map(({ externalId, clientId, status }) => [externalId, clientId, status]),
    world.rows(hooks).map(({ id, did }) => [id, did]),
  ];
  const whole = begin();
  whole.take();
  const { calls } = whole.world;
  for (let killAt = 0; killAt < calls.length; killAt++) {
    const found = begin();
    found.world.killAt = killAt;
    expect(found.take).toThrow(Killed);
    found.world.killAt = Infinity;
    found.take();
    expect(end(found)).toEqual(end(whole));
  }
  expect(calls.length).toBeGreaterThan(15);
});
