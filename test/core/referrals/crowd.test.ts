import fc from 'fast-check';
import { crowded, groupedBy } from '../../../src/core/referrals/crowd';

const moments = fc
  .array(fc.record({ at: fc.nat(60), thing: fc.constantFrom('a', 'b', 'c', 'd') }), {
    maxLength: 30,
  })
  .map((list) => list.sort((a, b) => a.at - b.at));

describe('crowded', () => {
  it('finds what lies in a stretch where enough different things meet', () => {
    const at = (when: number, thing: string) => ({ at: when, thing });
    const early = at(0, 'a');
    const together = [at(50, 'a'), at(55, 'b'), at(60, 'a')];
    expect(crowded([early, ...together], 20, ({ thing }) => thing, 2)).toEqual(together);
  });

  it('finds just what looking at every stretch would', () => {
    fc.assert(
      fc.property(moments, fc.nat(15), fc.integer({ min: 1, max: 4 }), (list, span, enough) => {
        const slowly = list.filter((one) =>
          list.some((first) => {
            const stretch = list.filter(({ at }) => at >= first.at && at <= first.at + span);
            return (
              stretch.includes(one) && new Set(stretch.map(({ thing }) => thing)).size >= enough
            );
          }),
        );
        expect(crowded(list, span, ({ thing }) => thing, enough)).toEqual(slowly);
      }),
    );
  });
});

it('groupedBy leaves out what has no name', () => {
  expect([...groupedBy(['a1', 'b1', 'a2', ''], (text) => text.slice(0, 1))]).toEqual([
    ['a', ['a1', 'a2']],
    ['b', ['b1']],
  ]);
});
