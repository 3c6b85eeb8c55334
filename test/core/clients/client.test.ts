import {
  clientOfToken,
  clientProblems,
  clientsById,
  reach,
  unsubscribeToken,
} from '../../../src/core/clients/client';
import type { Client } from '../../../src/core/workbook';
import { aClient } from '../../support/rows';

/** A tab whose rows can all be read, but for those that are given apart. */
const people = (all: Client[], unreadable: Client[] = []) => ({
  rows: all.filter((client) => !unreadable.includes(client)),
  all,
});

describe('reach', () => {
  it.each([
    [{ consent: 'yes' }, { letters: 'with recommendations' }],
    [{ consent: 'service only', consentBasis: '' }, { letters: 'report only' }],
    [{ consent: '' }, { letters: 'none', why: 'has not consented' }],
    [{ consent: 'unsubscribed' }, { letters: 'none', why: 'unsubscribed' }],
    [{ stage: 'Closed' }, { letters: 'none', why: 'is closed' }],
    [{ email: 'nowhere' }, { letters: 'none', why: 'has no mail address that works' }],
    [{ consentDate: '' }, { letters: 'none', why: 'has consent without a basis or a date' }],
  ] as const)('of %j is %j', (given, expected) => {
    expect(reach(aClient(given))).toEqual(expected);
  });
});

describe('clients who share a mail address', () => {
  const twins = [aClient(), aClient({ id: 'C-twin', email: 'LIN@bakery.example' })];

  it('count as one: only the first gets letters', () => {
    expect([...clientsById(people(twins)).keys()]).toEqual(['C-lin']);
  });

  it('count as one even where the first row cannot be read', () => {
    expect(clientsById(people(twins, twins.slice(0, 1))).size).toBe(0);
  });

  it.each([0, 1])('have all unsubscribed where row %i has, readable or not', (ended) => {
    const rows = twins.map((client, i) =>
      i === ended ? { ...client, consent: 'unsubscribed' as const } : client,
    );
    for (const unreadable of [[], rows.slice(ended, ended + 1)]) {
      const found = [...clientsById(people(rows, unreadable)).values()];
      expect(found.map(reach)).toEqual(found.map(() => ({ letters: 'none', why: 'unsubscribed' })));
      expect(found).toHaveLength(2 - unreadable.length);
    }
  });

  it('are a problem', () => {
    expect(clientProblems(people(twins))).toMatchObject([{ code: 'address-twice' }]);
  });
});

it('tells of consent without a basis and of an address that cannot work', () => {
  const problems = clientProblems(
    people([aClient({ consentBasis: '' }), aClient({ id: 'x', email: 'lin' })]),
  );
  expect(problems.map(({ code }) => code)).toEqual([
    'consent-without-basis',
    'client-without-address',
  ]);
});

describe('unsubscribe tokens', () => {
  it('stand for the client they were made for', () => {
    expect(clientOfToken(unsubscribeToken('C-lin', 'key'), 'key')).toBe('C-lin');
  });

  it.each(['CRM_0042', 'A.7', 'Müller', '12 b', '客戶', 'ab', '6162', 'a'.repeat(60)])(
    'stand for an id that a person typed, and pass the gate: “%s”',
    (id) => {
      const token = unsubscribeToken(id, 'key');
      expect(token).toMatch(/^[A-Za-z0-9-]{1,260}\.[a-z0-9]{16}$/);
      expect(clientOfToken(token, 'key')).toBe(id);
    },
  );

  it('stay as they were for ids of ours, for letters that have left', () => {
    expect(unsubscribeToken('C-lin', 'key')).toMatch(/^C-lin\.[a-z0-9]{16}$/);
  });

  it.each(['C-lin.', 'C-lin.aaaaaaaaaaaaaaaa', 'C-lin', '', 'C-wu.x'])(
    'cannot be guessed: “%s”',
    (token) => {
      expect(clientOfToken(token, 'key')).toBeUndefined();
    },
  );

  it('are worth nothing under another key, or none', () => {
    expect(clientOfToken(unsubscribeToken('C-lin', 'other'), 'key')).toBeUndefined();
    expect(clientOfToken(unsubscribeToken('C-lin', ''), '')).toBeUndefined();
  });
});
