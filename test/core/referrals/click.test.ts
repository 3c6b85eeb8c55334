import fc from 'fast-check';
import { clicksFrom } from '../../../src/core/referrals/click';
import type { GateEvent } from '../../../src/core/referrals/gate';
import { scannerWhy, WHY } from '../../../src/core/referrals/verdict';
import { aClick, aLink, NOW } from '../../support/rows';

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

  it('finds a crawler by the end of a long name, and by the name of any of its events', () => {
    const long = `${PERSON} ${'x'.repeat(100)} (compatible; Googlebot/2.1)`;
    expect(one([event('opened', { agent: long })])?.why).toBe(WHY.robot);
    const events = [event('opened'), tapped(900, { agent: 'curl/8.5.0' })];
    expect(one(events)).toMatchObject({ counted: false, why: WHY.robot, agent: 'curl/8.5.0' });
  });

  it('takes a row further that an earlier batch made', () => {
    const known = clicksFrom([event('opened')], [], [aLink()]).added;
    const { added, changed } = clicksFrom([tapped(900)], known, [aLink()]);
    expect(added).toEqual([]);
    expect(changed).toMatchObject([{ level: 'tapped', counted: true }]);
  });

  it('says of a tap when it was, and whether the page was on a screen before', () => {
    const tap = tapped(900);
    const unseen = one([event('opened'), tap]);
    expect(unseen).toMatchObject({ counted: true, why: WHY.unseen, wentOn: tap.at });
    const { changed } = clicksFrom([event('seen')], unseen ? [unseen] : [], [aLink()]);
    expect(changed).toMatchObject([{ counted: true, why: WHY.tapped, wentOn: tap.at }]);
    expect(one([event('opened'), tapped(300)])?.wentOn).toBeNull();
  });

  it.each([
    ['a person', { counted: false, why: WHY.tapped }],
    ['a person in words', { counted: false, why: 'that was me' }],
    ['the scanner’s behaviour', { counted: false, why: scannerWhy(['all at once']) }],
  ])('leaves what %s decided, though the visit goes further', (_, decided) => {
    const known = [aClick({ level: 'seen', agent: PERSON, ...decided })];
    const { changed } = clicksFrom([tapped(900)], known, [aLink()]);
    expect(changed).toMatchObject([{ level: 'tapped', ...decided }]);
  });

  it('comes to the same in whatever order and batches the events of a visit come', () => {
    const events = fc.uniqueArray(
      fc.record({
        at: fc.integer({ min: NOW, max: NOW + 60_000 }),
        kind: fc.constantFrom('opened' as const, 'seen' as const, 'tapped' as const),
        ms: fc.constantFrom(300, 900),
        agent: fc.constantFrom(
          PERSON,
          'Mozilla/5.0 (X11; Linux x86_64) Firefox/145.0',
          'curl/8.5.0',
        ),
      }),
      { selector: ({ at }) => at, minLength: 1, maxLength: 8 },
    );
    fc.assert(
      fc.property(events, fc.infiniteStream(fc.nat()), fc.nat(8), (list, random, cut) => {
        const all = list.map(({ ms, ...given }) => event(given.kind, { ...given, data: { ms } }));
        const shuffled = all
          .map((given) => ({ given, place: random.next().value as number }))
          .sort((a, b) => a.place - b.place)
          .map(({ given }) => given);
        const first = clicksFrom(shuffled.slice(0, cut), [], [aLink()]).added;
        const { added, changed } = clicksFrom(shuffled.slice(cut), first, [aLink()]);
        expect([...added, ...changed, ...first][0]).toEqual(one(all));
      }),
    );
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
