import { richText } from '../../../demo/lists/notion';
import { clients, letters, sources, unsubscribed } from '../../../src/core/workbook';
import { STATE } from '../../../src/jobs/state';
import { pullLists } from '../../../src/jobs/lists';
import { listRun } from '../../../src/jobs/lists/kept';
import { LONGEST_MS } from '../../../src/jobs/job';
import { AIRTABLE_MATCHING, withAirtable, withNotion } from '../../support/lists';
import { aClient, aLetter, NOW } from '../../support/rows';
import { Killed, World } from '../../support/services';

const HOUR = 3_600_000;

const pull = (world: World) => pullLists(world.services(), world.now + LONGEST_MS);
const pullNextDay = (world: World) => {
  world.now += 25 * HOUR;
  return pull(world);
};

const LIN = { fldName: 'Ms Lin', fldEmail: 'lin@bakery.example', fldStage: 'Delivered' };

describe('a pull from Airtable', () => {
  it('brings in clients that are new, and says so', () => {
    const world = new World().ready();
    const airtable = withAirtable(world);
    airtable.records.set('rec1', { ...LIN, fldWork: ['SEO', 'Logo'] });
    airtable.records.set('rec2', { fldName: 'Nobody' });
    const { done, problem } = pull(world);
    expect(done).toBe('Airtable: 1 client added, 1 record without a mail address passed over');
    expect(problem).toBeUndefined();
    const [lin] = world.rows(clients);
    expect(lin).toMatchObject({
      id: clients.derive(aClient()),
      name: 'Ms Lin',
      stage: 'Delivered',
      pastWork: ['SEO', 'Logo'],
      consent: '',
    });
    expect(world.rows(sources)).toMatchObject([{ recordId: 'rec1', state: 'here' }]);
  });

  it('asks for the matched columns only, by their ids, with pages as large as allowed', () => {
    const world = new World().ready();
    withAirtable(world);
    pull(world);
    const query = new URL(world.requests[0]?.url ?? '').searchParams;
    expect(query.get('pageSize')).toBe('100');
    expect(query.get('returnFieldsByFieldId')).toBe('true');
    expect(query.getAll('fields[]')).toEqual(Object.values(AIRTABLE_MATCHING));
  });

  it('changes nothing when it is done again', () => {
    const world = new World().ready();
    const airtable = withAirtable(world);
    airtable.records.set('rec1', LIN);
    pull(world);
    const before = world.snapshot();
    expect(pullNextDay(world).done).toBe('');
    expect(world.snapshot()).toBe(before);
  });

  it('waits for its hour', () => {
    const world = new World().ready();
    withAirtable(world);
    const { lookAgainAt = 0 } = pull(world);
    expect(lookAgainAt - world.now).toBe(24 * HOUR);
    const asked = world.requests.length;
    pull(world);
    expect(world.requests).toHaveLength(asked);
  });

  it('links a client that is there already by the mail address, in whatever case', () => {
    const world = new World().ready();
    world.put(clients, aClient({ id: 'C-own', name: '' }));
    const airtable = withAirtable(world);
    airtable.records.set('rec1', { ...LIN, fldEmail: 'LIN@bakery.example' });
    expect(pull(world).done).toBe('Airtable: 1 client changed');
    expect(world.rows(clients)).toMatchObject([{ id: 'C-own', name: 'Ms Lin' }]);
  });

  it('keeps what was changed here, takes in what was changed there, and shows what was both', () => {
    const world = new World().ready();
    const airtable = withAirtable(world);
    airtable.records.set('rec1', { ...LIN, fldNotes: 'first' });
    pull(world);
    world.write(clients, 1, { name: 'Madam Lin', notes: 'mine' });
    airtable.records.set('rec1', { ...LIN, fldStage: 'Repeat', fldNotes: 'theirs' });
    const { problem } = pullNextDay(world);
    expect(world.rows(clients)).toMatchObject([
      { name: 'Madam Lin', stage: 'Repeat', notes: 'mine' },
    ]);
    expect(problem).toContain('1 client changed both here and there');
    expect(JSON.parse(world.rows(sources)[0]?.conflicts ?? '')).toEqual({ notes: 'theirs' });
  });

  it('marks what is gone there and deletes nothing; what comes back is here again', () => {
    const world = new World().ready();
    const airtable = withAirtable(world);
    airtable.records.set('rec1', LIN);
    pull(world);
    airtable.records.clear();
    expect(pullNextDay(world).done).toBe('Airtable: 1 no longer in the list');
    expect(world.rows(clients)).toHaveLength(1);
    expect(world.rows(sources)).toMatchObject([{ state: 'gone' }]);
    airtable.records.set('rec1', LIN);
    pullNextDay(world);
    expect(world.rows(sources)).toMatchObject([{ state: 'here' }]);
  });

  it('does not bring back a client that was deleted here', () => {
    const world = new World().ready();
    const airtable = withAirtable(world);
    airtable.records.set('rec1', LIN);
    pull(world);
    world.grid('Clients').splice(1, 1);
    pullNextDay(world);
    expect(world.rows(clients)).toEqual([]);
    expect(world.rows(sources)).toMatchObject([{ state: 'removed' }]);
  });

  it('follows a record whose address is changed there, and keeps the client', () => {
    const world = new World().ready();
    const airtable = withAirtable(world);
    airtable.records.set('rec1', LIN);
    pull(world);
    const id = world.rows(clients)[0]?.id;
    airtable.records.set('rec1', { ...LIN, fldEmail: 'new@bakery.example' });
    pullNextDay(world);
    expect(world.rows(clients)).toMatchObject([{ id, email: 'new@bakery.example' }]);
  });

  it('goes on from where it stopped, over several runs, and sees as gone only what is', () => {
    const world = new World().ready();
    const airtable = withAirtable(world);
    airtable.records.set('recGone', { fldEmail: 'gone@bakery.example' });
    pull(world);
    airtable.records.delete('recGone');
    for (let i = 0; i < 650; i++) {
      airtable.records.set(`rec${i}`, { fldEmail: `c${i}@bakery.example` });
    }
    world.now += 25 * HOUR;
    const first = pullLists(world.services(), world.now + 300);
    expect(first.unfinished).toBe(true);
    expect(world.rows(clients).length).toBeLessThan(651);
    let runs = 1;
    do world.now += 1000;
    while (pullLists(world.services(), world.now + 300).unfinished === true && runs++ < 10);
    expect(runs).toBeGreaterThan(1);
    expect(world.rows(clients)).toHaveLength(651);
    const gone = world.rows(sources).filter(({ state }) => state !== 'here');
    expect(gone).toMatchObject([{ recordId: 'recGone', state: 'gone' }]);
  });

  it('begins anew where the iterator has lapsed between two runs', () => {
    const world = new World().ready();
    const airtable = withAirtable(world);
    for (let i = 0; i < 250; i++) {
      airtable.records.set(`rec${i}`, { fldEmail: `c${i}@bakery.example` });
    }
    expect(pullLists(world.services(), world.now + 100).unfinished).toBe(true);
    world.now += HOUR;
    const { problem } = pull(world);
    expect(problem).toBeUndefined();
    expect(world.rows(clients)).toHaveLength(250);
  });

  it('waits half a minute after a 429, and leaves the rest for later where there is no time', () => {
    const world = new World().ready();
    const airtable = withAirtable(world);
    airtable.records.set('rec1', LIN);
    const busy = { status: 429, body: { errors: [{ error: 'RATE_LIMIT_REACHED' }] } };
    airtable.misbehave = (nth) => (nth === 0 ? busy : undefined);
    expect(pull(world).done).toContain('1 client added');
    expect(world.slept).toBeGreaterThanOrEqual(30_000);

    airtable.misbehave = () => busy;
    world.now += 25 * HOUR;
    const { unfinished, problem, lookAgainAt } = pullLists(world.services(), world.now + 1000);
    expect([unfinished, problem]).toEqual([true, 'Airtable: It could not go on: it asks to wait.']);
    expect((lookAgainAt ?? 0) - world.now).toBe(30_000);
  });

  it.each([
    [401, { error: { type: 'AUTHENTICATION_REQUIRED', message: 'no' } }, 'not accepted'],
    [403, { error: { type: 'INVALID_PERMISSIONS', message: 'no' } }, 'does not reach this base'],
    [404, { error: 'NOT_FOUND' }, 'does not reach this base or table (NOT_FOUND)'],
    [422, { errors: [{ error: 'X', message: 'Unknown field' }] }, '422: X: Unknown field'],
  ])('says what is wrong and what to do after %i', (status, body, words) => {
    const world = new World().ready();
    const airtable = withAirtable(world);
    airtable.misbehave = () => ({ status, body });
    const { problem, unfinished } = pull(world);
    expect(problem).toContain(words);
    expect(unfinished).toBeUndefined();
    expect(listRun(world.services().state, 'airtable').problem).toContain(words);
  });

  it('never shows the token, even where the service repeats it', () => {
    const world = new World().ready();
    const airtable = withAirtable(world);
    airtable.misbehave = () => ({
      status: 422,
      body: { error: { type: 'BAD', message: 'pat-sample-token is odd' } },
    });
    pull(world);
    expect(JSON.stringify([...world.state])).not.toContain('pat-sample-token');
  });

  it('takes two records with one address for one client, and says so', () => {
    const world = new World().ready();
    const airtable = withAirtable(world);
    airtable.records.set('rec1', LIN);
    airtable.records.set('rec2', { ...LIN, fldName: 'Lin again' });
    const { problem } = pull(world);
    expect(world.rows(clients)).toHaveLength(1);
    expect(problem).toContain('Lin again: Another record has the address of Ms Lin');
  });

  it('writes what looks like a formula as text, and passes over what no cell may hold', () => {
    const world = new World().ready();
    const airtable = withAirtable(world);
    airtable.records.set('rec1', { ...LIN, fldName: '=IMPORTXML("x")', fldStage: 'Won' });
    const { problem } = pull(world);
    expect(world.rows(clients)).toMatchObject([{ name: '=IMPORTXML("x")', stage: '' }]);
    expect(problem).toContain('Stage: “Won” is not one of the choices');
  });
});

