import { attribute } from '../../../src/core/revenue/attribution';
import type { Commission } from '../../../src/core/workbook';
import { chance } from '../../../demo/random';
import { aClick, aCommission, aLink, aProduct, NOW } from '../../support/rows';

describe('attribute', () => {
  const traces = {
    links: [aLink()],
    clicks: [],
    products: [aProduct()],
    own: new Map(),
    touch: 'last' as const,
  };
  const attributed = (ledger: Commission[]) => attribute(ledger, traces);

  it('finds client, product and letter by the mark of the link', () => {
    expect(attributed([aCommission({ subId: 'ABCDEFGHVVVVV' })])).toEqual([
      {
        id: 'M-one',
        set: { clientId: 'C-lin', productId: 'P-rank', letterId: 'L-one', matchedBy: 'sub-id' },
      },
    ]);
  });

  it('leaves what no link explains', () => {
    expect(attributed([aCommission({ subId: 'newsletter' })])).toEqual([]);
  });

  it('does it once, and never over a person', () => {
    expect(attributed([aCommission({ matchedBy: 'sub-id' })])).toEqual([]);
    expect(attributed([aCommission({ clientId: 'C-wu' })])).toEqual([
      { id: 'M-one', set: { matchedBy: 'hand' } },
    ]);
  });
});

