import { clientsById, reach } from '../../src/core/clients/client';
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
  speeds,
  tastes,
  unsubscribed,
} from '../../src/core/workbook';
import { finishForgetting, forget } from '../../src/jobs/forget';
import { bookStatements } from '../../src/jobs/ledger';
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
  found.put(
    drafts,
    { id: 'L-one', ...of, body: 'Hello Ms Lin' },
    { id: 'L-other', clientId: 'C-b', body: 'Hello Bo' },
  );
  found.put(tastes, { id: 'L-one', ...of, at: NOW, before: 'Hello Ms Lin', after: 'Dear Ms Lin' });
  found.put(speeds, {
    ...blankRow(speeds),
    ...of,
    address: 'https://bakery.example',
    runs: '[{"url":"https://bakery.example"}]',
    field: '{"id":"https://bakery.example"}',
  });
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
  expect(found.rows(unsubscribed)).toEqual([{ mark: ID, day: '2026-11-21', at: NOW }]);
});

it('sends nothing to another row with her address either', () => {
  const found = world();
  found.put(clients, aClient({ id: 'C-twin', name: 'A. Lin', email: ' LIN@bakery.example' }));
  found.put(letters, aLetter({ id: 'L-twin', clientId: 'C-twin', status: 'approved' }));
  forget(found.services(), ID);
  const { sheets } = found.services();
  const twin = clientsById(sheets.read(clients)).get('C-twin');
  expect(twin && reach(twin)).toEqual({ letters: 'none', why: 'unsubscribed' });
  expect(found.rows(letters).at(-1)?.status).toBe('skipped');
  expect(found.rows(clients)[1]?.consent).toBe('yes');
  expect(found.rows(unsubscribed)).toHaveLength(1);
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
const IMPERSONAL = ['_Stages', 'Addresses', 'Links', '_Routes'];

it.each([drafts, tastes])('finds what $tab holds of a letter whose row was deleted', (table) => {
  const found = world();
  found.put(drafts, { id: 'L-gone', clientId: ID, body: 'Hello Ms Lin, once more' });
  found.put(tastes, { id: 'L-gone', clientId: ID, at: NOW, before: 'Ms Lin', after: 'Lin' });
  const file = JSON.parse(exportClient(found.services(), ID).json) as Record<string, object[]>;
  expect(file[table.tab]).toContainEqual(expect.objectContaining({ 'Letter ID': 'L-gone' }));
  forget(found.services(), ID);
  expect(everything(found)).not.toMatch(PERSONAL);
});

it('finds by its letter what an older version noted without the client', () => {
  const found = world();
  found.write(drafts, 1, { clientId: '' });
  forget(found.services(), ID);
  expect(found.rows(drafts)[0]?.body).toBe('');
});

it('empties the network’s mark for her as customer, in the ledger and in what was reported', () => {
  const found = world();
  const sale = (externalId: string, customer: string, status: 'pending' | 'approved') => ({
    network: 'Impact',
    externalId,
    at: NOW,
    status,
    sale: null,
    commission: { minor: 500, currency: 'TWD' },
    subId: '',
    order: `order ${externalId}`,
    customer,
  });
  const said = [sale('1', 'cus_lin', 'approved'), sale('2', 'cus_bo', 'pending')];
  const origin = { kind: 'report' as const, source: 'x.csv' };
  bookStatements(found.services(), said, origin);
  const [, hers, his] = found.rows(commissions);
  found.write(commissions, 2, { clientId: ID });
  expect([hers?.customer, his?.customer]).toEqual(['cus_lin', 'cus_bo']);
  expect(exportClient(found.services(), ID).json).toContain('cus_lin');
  forget(found.services(), ID);
  expect(everything(found)).not.toContain('cus_lin');
  expect(everything(found)).toContain('cus_bo');
  bookStatements(found.services(), said, origin);
  expect(everything(found)).not.toContain('cus_lin');
  expect(found.rows(commissions).map(({ commission }) => commission?.minor)).toEqual([
    10_000, 500, 500,
  ]);
});

it('every address of a page or person in a tab about clients is personal, but for affiliate addresses', () => {
  const kept = HELD.flatMap(({ table, personal }) =>
    Object.entries(table.columns)
      .filter(([, { header }]) => /address|website|e-?mail|url|page/i.test(header))
      .filter(([name]) => !personal.includes(name) && name !== table.key)
      .map(([name]) => `${table.tab}.${name}`),
  );
  expect(kept).toEqual(['Addresses.address']);
});

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
  // The ledger's own words and numbers, by which its sums stay right.
  'Commissions.network',
  'Commissions.externalId',
  'Commissions.productId',
  'Commissions.subId',
  'Commissions.clientId',
  'Commissions.status',
  'Commissions.currency',
  'Claims.state',
];
