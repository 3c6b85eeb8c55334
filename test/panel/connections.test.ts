import { richText } from '../../demo/lists/notion';
import { SAMPLE_BASE, SAMPLE_TABLE, SampleAirtable } from '../../demo/lists/airtable';
import { clients } from '../../src/core/workbook';
import { panel } from '../../src/panel';
import type { PanelAnswers, PanelCall } from '../../src/panel/protocol';
import {
  AIRTABLE_FIELDS,
  AIRTABLE_MATCHING,
  reach,
  TOKEN,
  withAirtable,
  withNotion,
} from '../support/lists';
import { aClient } from '../support/rows';
import { World } from '../support/services';

const ask = <R extends PanelCall>(world: World, request: R): PanelAnswers[R['do']] =>
  panel(world.services(), request) as PanelAnswers[R['do']];
const cardOf = (world: World, id: string) =>
  ask(world, { do: 'connections' }).connections.find((card) => card.id === id);

const PLACE = { id: `${SAMPLE_BASE}/${SAMPLE_TABLE}`, title: 'Studio · Clients' };
const LIN = { fldName: 'Ms Lin', fldEmail: 'lin@bakery.example' };

function unconnected(): { world: World; airtable: SampleAirtable } {
  const world = new World().ready();
  const airtable = new SampleAirtable({
    token: TOKEN,
    fields: AIRTABLE_FIELDS,
    now: () => world.now,
  });
  reach(world, 'api.airtable.com', airtable);
  return { world, airtable };
}

it('is connected step by step: token, list, columns, a look at ten, a pull', () => {
  const { world, airtable } = unconnected();
  airtable.records.set('rec1', LIN);
  airtable.records.set('rec2', { fldName: 'Nobody' });
  expect(cardOf(world, 'airtable')).toMatchObject({ state: 'off', secret: { isKept: false } });
  ask(world, { do: 'setSecret', name: 'AIRTABLE_TOKEN', value: TOKEN });
  expect(cardOf(world, 'airtable')).toMatchObject({ state: 'open', secret: { isKept: true } });
  expect(ask(world, { do: 'testConnection', id: 'airtable' }).said).toContain('shows 1 list');
  expect(ask(world, { do: 'listPlaces', list: 'airtable' }).places).toEqual([PLACE]);
  const columns = ask(world, { do: 'listColumns', list: 'airtable', place: PLACE.id });
  expect(columns.guess).toEqual(AIRTABLE_MATCHING);
  const choice = { list: 'airtable', place: PLACE, matching: columns.guess } as const;
  const before = world.snapshot();
  expect(ask(world, { do: 'previewList', ...choice })).toEqual({
    rows: [{ what: 'added', name: 'Ms Lin', email: LIN.fldEmail, detail: '' }],
    unchanged: 0,
    withoutAddress: 1,
    refused: [],
  });
  expect(world.snapshot()).toBe(before);
  ask(world, { do: 'connectList', ...choice, hours: 24 });
  expect(ask(world, { do: 'runConnection', id: 'airtable' }).done).toContain('1 client added');
  expect(cardOf(world, 'airtable')).toMatchObject({
    state: 'on',
    what: 'Studio · Clients, every 24 hours',
    did: '1 client added, 1 record without a mail address passed over',
    lastRun: world.now,
    nextRun: world.now + 24 * 3_600_000,
  });
});

it('never hands out the token', () => {
  const world = new World().ready();
  withAirtable(world);
  expect(JSON.stringify(ask(world, { do: 'connections' }))).not.toContain(TOKEN);
});

it('guesses no column for consent', () => {
  const { world } = unconnected();
  world.vault.set('AIRTABLE_TOKEN', TOKEN);
  const { fields, guess } = ask(world, { do: 'listColumns', list: 'airtable', place: PLACE.id });
  expect(fields.map(({ name }) => name)).toContain('Opt-in');
  expect(guess.consent).toBeUndefined();
});

it.each([
  [{ name: 'fldName' }, [], 'No column is chosen for Email'],
  [{ email: 'fldGone' }, [], 'The column chosen for Email is no longer there'],
  [{ email: 'fldFiles' }, [], 'cannot be read'],
  [{ email: 'fldEmail' }, ['fldFiles'], 'Nothing can be written into “Files”'],
  [{ email: 'fldEmail', stage: 'fldStage' }, ['fldStage'], '“Status” is chosen twice'],
])('refuses the columns %j and %j', (matching, written, why) => {
  const { world } = unconnected();
  world.vault.set('AIRTABLE_TOKEN', TOKEN);
  const back = written.map((field) => ({ share: 'stage' as const, field, type: '' }));
  expect(() =>
    ask(world, { do: 'connectList', list: 'airtable', place: PLACE, matching, back, hours: 24 }),
  ).toThrow(why);
});