describe('attribute, where no mark comes back', () => {
  const DAY = 24 * 3600 * 1000;
  const gumroad = aProduct({ id: 'P-gum', network: 'Gumroad' });
  const tap = (clientId: string, daysAgo: number, counted = true) =>
    aClick({
      id: `${clientId}${daysAgo}`,
      clientId,
      productId: 'P-gum',
      letterId: `L-${clientId}`,
      at: NOW - daysAgo * DAY,
      counted,
    });
  const sale = (given: Partial<Commission> = {}) =>
    aCommission({ network: 'Gumroad', subId: '', productId: 'P-gum', at: NOW, ...given });
  const guess = (
    taps: ReturnType<typeof tap>[],
    ledger = [sale()],
    touch: 'last' | 'first' = 'last',
    product = gumroad,
  ) =>
    attribute(ledger, { links: [], clicks: taps, products: [product], own: new Map(), touch })[0]
      ?.set;

  it('takes the only tap within the programme’s days, and calls it a guess', () => {
    expect(guess([tap('C-lin', 3), tap('C-wu', 9)])).toEqual({
      clientId: 'C-lin',
      letterId: 'L-C-lin',
      matchedBy: 'guess 86 %: only one who tapped within 7 days',
      chance: 0.86,
    });
  });

  it('says among how many it chose', () => {
    const taps = [tap('C-wu', 1), tap('C-lin', 3)];
    expect(guess(taps)).toEqual({
      clientId: 'C-wu',
      letterId: 'L-C-wu',
      matchedBy: 'guess 54 %: last of 2 who tapped within 7 days',
      chance: 0.54,
    });
    expect(guess(taps, [sale()], 'first')).toMatchObject({
      clientId: 'C-lin',
      matchedBy: 'guess 40 %: first of 2 who tapped within 7 days',
    });
  });

  it('guesses nothing from what is no tap, comes after the sale, or where a mark would come back', () => {
    expect(guess([tap('C-lin', 3, false), tap('C-wu', -1)])).toBeUndefined();
    expect(guess([tap('C-lin', 3)], [sale({ network: 'Impact' })])).toBeUndefined();
  });

  it('knows a client by their own address', () => {
    const product = aProduct({ network: 'Rewardful' });
    const own = new Map([
      ['x', { clientId: 'C-lin', productId: product.id, address: '', token: 'mira-7' }],
    ]);
    const ledger = [sale({ network: 'Rewardful', productId: '', subId: 'Mira-7' })];
    expect(
      attribute(ledger, { links: [], clicks: [], products: [product], own, touch: 'last' })[0]?.set,
    ).toEqual({
      clientId: 'C-lin',
      productId: product.id,
      matchedBy: 'own address',
    });
  });

  it('is less sure in a report where marks come back', () => {
    const csv = (given: Partial<Commission>) =>
      sale({ network: 'PartnerStack', source: 'PartnerStack export: a.csv', ...given });
    const taps = [tap('C-lin', 3)];
    expect(guess(taps, [csv({})])).toMatchObject({ clientId: 'C-lin', chance: 0.89 });
    const marked = csv({ id: 'M-two', subId: 'x', source: 'PartnerStack export: b.csv' });
    expect(guess(taps, [csv({}), marked])).toMatchObject({ clientId: 'C-lin', chance: 0.7 });
  });

  it('is less sure where many sales come from none of our taps', () => {
    const foreign = Array.from({ length: 10 }, (_, i) =>
      sale({ id: `M-${i}`, at: NOW - (100 + i) * DAY, commission: null }),
    );
    expect(guess([tap('C-lin', 3)], [sale(), ...foreign])).toMatchObject({ chance: 0.58 });
  });

  it('names nobody whose chance is small', () => {
    const many = Array.from({ length: 10 }, (_, i) => tap(`C-${i}`, 3 + i / 100));
    expect(guess(many)).toBeUndefined();
  });

  it('passes over a tap whose own sale came back with its mark, and who has bought already', () => {
    const taps = [tap('C-lin', 3), { ...tap('C-wu', 1), code: 'zzzzzzzz' }];
    const marked = sale({
      id: 'M-two',
      subId: 'zzzzzzzzvvvvv',
      clientId: 'C-wu',
      matchedBy: 'hand',
    });
    expect(guess(taps, [sale(), marked])).toMatchObject({ clientId: 'C-lin' });
    const bought = sale({ id: 'M-two', at: NOW - 60 * DAY, clientId: 'C-wu', matchedBy: 'hand' });
    expect(guess(taps, [sale(), bought])).toMatchObject({ clientId: 'C-lin' });
  });

  it('finds the product by the network’s words', () => {
    const found = guess([tap('C-lin', 3)], [sale({ productId: '', programme: 'Rankly Inc.' })]);
    expect(found).toMatchObject({ productId: 'P-gum', clientId: 'C-lin' });
    expect(guess([], [sale({ productId: '', programme: 'Other' })])).toBeUndefined();
  });

  it('lets a renewal follow its first sale by the network’s mark for the customer', () => {
    const first = sale({
      id: 'M-first',
      externalId: '1',
      clientId: 'C-wu',
      matchedBy: 'sub-id',
      customer: 'sub_1',
    });
    const next = sale({ id: 'M-next', customer: 'sub_1', at: NOW + 30 * DAY });
    expect(guess([tap('C-lin', 3)], [next, first])).toEqual({
      clientId: 'C-wu',
      matchedBy: 'renewal of 1',
    });
  });

  const monthly = { ...gumroad, pays: 'monthly' as const };
  const first = sale({ id: 'M-first', externalId: '1', clientId: 'C-wu', matchedBy: 'hand' });

  it('lets a payment of the same amount a month later follow the one before it, as a guess', () => {
    const after = (days: number, given: Partial<Commission> = {}) =>
      guess([], [sale({ id: 'M-next', at: NOW + days * DAY, ...given }), first], 'last', monthly);
    expect(after(30)).toEqual({
      clientId: 'C-wu',
      matchedBy: 'guess 99 %: renewal of 1',
      chance: 0.99,
    });
    expect(after(45)).toBeUndefined();
    expect(after(30, { commission: { minor: 1, currency: 'TWD' } })).toBeUndefined();
    expect(guess([], [sale({ id: 'M-next', at: NOW + 30 * DAY }), first])).toBeUndefined();
  });

  it('lets one payment follow each, and none that other customers made', () => {
    const next = (id: string, given: Partial<Commission> = {}) =>
      sale({ id, at: NOW + 30 * DAY, ...given });
    const ofOne = { ...first, customer: 'a' };
    const ledger = [next('M-a'), next('M-b'), first];
    const found = attribute(ledger, {
      links: [],
      clicks: [],
      products: [monthly],
      own: new Map(),
      touch: 'last',
    });
    expect(found.map(({ id }) => id)).toEqual(['M-a']);
    const ofOther = next('M-a', { customer: 'c' });
    expect(guess([], [ofOther, ofOne], 'last', monthly)).toBeDefined();
    const renewals = ['M-c', 'M-d'].map((id) => sale({ id, at: NOW - 400 * DAY, customer: 'b' }));
    expect(guess([], [ofOther, ofOne, ...renewals], 'last', monthly)).toBeUndefined();
  });

  it('lets what is certain take the place of a guess, and a person’s word as well', () => {
    const guessed = sale({
      clientId: 'C-lin',
      letterId: 'L-C-lin',
      matchedBy: 'guess 93 %: only one who tapped within 7 days',
      chance: 0.93,
    });
    const mine = aLink({ clientId: 'C-wu', letterId: 'L-C-wu', productId: 'P-gum' });
    const hers = aLink({ code: 'zzzzzzzz', clientId: 'C-lin', letterId: 'L-C-lin' });
    const now = (row: Commission, clicks = [tap('C-lin', 3)]) =>
      attribute([row], {
        links: [mine, hers],
        clicks,
        products: [gumroad],
        own: new Map(),
        touch: 'last',
      })[0]?.set;
    expect(now(guessed)).toBeUndefined();
    expect(now(guessed, [])).toEqual({ clientId: '', letterId: '', matchedBy: '', chance: null });
    expect(now({ ...guessed, clientId: '' })).toBeUndefined();
    expect(now({ ...guessed, subId: 'abcdefghvvvvv' })).toEqual({
      clientId: 'C-wu',
      letterId: 'L-C-wu',
      matchedBy: 'sub-id',
      chance: null,
    });
    expect(now({ ...guessed, clientId: 'C-else', subId: 'abcdefghvvvvv' })).toEqual({
      matchedBy: 'hand',
      chance: null,
    });
  });
});

