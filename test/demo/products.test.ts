import { demoClients, clientsCsv } from '../../demo/clients';
import { demoProducts, factsInAllLanguages } from '../../demo/products';
import { planIntake } from '../../src/core/clients/intake';
import { learn, recommend } from '../../src/core/letters/recommendation';
import { networkNamed, networkOf } from '../../src/core/referrals/networks';
import { checkProduct } from '../../src/core/referrals/check';
import { linkable } from '../../src/core/referrals/route';
import { blankRow } from '../../src/core/schema/table';
import { type Product, products as productsTable } from '../../src/core/workbook';
import { ungroundedNumbers } from '../../src/core/letters/numbers';
import { NOBODY, NOW, TODAY } from '../support/rows';

/** Not all of the demo's clients may be recommended anything. */
const WILLING = {
  consent: 'yes',
  consentBasis: 'contract',
  consentDate: TODAY,
  stage: 'Delivered',
} as const;
const context = { zone: 'Asia/Taipei', home: 'TWD', sibling: () => '' };

const rows: Product[] = demoProducts().map((form) => {
  const { amount, months, goodFor } = productsTable.columns;
  const row: Product = {
    ...blankRow(productsTable),
    ...form,
    amount: amount.decode(form.amount, context),
    months: months.decode(form.months, context),
    goodFor: goodFor.decode(form.goodFor, context),
  };
  return { ...row, id: productsTable.derive(row) };
});

test('there are 24 over four networks, told apart by address', () => {
  expect(rows).toHaveLength(24);
  expect(new Set(rows.map(({ id }) => id)).size).toBe(24);
  expect(new Set(rows.map(({ name }) => name)).size).toBe(24);
  expect([...new Set(rows.map(({ network }) => network))]).toEqual([
    'Impact',
    'PartnerStack',
    'Awin',
    'Direct',
  ]);
  expect([...new Set(rows.map(({ currency }) => currency))]).toEqual(['USD', 'EUR', 'TWD']);
  expect(new Set(rows.map(({ pays }) => pays))).toEqual(new Set(['once', 'monthly', 'yearly']));
});

test.each(rows)('$name has an address of its network that clients can be led to', (product) => {
  const network = networkNamed(product.network);
  expect(checkProduct(product)).toMatch(/our mark in|A deal of your own/);
  expect(networkOf(product.destination)).toBe(network.title === 'Direct' ? undefined : network);
  expect(product.page).toMatch(/^https:\/\/[a-z0-9.-]+\.example\/$/);
});

test('links can be made for all of them', () => {
  expect(linkable(rows)).toEqual({ products: rows, problems: [] });
});

test('what is said of them is short, and the same numbers in every language', () => {
  for (const [, facts] of factsInAllLanguages()) {
    expect(facts.en.split(' ').length).toBeLessThanOrEqual(28);
    for (const said of Object.values(facts)) {
      expect(ungroundedNumbers(said, { told: facts.en })).toEqual([]);
    }
  }
});

test.each(['perennial', 'a', 'b', 'c'])('with the seed %s they last each client a year', (seed) => {
  const { added } = planIntake(clientsCsv(demoClients(seed)), NOBODY, { ...context, today: TODAY });
  const rates = new Map([
    ['USD', 32],
    ['EUR', 35],
  ]);
  const lessons = learn({
    products: rows,
    clients: added,
    letters: [],
    commissions: [],
    rates,
    home: 'TWD',
    zone: context.zone,
    now: NOW,
  });
  for (const client of added) {
    const letter = { id: client.id, channel: 'email' as const };
    expect(recommend({ ...client, ...WILLING }, letter, lessons, 8)).toHaveLength(8);
  }
});
