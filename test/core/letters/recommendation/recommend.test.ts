import {
  learn,
  type Lessons,
  noteChoices,
  recommend,
} from '../../../../src/core/letters/recommendation';
import type { LessonInput } from '../../../../src/core/letters/recommendation/lessons';
import type { Client, Product } from '../../../../src/core/workbook';
import { aClient, aCommission, aLetter, aProduct, NOW, ZONE } from '../../../support/rows';

const at = (day: string) => Date.parse(`${day}T04:00:00Z`);
const lessonsOf = (products: Product[], given: Partial<LessonInput> = {}): Lessons =>
  learn({
    products,
    clients: [aClient()],
    letters: [],
    commissions: [],
    rates: new Map([['USD', 30]]),
    home: 'TWD',
    zone: ZONE,
    now: NOW,
    ...given,
  });
const letter = { id: 'L-now', channel: 'email' as const };
const choices = (
  products: Product[],
  given: Partial<LessonInput> = {},
  client: Client = aClient(),
  count = 2,
) => recommend(client, letter, lessonsOf(products, given), count);
const names = (...given: Parameters<typeof choices>) =>
  choices(...given).map(({ product }) => product.id);

/** A letter to each of so many clients, in January, that recommends these products. */
const sentTo = (count: number, products: string[]) =>
  Array.from({ length: count }, (_, i) =>
    aLetter({
      id: `L${i}`,
      clientId: `C${i}`,
      status: 'sent',
      sent: at('2026-01-10'),
      created: at('2026-01-10'),
      products,
    }),
  );
const soldTo = (count: number, productId: string) =>
  Array.from({ length: count }, (_, i) =>
    aCommission({
      id: `M${productId}${i}`,
      clientId: `C${i}`,
      productId,
      at: at('2026-01-20'),
      homeAmount: { minor: 100_000, currency: 'TWD' },
    }),
  );
const once = (given: Partial<Product>) => aProduct({ pays: 'once', amount: 1000, ...given });

