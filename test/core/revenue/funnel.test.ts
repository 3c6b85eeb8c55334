import { funnelOf } from '../../../src/core/revenue/funnel';
import { aClick, aCommission, aLetter, NOW } from '../../support/rows';

it('counts the way from letters to sales, raw visits and taps beside those of people', () => {
  const funnel = funnelOf({
    letters: [aLetter({ status: 'sent', sent: NOW, products: ['a', 'b'] }), aLetter({ id: 'x' })],
    clicks: [
      aClick(),
      aClick({ id: 'robot', counted: false }),
      aClick({ id: 'reader', level: 'seen', counted: false, why: 'read, but did not go on' }),
    ],
    commissions: [
      aCommission({ letterId: 'L-one' }),
      aCommission({ id: 'renewal', letterId: 'L-one' }),
      aCommission({ id: 'hand' }),
    ],
  });
  expect(funnel).toEqual({
    letters: 1,
    recommending: 1,
    seen: 1,
    followed: 1,
    selling: 1,
    recommendations: 2,
    visits: 3,
    allTaps: 2,
    taps: 1,
    sales: 1,
  });
});
