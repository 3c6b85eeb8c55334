import { clientsCsv, demoClients, mistakenClients } from '../../demo/clients';
import { reach } from '../../src/core/clients/client';
import { type Intake, planIntake } from '../../src/core/clients/intake';
import { CONTEXT, NOBODY, TODAY } from '../support/rows';

const SEEDS = ['perennial', 'a', 'b', 'c'];

const intakeOf = (csv: string): Intake => planIntake(csv, NOBODY, { ...CONTEXT, today: TODAY });

test('the same seed makes the same clients, another one others', () => {
  expect(demoClients('a')).toEqual(demoClients('a'));
  expect(demoClients('a')).not.toEqual(demoClients('b'));
});

describe.each(SEEDS)('with the seed %s', (seed) => {
  const clients = demoClients(seed);

  test('there are fifty, told apart by mail address and host', () => {
    expect(clients).toHaveLength(50);
    expect(new Set(clients.map(({ email }) => email)).size).toBe(50);
    const hosts = clients.map(({ host }) => host).filter((host) => host !== '');
    expect(new Set(hosts).size).toBe(hosts.length);
    for (const host of hosts) expect(host).toMatch(/^[a-z0-9-]+\.example$/);
  });

  test('they speak four languages and work in eight industries', () => {
    const speaking = (language: string): number =>
      clients.filter((client) => client.language === language).length;
    expect(['en', 'zh-TW', 'de', 'ja'].map(speaking)).toEqual([20, 14, 8, 8]);
    expect(new Set(clients.map(({ industry }) => industry)).size).toBe(8);
    expect(new Set(clients.map(({ stage }) => stage)).size).toBeGreaterThan(4);
  });

  test('their sites are of every kind', () => {
    const count = (kind: string): number => clients.filter(({ site }) => site === kind).length;
    expect(['none', 'silent', 'challenge', 'script', 'own'].map(count)).toEqual([3, 1, 1, 1, 44]);
    expect(clients.every(({ site, website }) => (site === 'none') === (website === ''))).toBe(true);
  });

  test('an intake takes every row as it was meant', () => {
    const { added, refused, withoutConsent } = intakeOf(clientsCsv(clients));
    expect(refused).toEqual([]);
    expect(withoutConsent).toHaveLength(4);
    const listed = Object.keys(clients[0] ?? {}).filter((name) => !['site', 'host'].includes(name));
    added.forEach((row, i) => {
      expect(row).toMatchObject(
        Object.fromEntries(Object.entries(clients[i] ?? {}).filter(([n]) => listed.includes(n))),
      );
    });
    const reached = added.map((row) => reach(row));
    const letters = (kind: string): number => reached.filter((r) => r.letters === kind).length;
    expect(letters('with recommendations')).toBe(39);
    expect(letters('report only')).toBe(4);
    const why = reached.flatMap((r) => (r.letters === 'none' ? [r.why] : [])).sort();
    expect(why).toEqual([
      ...Array<string>(4).fill('has not consented'),
      ...Array<string>(2).fill('is closed'),
      'unsubscribed',
    ]);
  });

  test('an intake refuses the mistaken rows, each for its reason', () => {
    const mistakes = mistakenClients(clients);
    const csv = clientsCsv([...clients, ...mistakes.map(({ client }) => client)]);
    const { added, refused } = intakeOf(csv);
    expect(added).toHaveLength(50);
    expect(refused.map(({ row }) => row)).toEqual([52, 53, 54]);
    mistakes.forEach(({ why }, i) => expect(refused[i]?.why).toMatch(why));
  });
});
