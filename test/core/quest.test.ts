import type { HttpAnswer } from '../../src/core/http';
import { asking, goingOn, type Quest, together } from '../../src/core/quest';
import { go } from '../support/quests';

const said = (body: string): HttpAnswer => ({ ok: true, status: 200, headers: {}, body });
const ask = (url: string): Quest<string> =>
  asking({ url, method: 'GET', timeoutSeconds: 1 }, (answer) => ({
    done: answer.ok ? answer.body : answer.error,
  }));

it('goes on from what was found', () => {
  const quest = goingOn(ask('a'), (first) =>
    goingOn(ask(first), (then) => ({ done: [first, then] })),
  );
  expect(go(quest, ({ url }) => said(`${url}!`))).toEqual({
    found: ['a!', 'a!!'],
    rounds: [['a'], ['a!']],
  });
});

it('asks side by side, and keeps the order whatever takes longer', () => {
  const long = goingOn(ask('a'), () => ask('b'));
  expect(go(together([long, { done: 'at once' }, ask('c')]), ({ url }) => said(url))).toEqual({
    found: ['b', 'at once', 'c'],
    rounds: [['a', 'c'], ['b']],
  });
});

it('takes a missing answer for none', () => {
  const quest = ask('a');
  expect('ask' in quest && quest.next([])).toEqual({ done: 'no answer' });
});
