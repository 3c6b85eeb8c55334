import { BY_HAND, statementByHand, twinOf } from '../../../src/core/revenue/by-hand';
import { aClient, aCommission, aProduct, NOW, TODAY, ZONE } from '../../support/rows';

const deal = {
  key: 'form1',
  network: 'direct',
  at: '2026-11-05',
  product: 'P-rank',
  client: 'C-lin',
  status: 'approved' as const,
  sale: '',
  commission: '3,000',
  currency: 'twd',
};
const context = { clients: [aClient()], products: [aProduct()], today: TODAY, zone: ZONE };

describe('statementByHand', () => {
  it('states what was entered', () => {
    expect(statementByHand(deal, context)).toEqual({
      network: 'Direct',
      externalId: 'by-hand-form1',
      at: Date.parse('2026-11-05T00:00:00+08:00'),
      status: 'approved',
      sale: null,
      commission: { minor: 300_000, currency: 'TWD' },
      subId: '',
    });
    const unsaid = statementByHand({ ...deal, client: '', product: '', at: TODAY }, context);
    expect(unsaid.commission.minor).toBe(300_000);
  });

  it.each([
    [{ commission: '-50' }, 'You get: “-50” is nothing that was earned'],
    [{ commission: '0' }, 'You get: “0” is nothing that was earned'],
    [{ commission: 'lots' }, 'You get: “lots” is not an amount'],
    [{ commission: '99999999999999999999' }, 'more than can be added up'],
    [{ sale: '-1' }, 'Sale: “-1” is nothing'],
    [{ at: '2029-01-01' }, 'When: 2029-01-01 is still to come'],
    [{ client: 'Bob' }, 'Client: there is none with the id “Bob”'],
    [{ product: 'Rankly' }, 'Product: there is none with the id “Rankly”'],
    [{ currency: 'QQQ' }, 'Currency: “QQQ” is not a currency'],
  ])('refuses %j', (wrong, sentence) => {
    expect(() => statementByHand({ ...deal, ...wrong }, context)).toThrow(sentence);
  });
});

describe('twinOf', () => {
  const row = aCommission({ id: 'M-new', source: BY_HAND, clientId: 'C-lin' });
  const twin = (given: Parameters<typeof aCommission>[0]) =>
    twinOf(row, [aCommission({ source: BY_HAND, clientId: 'C-lin', ...given })], ZONE)?.id;

  it('finds the entry of the same day, client and amount', () => {
    expect(twin({ at: NOW + 3_600_000 })).toBe('M-one');
  });

  it.each([
    { id: 'M-new' },
    { clientId: 'C-wu' },
    { productId: 'P-rank' },
    { at: NOW - 86_400_000 },
    { commission: { minor: 1, currency: 'TWD' } },
    { status: 'reversed' as const },
    { source: 'a report' },
  ])('takes one with %j for another', (given) => {
    expect(twin(given)).toBeUndefined();
  });
});
