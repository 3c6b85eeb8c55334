import { readOccasions } from '../../../src/core/letters/occasion';
import type { Life } from '../../../src/core/letters/life';
import { hindrance, inOrder } from '../../../src/core/letters/turn';
import { aLife, aPast } from '../../support/lives';
import { aClient, anOccasion, NOW, TODAY } from '../../support/rows';

const THANKS = { id: 'thank-you', when: 'stage', detail: 'Delivered', waitDays: 3 } as const;
const YEARLY = { id: 'anniversary', when: 'yearly' } as const;
const all = readOccasions(
  [anOccasion(), anOccasion(THANKS), anOccasion(YEARLY)],
  [],
  TODAY,
).followed;
const named = (id: string) => {
  const found = all.find(({ occasion }) => occasion.id === id);
  if (found === undefined) throw new Error(`no occasion ${id}`);
  return found;
};

const DAY = '2026-11-18';
const reached = [{ stage: 'Delivered', day: DAY, before: false }] as const;
const report = { id: 'L-new', period: '2026-Q4' };
const thanks = { id: 'L-thanks', period: DAY };
const heard = (...days: string[]) =>
  days.map((sentOn, i) => aPast({ id: `L-${i}`, occasionId: 'news', sentOn }));

const found = (
  id: string,
  letter: typeof report,
  life: Partial<Life>,
  limits: Partial<{ lettersAClient: number; daysBetween: number }> = {},
) =>
  hindrance(
    named(id),
    letter,
    aLife({ reached: [...reached], ...life }),
    all,
    { lettersAClient: 2, daysBetween: 7, ...limits },
    TODAY,
  );

it('lets a letter go to a client who was left in peace', () => {
  expect(found('quarterly-report', report, { letters: heard('2026-11-14') })).toBeUndefined();
});

it('keeps days between two letters to a client', () => {
  expect(found('quarterly-report', report, { letters: heard('2026-11-15') })).toEqual({
    kind: 'waits',
    why: 'Waits until Sun 22 Nov, for the client got a letter on Sun 15 Nov.',
  });
  expect(
    found('quarterly-report', report, { letters: heard('2026-11-15') }, { daysBetween: 0 }),
  ).toBeUndefined();
});

it('does not count the letter itself', () => {
  const itself = aPast({ ...report, sentOn: TODAY });
  expect(found('quarterly-report', report, { letters: [itself] })).toBeUndefined();
});

it('sends at most so many in thirty days', () => {
  const letters = heard('2026-10-30', '2026-11-10');
  expect(found('quarterly-report', report, { letters })?.why).toBe(
    'Waits until Sun 29 Nov, for the client got 2 letters in 30 days, the last on Tue 10 Nov.',
  );
  expect(found('quarterly-report', report, { letters }, { lettersAClient: 3 })).toBeUndefined();
});

it('leaves a follow-up’s last place to a report that comes', () => {
  const one = heard('2026-11-09');
  expect(found('thank-you', thanks, { letters: one })).toMatchObject({ kind: 'waits' });
  const done = [...one, aPast({ ...report, sentOn: '2026-10-02' })];
  expect(found('thank-you', thanks, { letters: done })).toBeUndefined();
});

it('drops what would have to wait beyond its moment', () => {
  const old = [{ ...reached[0], day: '2026-10-30' }];
  const letters = heard('2026-11-18');
  expect(
    found('thank-you', { ...thanks, period: '2026-10-30' }, { reached: old, letters }),
  ).toMatchObject({
    kind: 'over',
    why: expect.stringContaining('its moment has passed') as string,
  });
});

it.each(['2026-Q3', '2026-Q2'])('drops the report of %s once it has passed', (period) => {
  expect(found('quarterly-report', { ...report, period }, {})).toEqual({
    kind: 'over',
    why: 'The time that it was written for has passed.',
  });
});

it('lets an anniversary go for thirty days', () => {
  const yearly = { id: 'L-year', period: '2026' };
  const since = (day: string) => ({ client: aClient({ since: day }) });
  expect(found('anniversary', yearly, since('2024-10-22'))).toBeUndefined();
  expect(found('anniversary', yearly, since('2024-10-21'))).toMatchObject({ kind: 'over' });
});

it('ends what an answer has ended', () => {
  const letters = [aPast({ occasionId: 'news', sentOn: '2026-11-19', outcome: 'replied' })];
  expect(found('thank-you', thanks, { letters })).toMatchObject({ kind: 'over' });
});

it('puts follow-ups before what is bound to a day, that before reports, and the oldest first', () => {
  const row = (occasionId: string, created: number) => ({ occasionId, created, approved: NOW });
  const rows = [
    row('quarterly-report', 1),
    row('gone', 0),
    row('anniversary', 9),
    row('thank-you', 8),
    row('thank-you', 7),
    row('quarterly-report', 0),
  ];
  expect(inOrder(rows, all).map(({ occasionId, created }) => [occasionId, created])).toEqual([
    ['thank-you', 7],
    ['thank-you', 8],
    ['anniversary', 9],
    ['quarterly-report', 0],
    ['gone', 0],
    ['quarterly-report', 1],
  ]);
});
