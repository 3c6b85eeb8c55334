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
  const turns = plan([anOccasion()]);
  expect(turns.map(({ recommendations }) => recommendations)).toEqual([4, 4, 4, 4]);
  expect(turns.map(({ ahead }) => ahead.toFixed(1))).toEqual(['1.3', '4.3', '7.3', '10.3']);
});

it('plans only for clients whom it is for and who agreed', () => {
  expect(plan([anOccasion({ goodFor: ['law'] })])[0]?.recommendations).toBe(2);
  expect(plan([anOccasion()], [], [aClient({ consent: 'service only' })])).toEqual([]);
});

it('counts letters that wait or left lately as due now', () => {
  const letters = [
    aLetter({ status: 'drafted', products: ['a', 'b'] }),
    aLetter({ status: 'sent', sent: NOW - 5 * DAY, products: ['a'] }),
    aLetter({ status: 'sent', sent: NOW - 50 * DAY, products: ['a'] }),
    aLetter({ status: 'skipped', products: ['a'] }),
  ];
  expect(plan([], letters)).toEqual([{ ahead: 0, recommendations: 3 }]);
});