describe('consent', () => {
  const matching = { ...AIRTABLE_MATCHING, consent: 'fldOptIn' };

  it('is not raised by a list that has no column for how and when', () => {
    const world = new World().ready();
    const airtable = withAirtable(world, { matching });
    airtable.records.set('rec1', { ...LIN, fldOptIn: 'yes' });
    expect(pull(world).problem).toContain('not how and when they agreed');
    expect(world.rows(clients)).toMatchObject([{ consent: '' }]);
  });

  it('stays unsubscribed whatever the list says', () => {
    const world = new World().ready();
    world.put(clients, aClient({ consent: 'unsubscribed' }));
    const airtable = withAirtable(world, { matching });
    airtable.records.set('rec1', { ...LIN, fldOptIn: 'service only' });
    pull(world);
    expect(world.rows(clients)).toMatchObject([{ consent: 'unsubscribed' }]);
  });

  it('stays unsubscribed though the row was deleted since', () => {
    const world = new World().ready();
    world.put(unsubscribed, { mark: clients.derive(aClient()), day: '2026-05-01', at: null });
    const airtable = withAirtable(world, { matching });
    airtable.records.set('rec1', { ...LIN, fldOptIn: 'service only' });
    pull(world);
    expect(world.rows(clients)).toMatchObject([
      { consent: 'unsubscribed', consentDate: '2026-05-01' },
    ]);
  });

  it('ends where the list says so, whatever stands here', () => {
    const world = new World().ready();
    world.put(clients, aClient());
    const airtable = withAirtable(world, { matching });
    airtable.records.set('rec1', { ...LIN, fldOptIn: 'unsubscribed' });
    pull(world);
    expect(world.rows(clients)).toMatchObject([{ consent: 'unsubscribed' }]);
  });
});

