import { channelOf } from '../../../src/core/letters/channel';
import { aClient, NOW } from '../../support/rows';

const onLine = aClient({ lineUser: 'U1' });

it.each([
  ['a mail', 'email', onLine, 'email'],
  ['LINE', 'line', onLine, 'line'],
  ['a mail for whoever is not on LINE', 'line', aClient(), 'email'],
  ['a mail where nothing is said', '', onLine, 'email'],
  ['what the client’s row says', 'line', { ...onLine, channel: 'email' }, 'email'],
  ['LINE where the client’s row says so', 'email', { ...onLine, channel: 'line' }, 'line'],
] as const)('is %s', (_, channel, client, expected) => {
  expect(channelOf({ channel }, client, [], null)).toBe(expected);
});

describe('the best', () => {
  const best = (answered: number | null, heard: number | null) =>
    channelOf({ channel: 'best' }, onLine, [{ answered }, { answered: null }], heard);

  it('is where the client last answered', () => {
    expect(best(NOW, NOW - 1)).toBe('email');
    expect(best(NOW - 1, NOW)).toBe('line');
    // An answer on LINE is noted in both places.
    expect(best(NOW, NOW)).toBe('line');
  });

  it('is a mail where nothing is known', () => {
    expect(best(null, null)).toBe('email');
  });
});
