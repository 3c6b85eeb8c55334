import { plannedRecommendations } from '../../../src/core/letters/planned';
import type { Occasion } from '../../../src/core/workbook';
import { aClient, aLetter, anOccasion, NOW, ZONE } from '../../support/rows';

const DAY = 86_400_000;
const plan = (
  occasions: Occasion[],
  letters: Parameters<typeof plannedRecommendations>[2] = [],
  clients = [aClient(), aClient({ id: 'C-wu', industry: 'law', pastWork: [] })],
) =>
  plannedRecommendations(
    clients,
    occasions.map((occasion) => ({ occasion })),
    letters,
    { now: NOW, zone: ZONE },
  );

it('plans the quarterly report for each quarter that begins', () => {
  // From 21 November: January, April, July and October.
  expect(plan([anOccasion()])).toEqual([0, 4, 0, 0, 4, 0, 0, 4, 0, 0, 4, 0]);
});

it('plans only for clients whom it is for and who agreed', () => {
  expect(plan([anOccasion({ goodFor: ['law'] })])[1]).toBe(2);
  expect(plan([anOccasion()], [], [aClient({ consent: 'service only' })])[1]).toBe(0);
});

it('counts letters that wait or left lately in the first month', () => {
  const letters = [
    aLetter({ status: 'drafted', products: ['a', 'b'] }),
    aLetter({ status: 'sent', sent: NOW - 5 * DAY, products: ['a'] }),
    aLetter({ status: 'sent', sent: NOW - 50 * DAY, products: ['a'] }),
    aLetter({ status: 'skipped', products: ['a'] }),
  ];
  expect(plan([], letters)[0]).toBe(3);
});
