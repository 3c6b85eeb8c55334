import { aClient } from '../../../support/rows';
import { aLife, momentsOf, refusalOf } from '../../../support/lives';

const DELIVERED = { detail: 'delivered', waitDays: 3 };
const reached = (given: object = {}, client = {}) =>
  momentsOf(
    'stage',
    DELIVERED,
    aLife({
      client: aClient(client),
      reached: [{ stage: 'Delivered', day: '2026-11-18', before: false, ...given }],
    }),
  );

it('comes days after the stage was reached, for three weeks', () => {
  expect(reached()).toMatchObject([
    { period: '2026-11-18', from: '2026-11-21', until: '2026-12-12' },
  ]);
});

it('does not come for a stage that was there before, nor for another', () => {
  expect(reached({ before: true })).toEqual([]);
  expect(reached({ stage: 'Repeat' })).toEqual([]);
});

it('does not come for a client who went back, and does for one who went on', () => {
  expect(reached({}, { stage: 'Active' })).toEqual([]);
  expect(reached({}, { stage: 'Nurture' })).toHaveLength(1);
});

it.each([
  ['', 'does not say which stage'],
  ['Delighted', 'the stage “Delighted”, which there is not'],
  ['Closed', 'such clients get no letters'],
])('refuses “%s”', (detail, why) => {
  expect(refusalOf('stage', { detail })?.sentence).toContain(why);
});
