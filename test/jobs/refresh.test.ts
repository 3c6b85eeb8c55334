import {
  clicks,
  clients,
  commissions,
  forecasts,
  letters,
  links,
  networksWorth,
  occasions,
  pastRates,
  products,
  productsWorth,
  rates,
  segments,
  unsubscribed,
} from '../../src/core/workbook';
import { refresh } from '../../src/jobs/refresh';
import {
  aClick,
  aClient,
  aCommission,
  aLetter,
  aLink,
  anOccasion,
  aProduct,
  aRate,
  NOW,
} from '../support/rows';
import { World } from '../support/services';

const usd = { commission: { minor: 1000, currency: 'USD' }, currency: 'USD', homeAmount: null };

function aWorld(): World {
  const world = new World().ready();
  world.put(clients, aClient());
  world.put(products, aProduct({ check: 'x' }));
  world.put(occasions, anOccasion());
  world.put(letters, aLetter({ status: 'sent', sent: NOW }));
  world.put(links, aLink());
  world.put(clicks, aClick());
  world.put(commissions, aCommission(usd));
  return world;
}
const run = (world: World) => refresh(world.services());
const figure = (world: World, name: string) => world.figures.find((line) => line.figure === name);

it('follows the money from a sub-id to client, letter, sums and dashboard', () => {
  const world = aWorld();
  world.put(rates, aRate());
  expect(run(world)).toEqual({ done: '' });
  expect(world.rows(commissions)[0]).toMatchObject({
    clientId: 'C-lin',
    productId: 'P-rank',
    letterId: 'L-one',
    matchedBy: 'sub-id',
    homeAmount: { minor: 30_000, currency: 'TWD' },
  });
  expect(world.rows(clients)[0]).toMatchObject({
    letters: 1,
    taps: 1,
    earned: { minor: 30_000 },
    nextLetter: '2026-11-21',
  });
  expect(world.rows(links)[0]).toMatchObject({ taps: 1, earned: { minor: 30_000 } });
  expect(world.rows(letters)[0]?.outcome).toBe('bought');
  expect(figure(world, 'Earned this quarter')).toMatchObject({
    value: { minor: 30_000 },
    cases: 1,
  });
});

it('changes nothing the second time', () => {
  const world = aWorld();
  run(world);
  const before = world.snapshot();
  run(world);
  expect(world.snapshot()).toBe(before);
});

it('asks for a missing rate, in its own row, and leaves the money out of the sums', () => {
  const world = aWorld();
  expect(run(world).problem).toContain('There is no rate for USD');
  expect(world.rows(rates)).toMatchObject([{ currency: 'USD', rate: null }]);
  expect(world.rows(commissions)[0]?.homeAmount).toBeNull();
  expect(figure(world, 'Earned in all')?.cases).toBe(0);
});

it('takes no amount of one home currency for another, asks for the rates and converts again', () => {
  const world = aWorld();
  world.put(commissions, aCommission({ id: 'M-two', externalId: '2', homeAmount: null }));
  world.put(rates, aRate());
  run(world);
  expect(figure(world, 'Earned in all')?.value).toEqual({ minor: 40_000, currency: 'TWD' });

  world.set({ homeCurrency: 'EUR' });
  const problem = run(world).problem ?? '';
  expect(problem).toContain('There is no rate for USD');
  expect(problem).toContain('There is no rate for TWD');
  expect(world.rows(rates)).toMatchObject([
    { currency: 'USD', rate: null, homeCurrency: 'EUR' },
    { currency: 'TWD', rate: null, homeCurrency: 'EUR' },
  ]);
  expect(figure(world, 'Earned in all')?.value).toEqual({ minor: 0, currency: 'EUR' });
  expect(world.rows(clients)[0]?.earned).toEqual({ minor: 0, currency: 'EUR' });

  const [titles = [], ...rows] = world.grid('Rates');
  rows.forEach((row, i) => row.splice(titles.indexOf('Rate'), 1, [0.9, 0.03][i] ?? ''));
  run(world);
  expect(
    world.rows(commissions).map(({ homeAmount, homeCurrency }) => [homeAmount, homeCurrency]),
  ).toEqual([
    [{ minor: 900, currency: 'EUR' }, 'EUR'],
    [{ minor: 300, currency: 'EUR' }, 'EUR'],
  ]);
  const settled = world.snapshot();
  run(world);
  expect(world.snapshot()).toBe(settled);
});

it('keeps the rate of the day for what was earned then', () => {
  const world = aWorld();
  world.put(rates, aRate({ rate: null, asOf: '', homeCurrency: 'TWD', market: 30 }));
  run(world);
  world.now += 5 * 24 * 3600 * 1000;
  world.write(rates, 1, { market: 40 });
  world.put(commissions, aCommission({ ...usd, id: 'M-two', externalId: '2', at: world.now }));
  run(world);
  expect(world.rows(commissions).map(({ homeAmount }) => homeAmount?.minor)).toEqual([
    30_000, 40_000,
  ]);
  world.write(commissions, 1, { homeAmount: null });
  run(world);
  expect(world.rows(commissions)[0]?.homeAmount?.minor).toBe(30_000);
  expect(world.rows(pastRates).map(({ rate }) => rate)).toEqual([30, 40]);
});

