import { readdirSync } from 'node:fs';
import path from 'node:path';
import { accessTo, SERVICES, serviceFor } from '../../../src/core/connectors';
import { WRITERS } from '../../../src/core/settings';

const openAis = 'https://api.openai.com/v1';

it('lists a service for each choice of the Writer setting but plain', () => {
  expect(['plain', ...Object.keys(SERVICES)].sort()).toEqual([...WRITERS].sort());
  const files = readdirSync(path.join(__dirname, '../../../src/core/connectors'));
  for (const name of Object.keys(SERVICES)) expect(files).toContain(`${name}.ts`);
});

it('has none for plain letters', () => {
  expect(serviceFor({ writer: 'plain' })).toBeUndefined();
});

it.each([
  ['anthropic', openAis, 'https://api.anthropic.com/v1'],
  ['anthropic', '', 'https://api.anthropic.com/v1'],
  ['anthropic', 'https://proxy.example/v1', 'https://proxy.example/v1'],
  ['openai', openAis, openAis],
  ['openai', 'https://api.anthropic.com/v1', openAis],
  ['chat', 'https://models.example/v1', 'https://models.example/v1'],
] as const)('never sends %s’s key to another service: %s becomes %s', (name, said, address) => {
  const access = accessTo(SERVICES[name], { model: 'm', modelAddress: said }, 'key');
  expect(access).toEqual({ key: 'key', model: 'm', address });
});