it('says what is wrong on the card, and how to put it right', () => {
  const world = new World().ready();
  const airtable = withAirtable(world);
  airtable.misbehave = () => ({ status: 401, body: { error: { type: 'AUTH' } } });
  ask(world, { do: 'runConnection', id: 'airtable' });
  expect(cardOf(world, 'airtable')).toMatchObject({ state: 'trouble' });
  expect(cardOf(world, 'airtable')?.problem).toContain('Make a new personal access token');
  expect(() => ask(world, { do: 'testConnection', id: 'airtable' })).toThrow(
    'Airtable: The token is not accepted.',
  );
});

it('forgets token and choice when disconnected, and keeps the clients', () => {
  const world = new World().ready();
  const notion = withNotion(world);
  notion.pages.set('page-1', { title: richText('Ms Lin'), 'ml%3A': 'lin@bakery.example' });
  ask(world, { do: 'runConnection', id: 'notion' });
  ask(world, { do: 'disconnect', id: 'notion' });
  expect(cardOf(world, 'notion')).toMatchObject({ state: 'off' });
  expect(JSON.stringify([...world.vault, ...world.state])).not.toContain(TOKEN);
  expect(world.rows(clients)).toHaveLength(1);
  expect(() => ask(world, { do: 'runConnection', id: 'notion' })).toThrow('not connected yet');
});

describe('a difference', () => {
  function differing(): { world: World; airtable: SampleAirtable } {
    const world = new World().ready();
    world.put(clients, aClient({ name: 'Madam Lin' }));
    const airtable = withAirtable(world);
    airtable.records.set('rec1', LIN);
    ask(world, { do: 'runConnection', id: 'airtable' });
    return { world, airtable };
  }

  const settle = (world: World, side: 'ours' | 'theirs') => {
    const [line] = ask(world, { do: 'differences', list: 'airtable' }).lines;
    if (line === undefined) throw new Error('no difference');
    const { source, field, ours } = line;
    return ask(world, { do: 'settleDifference', list: 'airtable', source, field, ours, side });
  };

  it('is shown with both sides', () => {
    const { world } = differing();
    expect(ask(world, { do: 'differences', list: 'airtable' }).lines).toMatchObject([
      { client: 'Madam Lin', column: 'Name', ours: 'Madam Lin', theirs: 'Ms Lin' },
    ]);
  });

  it('is gone once ours was kept, and stays so until the list changes', () => {
    const { world, airtable } = differing();
    expect(settle(world, 'ours').lines).toEqual([]);
    ask(world, { do: 'runConnection', id: 'airtable' });
    expect(ask(world, { do: 'differences', list: 'airtable' }).lines).toEqual([]);
    expect(world.rows(clients)).toMatchObject([{ name: 'Madam Lin' }]);
    airtable.records.set('rec1', { ...LIN, fldName: 'Mrs Lin' });
    ask(world, { do: 'runConnection', id: 'airtable' });
    expect(ask(world, { do: 'differences', list: 'airtable' }).lines).toHaveLength(1);
  });

  it('is written where theirs was taken', () => {
    const { world } = differing();
    expect(settle(world, 'theirs').lines).toEqual([]);
    expect(world.rows(clients)).toMatchObject([{ name: 'Ms Lin' }]);
  });

  it('writes nothing over what was changed since it was shown', () => {
    const { world } = differing();
    const [line] = ask(world, { do: 'differences', list: 'airtable' }).lines;
    if (line === undefined) throw new Error('no difference');
    world.write(clients, 1, { name: 'Mother Lin' });
    const { source, field, ours } = line;
    const theirs = { list: 'airtable', source, field, ours, side: 'theirs' } as const;
    expect(() => ask(world, { do: 'settleDifference', ...theirs })).toThrow('“Mother Lin”');
    expect(world.rows(clients)).toMatchObject([{ name: 'Mother Lin' }]);
  });
});

it('names who is no longer in the list', () => {
  const world = new World().ready();
  const airtable = withAirtable(world);
  airtable.records.set('rec1', LIN);
  ask(world, { do: 'runConnection', id: 'airtable' });
  airtable.records.clear();
  ask(world, { do: 'runConnection', id: 'airtable' });
  expect(ask(world, { do: 'differences', list: 'airtable' }).gone).toEqual(['Ms Lin']);
});