it('is right as often as it says, where sales follow taps', () => {
  const { next: random } = chance('calibration');
  const gums = Array.from({ length: 15 }, (_, i) =>
    aProduct({ id: `P-${i}`, network: 'Gumroad', pays: 'once' }),
  );
  const clicks = Array.from({ length: 3000 }, (_, i) =>
    aClick({
      id: `tap${i}`,
      clientId: `C-${Math.floor(random() * 60)}`,
      productId: `P-${i % gums.length}`,
      at: NOW + random() * 720 * 24 * 3600 * 1000,
    }),
  );
  const buyers = new Map<string, string>();
  const ledger = clicks.flatMap((tap, i): Commission[] => {
    if (random() > 0.1 || tap.at === null) return [];
    buyers.set(`M-${i}`, tap.clientId);
    const at = tap.at - Math.log(1 - random()) * 5 * 24 * 3600 * 1000;
    const commission = { minor: i + 1, currency: 'TWD' };
    return [
      aCommission({
        id: `M-${i}`,
        network: 'Gumroad',
        subId: '',
        productId: tap.productId,
        at,
        commission,
      }),
    ];
  });
  const found = attribute(ledger, {
    links: [],
    clicks,
    products: gums,
    own: new Map(),
    touch: 'last',
  }).flatMap(({ id, set }) =>
    typeof set.chance !== 'number'
      ? []
      : [{ said: set.chance, isRight: set.clientId === buyers.get(id) }],
  );
  expect(found.length).toBeGreaterThan(200);
  const said = found.reduce((sum, one) => sum + one.said, 0) / found.length;
  const right = found.filter(({ isRight }) => isRight).length / found.length;
  expect(Math.abs(said - right)).toBeLessThan(0.1);
});
