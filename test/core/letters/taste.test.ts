import { exampleIn, latest } from '../../../src/core/letters/taste';
import { knownNames } from '../../../src/core/letters/checks/others';
import { aClient, aProduct } from '../../support/rows';

const other = aClient({ id: 'C-web', name: 'Anna Weber', company: '' });
const about = { client: aClient(), products: [aProduct()], names: knownNames([other]) };
const before =
  'Dear Ms Lin,\n\n✗ No title.\n\nI beg to report 12 things. Rankly helps.\n\n[[product A]]';

it('keeps the words of an edit, without names, numbers, addresses, report and links', () => {
  const after =
    'Hi Ms Lin of Lin Bakery,\n\n✗ No title.\n\n3 things, as Anna Weber said: bakery.example, x@y.example. Rankly.\n\n[[product A]]';
  const example = exampleIn(before, after, about);
  expect(example?.before).toBe('Dear (client),\n\nI beg to report # things. (product) helps.');
  expect(example?.after).toContain('Hi (client) of (client),');
  expect(JSON.stringify(example)).not.toMatch(/Lin|Anna|Rankly|example\.|\d|✗|\[\[/);
});

it('learns nothing where only figures, report or spaces differ', () => {
  expect(
    exampleIn(before, before.replace('12', '13').replace('title', 'heading'), about),
  ).toBeUndefined();
});

it('shows the latest four, and none that was cleared', () => {
  const rows = [1, 2, 3, 4, 5, 6].map((at) => ({
    id: `L-${at}`,
    clientId: 'C',
    at,
    before: 'a',
    after: at === 6 ? '' : `${at}`,
  }));
  expect(latest(rows).map(({ after }) => after)).toEqual(['5', '4', '3', '2']);
});
