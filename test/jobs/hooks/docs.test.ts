import { readFileSync } from 'node:fs';
import path from 'node:path';
import { DEEDS } from '../../../src/core/hooks/message';
import { occasions, products } from '../../../src/core/workbook';
import { collect } from '../../../src/jobs/collect';
import { aSender } from '../../support/hooks';
import { anOccasion, aProduct } from '../../support/rows';
import { World } from '../../support/services';

/** What docs/connections.md and docs/recipes.md tell others to post is done. */

const read = (name: string): string =>
  readFileSync(path.join(__dirname, '../../../docs', name), 'utf8');

const examples = ['connections.md', 'recipes.md'].flatMap((name) =>
  [...read(name).matchAll(/```json\n(\{[^`]*?"do":[^`]*?)```/g)].map(([, body = '']) => ({
    name,
    body,
  })),
);

it('shows an example of everything that can be asked for', () => {
  const shown = examples.map(({ body }) => (JSON.parse(body) as { do: string }).do);
  expect([...new Set(shown)].sort()).toEqual([...DEEDS].sort());
});

it.each(examples)('does what $name says: $body', ({ body }) => {
  const world = new World().ready();
  const send = aSender(world);
  world.put(products, aProduct());
  world.put(occasions, anOccasion());
  const [client = ''] = examples
    .map((one) => one.body)
    .filter((one) => one.includes('save_client'));
  if (!body.includes('save_client')) send(client);
  send(body);
  const { done, problem } = collect(world.services());
  expect(problem).toBeUndefined();
  expect(done).toContain(
    `${body.includes('save_client') ? '1 request' : '2 requests'} of automations done`,
  );
});
