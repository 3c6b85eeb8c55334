import { clicksFrom } from '../../../src/core/referrals/click';
import type { GateEvent } from '../../../src/core/referrals/gate';
import { aLink, NOW } from '../../support/rows';

const PERSON =
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/18.0 Safari/605.1.15';
let serial = 0;
const event = (kind: GateEvent['kind'], given: Partial<GateEvent> = {}): GateEvent => ({
  id: `e${serial++}`,
  at: NOW + serial,
  kind,
  code: 'abcdefgh',
  visit: 'vvvvv',
  agent: PERSON,
  ...given,
});
const tapped = (ms: number, given: Partial<GateEvent> = {}) =>
  event('tapped', { data: { ms }, ...given });
const one = (events: GateEvent[]) => clicksFrom(events, [], [aLink()]).added[0];

describe('clicksFrom', () => {
  it('makes one row of a visit, at the highest level it reached', () => {
    const { added } = clicksFrom([event('opened'), event('seen'), tapped(900)], [], [aLink()]);
    expect(added).toMatchObject([
      {
        id: 'abcdefgh-vvvvv',
        level: 'tapped',
        counted: true,
        clientId: 'C-lin',
        productId: 'P-rank',
      },
    ]);
  });

  it.each([
    ['opened', [event('opened')], 'only asked for'],
    ['seen', [event('opened'), event('seen')], 'read, but did not go on'],
    ['seen', [event('opened'), tapped(699)], 'went on too quickly for a person'],
    ['seen', [event('opened'), event('tapped')], 'went on too quickly for a person'],
  ] as const)('does not count a visit that is only %s', (level, events, why) => {
    expect(one([...events])).toMatchObject({ level, counted: false, why });
  });

  it('does not count a crawler, whatever it did', () => {
    const agent = 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)';
    expect(one([event('opened', { agent }), tapped(5000, { agent })])).toMatchObject({
      level: 'tapped',
      counted: false,
      why: 'the browser calls itself a robot',
    });
  });

  it('takes a row further that an earlier batch made', () => {
    const known = clicksFrom([event('opened')], [], [aLink()]).added;
    const { added, changed } = clicksFrom([tapped(900)], known, [aLink()]);
    expect(added).toEqual([]);
    expect(changed).toMatchObject([{ level: 'tapped', counted: true }]);
  });

  it('changes nothing when the same events come again, in any order', () => {
    const events = [event('opened'), event('seen'), tapped(300), tapped(900)];
    const known = clicksFrom(events, [], [aLink()]).added;
    const again = clicksFrom([...events].reverse(), known, [aLink()]);
    expect(again).toMatchObject({ added: [], changed: [] });
  });

  it('keeps visits of one link apart', () => {
    const events = [event('opened'), event('opened', { visit: 'wwwww' })];
    expect(clicksFrom(events, [], [aLink()]).added).toHaveLength(2);
  });

  it('drops what no link explains, and says how often and why', () => {
    const events = [
      event('opened', { code: 'hgfedcba' }),
      event('opened', { visit: '=1+1' }),
      event('seen', { visit: 'short' + 'er' }),
    ];
    const { added, dropped } = clicksFrom(events, [], [aLink()]);
    expect(added).toEqual([]);
    expect([...dropped]).toEqual([
      ['unknown link', 1],
      ['no visit', 2],
    ]);
  });

  it('leaves events of other kinds to others', () => {
    expect(clicksFrom([event('unsubscribe')], [], [aLink()]).added).toEqual([]);
  });
});
