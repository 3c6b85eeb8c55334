import { lifeProblem } from '../../../src/core/connectors/life';

const said = (life: Parameters<typeof lifeProblem>[2], today = '2026-11-21') =>
  lifeProblem('gpt-4o', 'OpenAI', life, today)?.sentence;

it('tells of a model’s end some months before, and of one that is gone', () => {
  const ends = { kind: 'there', ends: '2027-01-14' } as const;
  expect(said(ends)).toBe('The model “gpt-4o” ends on 2027-01-14.');
  expect(said(ends, '2026-08-01')).toBeUndefined();
  expect(said({ kind: 'gone' })).toBe('OpenAI does not have the model “gpt-4o” any more.');
});

it('says nothing of one that stays, or of which nobody knows', () => {
  expect(said({ kind: 'there', ends: undefined })).toBeUndefined();
  expect(said({ kind: 'unknown' })).toBeUndefined();
});