it('asks Google for a currency’s rate by a formula beside it, and never counts it as zero', () => {
  const world = aWorld();
  run(world);
  expect(world.rows(rates)).toMatchObject([
    { currency: 'USD', rate: null, market: '=GOOGLEFINANCE("CURRENCY:USDTWD")' },
  ]);
  world.write(rates, 1, { market: '#N/A' });
  expect(run(world).problem).toContain('There is no rate for USD');
  world.write(rates, 1, { market: 31 });
  expect(run(world).problem).toBeUndefined();
  expect(world.rows(commissions)[0]?.homeAmount?.minor).toBe(31_000);
});

it('notes of which currency an amount and a rate are that a person wrote', () => {
  const world = aWorld();
  world.put(commissions, aCommission({ id: 'M-two', externalId: '2' }));
  world.put(rates, aRate());
  run(world);
  expect(world.rows(commissions).map(({ homeCurrency }) => homeCurrency)).toEqual(['TWD', 'TWD']);
  expect(world.rows(rates)[0]?.homeCurrency).toBe('TWD');
});

it('remembers who unsubscribed, by hand too, and without naming them', () => {
  const world = aWorld();
  world.put(
    clients,
    aClient({
      id: 'C-x',
      email: 'x@y.example',
      consent: 'unsubscribed',
      consentDate: '2026-05-01',
    }),
  );
  run(world);
  run(world);
  expect(world.rows(unsubscribed)).toEqual([
    { mark: clients.derive(aClient({ email: 'x@y.example' })), day: '2026-05-01', at: NOW },
  ]);
  expect(JSON.stringify(world.grid('_Unsubscribed'))).not.toContain('y.example');
});

it('names rows that a person added, and says what their address can do', () => {
  const world = aWorld();
  world.put(clients, aClient({ id: '', email: 'wu@law.example' }));
  world.put(products, aProduct({ id: '', destination: 'http://unsafe.example' }));
  run(world);
  expect(world.grid('Clients')[2]?.[0]).toMatch(/^C-/);
  expect(world.grid('Products')[2]?.[0]).toMatch(/^P-/);
  expect(world.rows(products).map(({ check }) => check)).toEqual([
    expect.stringContaining('Sub Id 1'),
    expect.stringContaining('not an address that a client can be led to'),
  ]);
});

it('goes on past a row that cannot be read, and says where it stands', () => {
  const world = aWorld();
  world.grid('Clients').push(['C-x', 'Odd', 'odd@x.example', '', '', '', '', '', 'Gone']);
  const { problem } = run(world);
  expect(problem).toContain('Clients, row 3, Stage: “Gone” is not one of the choices');
  expect(world.rows(clients)[0]?.letters).toBe(1);
});

it.each([
  ['Commissions', 'At', '2026-02-30'],
  ['Letters', 'Sent', '2026-06-31'],
  ['Clients', 'Since', '2025-02-29'],
  ['Occasions', 'Wait days', '1000000000'],
])('goes on past an impossible value: %s, %s, %s', (tab, header, said) => {
  const world = aWorld();
  const [titles = [], row = []] = world.grid(tab);
  row.splice(titles.indexOf(header), 1, said);
  expect(run(world).problem).toContain(header);
  expect(figure(world, 'Letters sent')).toBeDefined();
});

it('keeps what a person filled into the ledger', () => {
  const world = aWorld();
  world.grids.set('Commissions', world.grid('Commissions').slice(0, 1));
  world.put(
    commissions,
    aCommission({ clientId: 'C-wu', homeAmount: { minor: 5, currency: 'TWD' } }),
  );
  run(world);
  expect(world.rows(commissions)[0]).toMatchObject({
    clientId: 'C-wu',
    matchedBy: 'hand',
    homeAmount: { minor: 5 },
  });
});

it('keeps the hidden tabs of what everything is worth, and empties what is no more', () => {
  const world = aWorld();
  world.put(rates, aRate());
  run(world);
  expect(world.rows(productsWorth)).toMatchObject([
    { id: 'P-rank', sales: 1, earned: { minor: 30_000 }, taps: 1 },
  ]);
  expect(world.rows(networksWorth)).toMatchObject([{ network: 'Impact', products: 1, sales: 1 }]);
  expect(world.rows(segments).map(({ id }) => id)).toContain('industry: bakery');
  expect(world.rows(forecasts)).toHaveLength(13);

  const [titles = [], client = []] = world.grid('Clients');
  client.splice(titles.indexOf('Industry'), 1, 'law');
  run(world);
  const clientsIn = (id: string) => world.rows(segments).find((row) => row.id === id)?.clients;
  expect([clientsIn('industry: bakery'), clientsIn('industry: law')]).toEqual([0, 1]);
});
