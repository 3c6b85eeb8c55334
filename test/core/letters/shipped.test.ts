import { readOccasions } from '../../../src/core/letters/occasion';
import { SHIPPED } from '../../../src/core/letters/shipped';
import { TODAY } from '../../support/rows';

it('can all be followed, and each letter asks for approval', () => {
  const { followed, problems } = readOccasions([...SHIPPED], [], TODAY);
  expect(problems).toEqual([]);
  expect(followed).toHaveLength(SHIPPED.length);
  expect(SHIPPED.filter(({ approval }) => approval !== 'ask')).toEqual([]);
});
