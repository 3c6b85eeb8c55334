import { checkModel } from '../../src/jobs/models';
import { VAULT } from '../../src/jobs/state';
import { answer } from '../support/answers';
import { World } from '../support/services';

function worldWith(shutdown: string | null): World {
  const world = new World().ready();
  world.vault.set(VAULT.openAiKey, 'sk-test');
  const model = {
    id: 'gpt-6-luna',
    object: 'model',
    created: 1,
    owned_by: 'o',
    shutdown_date: shutdown,
  };
  world.answer = () => answer(200, { object: 'list', data: [model] });
  return world;
}

it('asks once a day, and tells until another model is chosen', () => {
  const world = worldWith('2027-01-14');
  const problem =
    'Settings, Model: The model “gpt-6-luna” ends on 2027-01-14. Choose another one before that day.';
  expect(checkModel(world.services()).problem).toBe(problem);
  expect(checkModel(world.services()).problem).toBe(problem);
  expect(world.requests).toHaveLength(1);
  world.now += 24 * 3600 * 1000;
  checkModel(world.services());
  expect(world.requests).toHaveLength(2);
  world.set({ model: 'gpt-9' });
  expect(checkModel(world.services()).problem).toContain(
    'does not have the model “gpt-9” any more',
  );
});

it('says nothing of a model that stays, and keeps no key in what it remembers', () => {
  const world = worldWith(null);
  expect(checkModel(world.services())).toEqual({ done: '' });
  expect(JSON.stringify([...world.state])).not.toContain('sk-test');
});

it.each([{ writer: 'plain' }, {}])('asks nobody where no service writes: %j', (settings) => {
  const world = worldWith(null);
  world.set(settings);
  world.vault.delete(VAULT.openAiKey);
  expect(checkModel(world.services())).toEqual({ done: '' });
  expect(world.requests).toEqual([]);
});
