import { HELD } from '../../src/core/clients/held';
import { derivedId } from '../../src/core/identity';
import { blankRow } from '../../src/core/schema/table';
import {
  clicks,
  clients,
  commissions,
  drafts,
  findings,
  letters,
  links,
  sources,
  tastes,
  unsubscribed,
} from '../../src/core/workbook';
import { finishForgetting, forget } from '../../src/jobs/forget';
import { exportClient, forgetClient } from '../../src/panel/held';
import { aClick, aClient, aCommission, aLetter, aLink, NOW } from '../support/rows';
import { Killed, World } from '../support/services';

const EMAIL = 'lin@bakery.example';
const ID = derivedId('C', EMAIL);
/** What must stand nowhere once she is forgotten. */
const PERSONAL = /Lin|bakery|secret note|Safari|contract 2025/i;

function world(): World {
  const found = new World().ready();
  const of = { clientId: ID };
  found.put(
    clients,
    aClient({ id: ID, notes: 'secret note' }),
    aClient({
      id: 'C-b',
      name: 'Bo',
      email: 'bo@b.example',
      company: 'B',
      consentBasis: 'by mail',
      website: '',
      industry: '',
    }),
  );
  found.put(
    letters,
    aLetter({ ...of, status: 'sent', sent: NOW - 1e8, checks: 'Measured on bakery.example' }),
    aLetter({ ...of, id: 'L-next', status: 'approved', approved: NOW }),
    aLetter({ id: 'L-other', clientId: 'C-b', body: 'Hello Bo' }),
  );
  found.put(links, aLink(of));
  found.put(clicks, aClick({ ...of, agent: 'Safari' }));
  found.put(commissions, aCommission(of));
  found.put(findings, {
    ...blankRow(findings),
    id: 'F',
    ...of,
    address: 'https://bakery.example',
    found: '[]',
  });
  found.put(drafts, { id: 'L-one', body: 'Hello Ms Lin' }, { id: 'L-other', body: 'Hello Bo' });
  found.put(tastes, { id: 'L-one', at: NOW, before: 'Hello Ms Lin', after: 'Dear Ms Lin' });
  found.put(sources, {
    ...blankRow(sources),
    id: 'S',
    ...of,
    state: 'here',
    last: '{"name":"Ms Lin"}',
  });
  return found;
}

const everything = (found: World) =>
  JSON.stringify(
    [...found.grids].filter(([tab]) => tab !== 'Settings').map(([, [, ...rows]]) => rows),
  );

it('empties all that is personal, and keeps ids, sums and others', () => {
  const found = world();
  forget(found.services(), ID);
  expect(everything(found)).not.toMatch(PERSONAL);
  expect(found.rows(clients)[0]).toMatchObject({
    id: ID,
    email: '',
    consent: 'unsubscribed',
    stage: 'Delivered',
  });
  expect(found.rows(commissions)).toEqual(world().rows(commissions));
  expect(found.rows(links)).toEqual(world().rows(links));
  expect(found.rows(clicks)[0]).toMatchObject({ counted: true, agent: '' });
  expect(found.rows(letters).map(({ status, body }) => [status, body])).toEqual([
    ['sent', ''],
    ['skipped', ''],
    ['drafted', 'Hello Bo'],
  ]);
  expect(found.rows(drafts)[1]?.body).toBe('Hello Bo');
  expect(found.state.has('FORGETTING')).toBe(false);
});

it('keeps the mark by which her address stays unsubscribed', () => {
  const found = world();
  forget(found.services(), ID);
  expect(found.rows(unsubscribed)).toEqual([{ mark: ID, day: '2026-11-21' }]);
});

it('takes the link to an outside list, so that no pull brings her back', () => {
  const found = world();
  forget(found.services(), ID);
  expect(found.rows(sources)[0]).toMatchObject({ clientId: '', last: '' });
});

it('ends the same wherever an execution ends, and twice changes nothing', () => {
  const whole = world();
  forget(whole.services(), ID);
  const [expected, length] = [whole.snapshot(), whole.calls.length];
  forget(whole.services(), ID);
  expect(whole.snapshot()).toBe(expected);
  for (let killAt = 1; killAt < length; killAt++) {
    const found = world();
    found.killAt = killAt;
    expect(() => forget(found.services(), ID)).toThrow(Killed);
    found.killAt = Infinity;
    if (found.state.has('FORGETTING')) finishForgetting(found.services());
    else forget(found.services(), ID);
    expect(found.snapshot()).toBe(expected);
  }
});

it('says what lies outside of the workbook, with the address to search for', () => {
  const found = world();
  expect(forgetClient(found.services(), ID).left).toMatch(
    /Gmail \(search for “lin@bakery\.example”/,
  );
  expect(() => forgetClient(found.services(), 'C-nobody')).toThrow(/no longer in the Clients tab/);
});

it('hands over all that is held, and nothing about others', () => {
  const { name, json } = exportClient(world().services(), ID);
  const file = JSON.parse(json) as Record<string, Record<string, unknown>[]>;
  expect(name).toBe(`${ID}.json`);
  expect(Object.keys(file)).toEqual(
    expect.arrayContaining([
      'Clients',
      'Letters',
      'Links',
      'Clicks',
      'Commissions',
      '_Findings',
      '_Drafts',
      '_Taste',
      '_Sources',
    ]),
  );
  expect(file.Clients).toEqual([
    expect.objectContaining({ Name: 'Ms Lin', Email: EMAIL, Notes: 'secret note' }),
  ]);
  expect(file.Letters).toHaveLength(2);
  expect(json).not.toMatch(/\bBo\b|bo@b/);
});

/** Tabs about clients that hold ids, days and sums only. */
const IMPERSONAL = ['_Stages', 'Addresses', 'Links', 'Commissions', '_Routes'];

it('every tab about clients says which of its columns are personal, or is known to have none', () => {
  const without = HELD.filter(({ personal }) => personal.length === 0).map(
    ({ table }) => table.tab,
  );
  expect(without.sort()).toEqual([...IMPERSONAL].sort());
});

it('no text that a person or a writer filled escapes a tab that has personal columns', () => {
  const kept = HELD.filter(({ personal }) => personal.length > 0).flatMap(({ table, personal }) =>
    Object.entries(table.columns)
      .filter(
        ([name, { format, by }]) => format === '@' && by === 'person' && !personal.includes(name),
      )
      .map(([name]) => `${table.tab}.${name}`),
  );
  expect(kept).toEqual(KEPT);
});

/** Words from a list of choices, which tell nothing about who it is. */
const KEPT = [
  'Clients.stage',
  'Clients.language',
  'Clients.channel',
  'Clients.consent',
  'Letters.status',
  'Claims.state',
];