describe('a pull from Notion', () => {
  const page = (i: number) => ({
    title: richText(`Client ${i}`),
    'ml%3A': `c${i}@tea.example`,
    stg: { name: 'Active', color: 'green' },
    wrk: [{ name: 'SEO' }, { name: 'Logo' }],
  });

  it('brings in every page, though pages are shorter than asked', () => {
    const world = new World().ready();
    const notion = withNotion(world);
    for (let i = 0; i < 260; i++) notion.pages.set(`page-${i}`, page(i));
    expect(pull(world).done).toBe('Notion: 260 clients added');
    expect(world.rows(clients)[259]).toMatchObject({
      name: 'Client 259',
      stage: 'Active',
      pastWork: ['SEO', 'Logo'],
    });
    expect(
      world.requests.every(({ headers }) => headers?.['Notion-Version'] === '2025-09-03'),
    ).toBe(true);
  });

  it('takes a page in the trash for gone', () => {
    const world = new World().ready();
    const notion = withNotion(world);
    notion.pages.set('page-1', page(1));
    pull(world);
    notion.trash.add('page-1');
    expect(pullNextDay(world).done).toBe('Notion: 1 no longer in the list');
  });

  it('waits as long as it is told', () => {
    const world = new World().ready();
    const notion = withNotion(world);
    notion.pages.set('page-1', page(1));
    notion.misbehave = (nth) =>
      nth === 0
        ? { status: 529, headers: { 'Retry-After': '23' }, body: { code: 'service_overload' } }
        : undefined;
    expect(pull(world).done).toBe('Notion: 1 client added');
    expect(world.slept).toBe(23_000);
  });

  it('marks nothing as gone where Notion left something out', () => {
    const world = new World().ready();
    const notion = withNotion(world);
    notion.pages.set('page-1', page(1));
    pull(world);
    const { requests } = notion;
    notion.misbehave = () => ({
      status: 200,
      body: {
        object: 'list',
        results: [],
        next_cursor: null,
        has_more: false,
        request_status: { type: 'incomplete', incomplete_reason: 'query_result_limit_reached' },
      },
    });
    pullNextDay(world);
    expect(requests.length).toBeGreaterThan(1);
    expect(world.rows(sources)).toMatchObject([{ state: 'here' }]);
  });
});

