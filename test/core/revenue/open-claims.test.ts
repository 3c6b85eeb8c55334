import { BY_POSTBACK } from '../../../src/core/revenue/commission';
import { claimChanges, type ClaimSources, openClaims } from '../../../src/core/revenue/open-claims';
import type { Commission } from '../../../src/core/workbook';
import { aClick, aCommission, aProduct, NOW, ZONE } from '../../support/rows';

const DAY = 24 * 3600 * 1000;
const find = (given: Partial<ClaimSources>) =>
  openClaims({ commissions: [], clicks: [], products: [], zone: ZONE, ...given }, NOW);

const known = (given: Partial<Commission> = {}) =>
  aCommission({ clientId: 'C-lin', productId: 'P-rank', ...given });
const told = (daysAgo: number, given: Partial<Commission> = {}) =>
  known({ source: BY_POSTBACK, status: 'pending', at: NOW - daysAgo * DAY, ...given });
const taps = (count: number, daysAgo = 60) =>
  Array.from({ length: count }, (_, i) =>
    aClick({ id: `t${i}`, visit: 'vvvvv', counted: true, at: NOW - (daysAgo + i) * DAY }),
  );

describe('openClaims', () => {
  it('asks for a sale that was told of and not reported in the usual time', () => {
    expect(find({ commissions: [told(46)] })).toMatchObject([
      { kind: 'postback', state: 'open', ask: expect.stringContaining('transaction') as string },
    ]);
    expect(find({ commissions: [told(44)] })).toEqual([]);
    expect(find({ commissions: [told(46, { source: 'impact.csv' })] })).toEqual([]);
  });

  it('learns how long a network’s reports take', () => {
    const reported = Array.from({ length: 10 }, (_, i) =>
      known({ id: `M${i}`, at: NOW - 100 * DAY, firstSeen: NOW - 80 * DAY }),
    );
    expect(find({ commissions: [...reported, told(21)] })).toHaveLength(1);
    expect(find({ commissions: [...reported, told(19)] })).toHaveLength(0);
  });

  it('asks about money whose sub-id no link explains', () => {
    const stray = aCommission({ subId: 'newsletter', clientId: '', matchedBy: '' });
    expect(find({ commissions: [stray] })).toMatchObject([{ kind: 'sub-id' }]);
    expect(find({ commissions: [{ ...stray, clientId: 'C-lin' }] })).toEqual([]);
    expect(find({ commissions: [{ ...stray, subId: '' }] })).toEqual([]);
  });

  it('asks about a product that many went on to without any sale, with the latest clicks', () => {
    const products = [aProduct()];
    const [claim] = find({ clicks: taps(25), products });
    expect(claim).toMatchObject({ kind: 'taps', productId: 'P-rank' });
    expect(claim?.ask.match(/vvvvv/g)).toHaveLength(5);
    expect(find({ clicks: taps(19), products })).toEqual([]);
    expect(find({ clicks: taps(25, 1), products })).toEqual([]);
    expect(find({ clicks: taps(25), products, commissions: [known()] })).toEqual([]);
  });
});

describe('claimChanges', () => {
  const found = find({ commissions: [told(46)] });

  it('adds what is new, once', () => {
    expect(claimChanges(found, []).added).toEqual(found);
    expect(claimChanges(found, found)).toEqual({ added: [], settled: [] });
  });

  it('settles what was explained, and leaves what a person settled', () => {
    expect(claimChanges([], found).settled).toMatchObject([
      { expect: { state: 'open' }, set: { state: 'settled' } },
    ]);
    const byHand = found.map((row) => ({ ...row, state: 'settled' as const }));
    expect(claimChanges([], byHand).settled).toEqual([]);
    expect(claimChanges(found, byHand)).toEqual({ added: [], settled: [] });
  });
});
