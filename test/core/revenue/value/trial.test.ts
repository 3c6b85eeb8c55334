import { trialsOf } from '../../../../src/core/revenue/value/trial';
import type { Commission, Letter } from '../../../../src/core/workbook';
import { aCommission, aLetter, NOW } from '../../../support/rows';

const at = (day: string) => Date.parse(`${day}T04:00:00Z`);
const sent = (id: string, day: string, given: Partial<Letter> = {}) =>
  aLetter({ id, status: 'sent', sent: at(day), ...given });
const sale = (day: string, given: Partial<Commission> = {}) =>
  aCommission({ clientId: 'C-lin', productId: 'P-rank', at: at(day), ...given });
const sold = (letters: Letter[], commissions: Commission[]) =>
  trialsOf(letters, commissions, NOW).map(({ letterId, sold }) => [letterId, sold]);

describe('trialsOf', () => {
  it('makes a case of each product in each letter that was sent', () => {
    const letters = [
      sent('L1', '2026-01-10', { products: ['a', 'b'] }),
      sent('L2', '2026-01-10', { status: 'skipped' }),
      sent('L3', '2026-01-10', { sent: null }),
    ];
    expect(trialsOf(letters, [], NOW).map(({ productId }) => productId)).toEqual(['a', 'b']);
  });

  it('waits 30 days before it calls a recommendation unsold', () => {
    expect(sold([sent('L1', '2026-11-01')], [])).toEqual([]);
    expect(sold([sent('L1', '2026-11-01')], [sale('2026-11-03')])).toEqual([['L1', true]]);
    expect(sold([sent('L1', '2026-10-20')], [])).toEqual([['L1', false]]);
  });

  it('credits one sale to the letter it came through, else to the last one before it', () => {
    const letters = [sent('L1', '2026-01-10'), sent('L2', '2026-04-10'), sent('L3', '2026-07-10')];
    const credited = (row: Commission) =>
      sold(letters, [row, sale('2026-09-01', { id: 'renewal' })]).flatMap(([id, is]) =>
        is ? [id] : [],
      );
    expect(credited(sale('2026-05-01'))).toEqual(['L2']);
    expect(credited(sale('2026-05-01', { letterId: 'L1' }))).toEqual(['L1']);
    expect(credited(sale('2026-01-01'))).toEqual([]);
  });

  it('takes no sale for one that was reversed, or that has been pending for half a year', () => {
    const letters = [sent('L1', '2026-01-10')];
    expect(sold(letters, [sale('2026-02-01', { status: 'reversed' })])).toEqual([['L1', false]]);
    expect(sold(letters, [sale('2026-02-01', { status: 'pending' })])).toEqual([['L1', false]]);
    expect(sold(letters, [sale('2026-08-01', { status: 'pending' })])).toEqual([['L1', true]]);
  });
});