describe('writing back', () => {
  const taps = { share: 'taps', field: 'fldTaps', type: 'number' } as const;

  it('fills the named column only, and only when something changed', () => {
    const world = new World().ready();
    const airtable = withAirtable(world, { back: [taps] });
    for (let i = 0; i < 25; i++) {
      airtable.records.set(`rec${i}`, { fldEmail: `c${i}@bakery.example` });
    }
    expect(pull(world).done).toBe('Airtable: 25 clients added, 25 records written back');
    const writes = () => world.requests.filter(({ method }) => method === 'PATCH');
    expect(writes()).toHaveLength(3);
    expect(airtable.records.get('rec7')).toEqual({ fldEmail: 'c7@bakery.example', fldTaps: 0 });
    expect(pullNextDay(world).done).toBe('');
    world.write(clients, 8, { taps: 4 });
    expect(pullNextDay(world).done).toBe('Airtable: 1 record written back');
    expect(airtable.records.get('rec7')?.fldTaps).toBe(4);
    expect(writes()).toHaveLength(4);
  });

  it('lets one record that is refused there hold back no other', () => {
    const world = new World().ready();
    const airtable = withAirtable(world, { back: [taps] });
    for (let i = 0; i < 10; i++) {
      airtable.records.set(`rec${i}`, { fldEmail: `c${i}@bakery.example` });
    }
    airtable.misbehave = (nth) => {
      // The list has come; before anything is written back, one record is deleted there.
      if (nth === 1) airtable.records.delete('rec3');
      return undefined;
    };
    const { done, problem } = pull(world);
    expect(done).toBe('Airtable: 10 clients added, 9 records written back');
    expect(problem).toContain('does not reach');
    expect(airtable.records.get('rec4')?.fldTaps).toBe(0);
  });

  it('writes a page of Notion’s in the form of each property', () => {
    const world = new World().ready();
    const notion = withNotion(world, [
      { share: 'taps', field: 'tps', type: 'number' },
      { share: 'lastLetter', field: 'lst', type: 'date' },
    ]);
    world.put(clients, aClient({ taps: 3 }));
    world.put(letters, aLetter({ status: 'sent', sent: NOW }));
    notion.pages.set('page-1', { 'ml%3A': 'lin@bakery.example' });
    pull(world);
    expect(notion.pages.get('page-1')).toMatchObject({ tps: 3, lst: { start: '2026-11-21' } });
  });

  it('goes on with the writing alone where time ran out', () => {
    const world = new World().ready();
    const airtable = withAirtable(world, { back: [taps] });
    for (let i = 0; i < 95; i++) {
      airtable.records.set(`rec${i}`, { fldEmail: `c${i}@bakery.example` });
    }
    expect(pullLists(world.services(), world.now + 700).unfinished).toBe(true);
    const gets = () => world.requests.filter(({ method }) => method === 'GET').length;
    expect(gets()).toBe(1);
    expect(pull(world).done).toContain('written back');
    expect(gets()).toBe(1);
    expect([...airtable.records.values()].every(({ fldTaps }) => fldTaps === 0)).toBe(true);
  });

  it('stops after three records refused in a row, and the pull stands', () => {
    const world = new World().ready();
    const airtable = withAirtable(world, { back: [taps] });
    for (let i = 0; i < 95; i++) {
      airtable.records.set(`rec${i}`, { fldEmail: `c${i}@bakery.example` });
    }
    airtable.misbehave = (nth) =>
      nth > 0 ? { status: 422, body: { error: { type: 'INVALID_VALUE_FOR_COLUMN' } } } : undefined;
    const { done, problem } = pull(world);
    expect(done).toBe('Airtable: 95 clients added');
    expect(problem).toContain('INVALID_VALUE_FOR_COLUMN');
    // The list, ten together, and three of them alone.
    expect(world.requests).toHaveLength(5);
  });
});

