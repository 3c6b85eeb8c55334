import { readOccasions } from '../../../src/core/letters/occasion';
import { whyStopped } from '../../../src/core/letters/stop';
import type { Life } from '../../../src/core/letters/life';
import { aLife, aPast } from '../../support/lives';
import { anOccasion, TODAY } from '../../support/rows';

const AFTER = { id: 'second', when: 'after', detail: 'quarterly-report', waitDays: 14 } as const;
const [second, report] = readOccasions([anOccasion(), anOccasion(AFTER)], [], TODAY).followed;

const why = (life: Partial<Life>, followed = second) =>
  followed === undefined
    ? 'not followed'
    : whyStopped(followed, { period: '2026-Q4' }, aLife({ letters: [aPast()], ...life }));

it('lets a follow-up go where nothing came', () => {
  expect(why({})).toBeUndefined();
});

it.each([
  ['replied', 'answered'],
  ['bought', 'bought'],
  ['unsubscribed', 'unsubscribed'],
  ['bounced', 'came back'],
] as const)('ends it where a letter of its sequence %s', (outcome, said) => {
  expect(why({ letters: [aPast({ outcome })] })).toContain(said);
});

it('ends it with any purchase since it began, and with none before', () => {
  expect(why({ sales: [{ productId: 'P-host', day: '2026-11-01' }] })).toContain('bought');
  expect(why({ sales: [{ productId: 'P-host', day: '2026-10-31' }] })).toBeUndefined();
});

it('ends it with any answer since it began, whatever else came of that letter', () => {
  const answered = (answeredOn: string) =>
    why({
      letters: [
        aPast(),
        aPast({
          id: 'L-old',
          period: '2026-Q3',
          sentOn: '2026-08-01',
          outcome: 'bought',
          answeredOn,
        }),
      ],
    });
  expect(answered('2026-11-01')).toContain('answered');
  expect(answered('2026-10-31')).toBeUndefined();
});

it('ends what follows a purchase with an answer', () => {
  const row = anOccasion({ ...AFTER, detail: 'quarterly-report: bought' });
  const { followed } = readOccasions([anOccasion(), row], [], TODAY);
  const one = followed.find(({ occasion }) => occasion.id === 'second');
  expect(why({ letters: [aPast({ outcome: 'bought' })] }, one)).toBeUndefined();
  const letters = [aPast({ outcome: 'bought', answeredOn: '2026-11-09' })];
  expect(why({ letters }, one)).toContain('answered');
});

it('ends it where what it follows is gone', () => {
  expect(why({ letters: [] })).toContain('is gone');
});

it('does not end a report with an old answer', () => {
  expect(why({ letters: [aPast({ outcome: 'replied' })] }, report)).toBeUndefined();
});