describe('recommend', () => {
  it('takes first what fits past work, needs or industry and should bring most', () => {
    const products = [
      aProduct({ id: 'small', amount: 100, category: 'a' }),
      aProduct({ id: 'large', amount: 900, category: 'b', goodFor: ['bakery'] }),
      aProduct({ id: 'usd', amount: 50, currency: 'USD', category: 'c' }),
      aProduct({ id: 'misfit', amount: 9000, category: 'd', goodFor: ['law'] }),
    ];
    expect(names(products, {}, aClient(), 3)[0]).toBe('usd');
    expect(names(products, {}, aClient(), 4).sort()).toEqual(['large', 'small', 'usd']);
  });

  it('fits anyone where a product names nobody', () => {
    expect(names([aProduct({ goodFor: [], category: 'other' })])).toEqual(['P-rank']);
  });

  it('leaves out what was bought, what rests and what its programme bars from mails', () => {
    const bought = [aCommission({ clientId: 'C-lin', productId: 'P-rank' })];
    expect(names([aProduct()], { commissions: bought })).toEqual([]);
    expect(names([aProduct({ active: false })])).toEqual([]);
    expect(names([aProduct({ network: 'Amazon Associates' })])).toEqual([]);
  });

  it.each(['service only', 'unsubscribed', ''] as const)(
    'recommends nothing to a client whose consent is “%s”',
    (consent) => {
      expect(names([aProduct()], {}, aClient({ consent }))).toEqual([]);
    },
  );

  it('offers again what was bought and given back', () => {
    const given = aCommission({ clientId: 'C-lin', productId: 'P-rank', status: 'reversed' });
    expect(names([aProduct()], { commissions: [given] })).toEqual(['P-rank']);
  });

  it.each([
    ['2026-11-01', []],
    ['2026-07-02', []],
    ['2026-04-01', []],
    ['2026-03-31', ['P-rank']],
  ])('rests what a letter of %s recommended for two quarters', (day, expected) => {
    const letters = [aLetter({ created: at(day), status: 'sent' })];
    expect(names([aProduct()], { letters })).toEqual(expected);
  });

  it('rests what another letter of the same run recommends', () => {
    const lessons = lessonsOf([aProduct()]);
    noteChoices(lessons, 'C-lin', recommend(aClient(), letter, lessons, 2));
    expect(recommend(aClient(), letter, lessons, 2)).toEqual([]);
  });

  it('does not count a letter that was skipped', () => {
    const letters = [aLetter({ created: at('2026-07-02'), status: 'skipped' })];
    expect(names([aProduct()], { letters })).toEqual(['P-rank']);
  });

  it('takes two of different kinds where it can, and of one kind where it must', () => {
    const products = [
      aProduct({ id: 'a', amount: 900, category: 'mail' }),
      aProduct({ id: 'b', amount: 800, category: 'Mail' }),
      aProduct({ id: 'c', amount: 1, category: 'host' }),
    ];
    expect(names(products)).toEqual(['a', 'c']);
    expect(names(products.slice(0, 2))).toEqual(['a', 'b']);
  });

  it('prefers what has sold, once it has', () => {
    const products = [
      once({ id: 'cold', amount: 1100, category: 'a' }),
      once({ id: 'hot', category: 'b' }),
    ];
    const letters = sentTo(40, ['cold', 'hot']);
    expect(names(products, {}, aClient(), 1)).toEqual(['cold']);
    expect(names(products, { letters, commissions: soldTo(6, 'hot') }, aClient(), 1)).toEqual([
      'hot',
    ]);
  });

  it('learns for the segment that buys', () => {
    const products = [once({ id: 'a', category: 'a' }), once({ id: 'b', category: 'b' })];
    const trade = (i: number) => (i % 2 === 0 ? 'bakery' : 'law');
    const clients = Array.from({ length: 400 }, (_, i) =>
      aClient({ id: `C${i}`, industry: trade(i) }),
    );
    const commissions = ['a', 'b'].flatMap((id, want) =>
      soldTo(100, id).filter((_, i) => i % 2 === want),
    );
    const lessons = { clients, letters: sentTo(400, ['a', 'b']), commissions };
    expect(names(products, lessons, aClient({ industry: 'Bakery' }), 1)).toEqual(['a']);
    expect(names(products, lessons, aClient({ industry: 'law' }), 1)).toEqual(['b']);
  });

  it('gives a new product its start among those that are proven', () => {
    const products = [
      once({ id: 'proven', category: 'a' }),
      once({ id: 'weak', category: 'b' }),
      once({ id: 'new', category: 'c' }),
    ];
    const lessons = lessonsOf(products, {
      letters: sentTo(200, ['proven', 'weak']),
      commissions: [...soldTo(14, 'proven'), ...soldTo(2, 'weak')],
    });
    const seconds = Array.from({ length: 100 }, (_, i) =>
      recommend(aClient(), { ...letter, id: `L${i}` }, lessons, 2).map(({ product }) => product.id),
    );
    expect(new Set(seconds.map(([first]) => first))).toEqual(new Set(['proven']));
    expect(seconds.filter(([, second]) => second === 'new').length).toBeGreaterThan(70);
  });

  it('lets one sink whose sales are reversed, stay pending for ever or are long ago', () => {
    const products = [
      once({ id: 'gone', amount: 1300, category: 'a' }),
      once({ id: 'steady', category: 'b' }),
    ];
    const letters = sentTo(100, ['gone', 'steady']);
    const first = (sales: object) => {
      const gone = soldTo(5, 'gone').map((sale) => ({ ...sale, ...sales }));
      const commissions = [...gone, ...soldTo(5, 'steady')];
      return names(products, { letters, commissions }, aClient(), 1)[0];
    };
    expect(first({})).toBe('gone');
    expect(first({ status: 'reversed' })).toBe('steady');
    expect(first({ status: 'pending' })).toBe('steady');
    expect(first({ homeAmount: { minor: 2000, currency: 'TWD' } })).toBe('steady');
  });

  it('chooses the same for the same letter, and not the same for all letters', () => {
    const products = ['a', 'b', 'c', 'd'].map((id) => once({ id, category: id }));
    const lessons = lessonsOf(products);
    const second = (id: string) =>
      recommend(aClient(), { ...letter, id }, lessons, 2)[1]?.product.id;
    const ids = Array.from({ length: 20 }, (_, i) => `L${i}`);
    expect(ids.map(second)).toEqual(ids.map(second));
    expect(new Set(ids.map(second)).size).toBe(3);
  });

  it('says why it chose, with the numbers of cases', () => {
    const products = [
      once({ id: 'a', category: 'a' }),
      aProduct({ id: 'b', category: 'b', pays: 'percent', amount: 20, goodFor: [] }),
      once({ id: 'c', active: false }),
    ];
    const clients = [aClient({ id: 'C0', industry: 'bakery' })];
    const lessons = { clients, letters: sentTo(40, ['a']), commissions: soldTo(2, 'a') };
    expect(choices(products, lessons).map(({ why }) => why)).toEqual([
      'fits “SEO”; most to be expected of 2 products that could be chosen, with 1 resting left out; ' +
        'about 5.0 % should buy it (2 sold in 40 recommendations, 2 in 40 to “bakery”); ' +
        'a sale brings NT$1,000 (by 2 payments)',
      'fits anyone; drawn, to learn what else sells, from 2 products that could be chosen, with 1 resting left out; ' +
        'about 5.0 % should buy it (a guess: no recommendation of it is old enough to tell); ' +
        'what a sale brings is not known yet',
    ]);
  });
});