it('ends as an undisturbed run does, wherever it was killed', () => {
  const prepared = (): World => {
    const world = new World().ready();
    world.put(clients, aClient({ stage: 'Active' }));
    const airtable = withAirtable(world, {
      back: [{ share: 'taps', field: 'fldTaps', type: 'number' }],
    });
    airtable.records.set('rec1', { ...LIN, fldNotes: 'n' });
    airtable.records.set('rec2', { fldEmail: 'wang@tea.example', fldWork: ['SEO'] });
    const notion = withNotion(world);
    notion.pages.set('page-1', { 'ml%3A': 'vogt@law.example', title: richText('Mr Vogt') });
    return world;
  };
  const undisturbed = prepared();
  pull(undisturbed);
  const { calls } = undisturbed;
  pullNextDay(undisturbed);
  expect(calls.length).toBeGreaterThan(20);
  for (let killAt = 0; killAt < calls.length; killAt++) {
    const world = prepared();
    world.killAt = killAt;
    expect(() => pull(world)).toThrow(Killed);
    world.killAt = Infinity;
    pull(world);
    pullNextDay(world);
    expect([killAt, world.snapshot()]).toEqual([killAt, undisturbed.snapshot()]);
  }
  expect(undisturbed.state.get(STATE.look)).toBeDefined();
});
