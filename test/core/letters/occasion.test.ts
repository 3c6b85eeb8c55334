import { readOccasions } from '../../../src/core/letters/occasion';
import { anOccasion } from '../../support/rows';

it('follows active occasions only', () => {
  expect(readOccasions([anOccasion(), anOccasion({ active: false })]).occasions).toHaveLength(1);
});

it.each([
  [{ id: '', title: '' }, 'has no title'],
  [{ when: '' }, 'does not say when'],
  [{ waitDays: 1e12 }, 'waits 1000000000000 days'],
  [{ products: 3 }, 'asks for 3 products in a letter'],
] as const)('refuses %j with a sentence', (given, why) => {
  const { occasions, problems } = readOccasions([anOccasion(given)]);
  expect(occasions).toEqual([]);
  expect(problems[0]?.sentence).toContain(why);
});
