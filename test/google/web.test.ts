import { requestOf } from '../../src/google/web';

it('reads a post whose form had no fields as one without a body', () => {
  const event = { parameter: { u: 'C-lin.abc' }, postData: undefined };
  expect(requestOf(event as unknown as GoogleAppsScript.Events.DoPost)).toEqual({
    parameter: { u: 'C-lin.abc' },
    body: '',
  });
});
