import { rollUp, type RollupInput } from '../../../src/core/revenue/rollup';
import { aClick, aClient, aCommission, aLetter, aLink, NOW, TODAY, ZONE } from '../../support/rows';

const empty: RollupInput = { clients: [], letters: [], links: [], clicks: [], commissions: [] };
const roll = (given: Partial<RollupInput>) => rollUp({ ...empty, ...given }, TODAY, ZONE, 'TWD');
const at = (day: string) => Date.parse(`${day}T04:00:00Z`);
let serial = 0;
const sale = (
  day: string,
  minor: number,
  status = 'paid' as 'paid' | 'pending' | 'approved' | 'reversed',
) =>
  aCommission({ id: `M${serial++}`, at: at(day), status, homeAmount: { minor, currency: 'TWD' } });

describe('rollUp', () => {
  it('is all zeros for an empty workbook', () => {
    const rollup = roll({});
    expect(rollup.earned.all).toEqual({ amount: { minor: 0, currency: 'TWD' }, cases: 0 });
    expect(rollup.months).toHaveLength(12);
  });

  it('earns what is approved or paid, in this quarter, this year and in all', () => {
    const commissions = [
      sale('2026-11-02', 100),
      sale('2026-07-02', 200, 'approved'),
      sale('2025-07-02', 400),
      sale('2026-11-03', 800, 'pending'),
      sale('2026-11-04', 1600, 'reversed'),
    ];
    const { earned, pending, paid } = roll({ commissions });
    expect(
      [earned.quarter, earned.year, earned.all, pending, paid].map(({ amount, cases }) => [
        amount.minor,
        cases,
      ]),
    ).toEqual([
      [100, 1],
      [300, 2],
      [700, 3],
      [800, 1],
      [500, 2],
    ]);
  });

  it('keeps a row without a rate out of every sum, and counts it', () => {
    for (const homeAmount of [null, { minor: 5, currency: 'USD' }]) {
      const { earned, withoutRate } = roll({ commissions: [aCommission({ homeAmount })] });
      expect([earned.all.cases, withoutRate]).toEqual([0, 1]);
    }
  });

  it('shares out by client and by link', () => {
    const { byClient, byLink } = roll({
      clients: [aClient(), aClient({ id: 'C-wu' })],
      links: [aLink()],
      letters: [aLetter({ status: 'sent', sent: NOW })],
      clicks: [aClick()],
      commissions: [aCommission({ clientId: 'C-lin' })],
    });
    expect(byClient.get('C-lin')).toEqual({
      letters: 1,
      taps: 1,
      earned: { minor: 10_000, currency: 'TWD' },
    });
    expect(byClient.get('C-wu')?.letters).toBe(0);
    expect(byLink.get('abcdefgh')).toMatchObject({ taps: 1, earned: { minor: 10_000 } });
  });

  it('puts each month’s money in its month, in the workbook’s zone', () => {
    const late = aCommission({ at: Date.parse('2026-10-31T17:00:00Z') });
    const { months } = roll({ commissions: [late] });
    expect(months.find(({ month }) => month === '2026-11')?.earned.minor).toBe(10_000);
  });
});
