import {
  clientOfToken,
  clientProblems,
  clientsById,
  reach,
  unsubscribeToken,
} from '../../../src/core/clients/client';
import { aClient } from '../../support/rows';

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
    expect([...clientsById(twins).keys()]).toEqual(['C-lin']);
  });

  it('are a problem', () => {
    expect(clientProblems(twins)).toMatchObject([{ code: 'address-twice' }]);
  });
});

it('tells of consent without a basis and of an address that cannot work', () => {
  const problems = clientProblems([
    aClient({ consentBasis: '' }),
    aClient({ id: 'x', email: 'lin' }),
  ]);
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
