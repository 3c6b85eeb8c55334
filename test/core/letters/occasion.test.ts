import { readOccasions } from '../../../src/core/letters/occasion';
import type { Occasion } from '../../../src/core/workbook';
import { anOccasion, aProduct, TODAY } from '../../support/rows';

const read = (...rows: Partial<Occasion>[]) =>
  readOccasions(rows.map(anOccasion), [aProduct()], TODAY);

it('follows active occasions only', () => {
  expect(read({}, { id: 'another', active: false }).followed).toHaveLength(1);
});

it('puts those whose letters go first before the others', () => {
  const { followed } = read({}, { id: 'after-it', when: 'tapped', waitDays: 7 });
  expect(followed.map(({ occasion }) => occasion.id)).toEqual(['after-it', 'quarterly-report']);
});

it.each([
  [{ id: '', title: '' }, 'has no title'],
  [{ when: '' }, 'does not say when'],
  [{ waitDays: 1e12 }, 'waits 1000000000000 days, so its quarter is over'],
  [{ when: 'monthly', waitDays: 28 }, 'waits 28 days, so its month is over'],
  [{ when: 'tapped', waitDays: 0 }, 'waits 0 days, which tapped cannot'],
  [{ products: 3 }, 'asks for 3 products in a letter'],
] as const)('refuses %j with a sentence', (given, why) => {
  const { followed, problems } = read(given);
  expect(followed).toEqual([]);
  expect(problems[0]?.sentence).toContain(why);
});
