import { aLife, aPast, momentsOf, refusalOf } from '../../../support/lives';

const after = (detail: string, letter = aPast(), waitDays = 14) =>
  momentsOf('after', { detail, waitDays }, aLife({ letters: [letter] }));

it('comes days after the other letter left, by its id or title, with its period', () => {
  const moment = { period: '2026-Q4', from: '2026-11-15', until: '2026-12-06' };
  expect(after('quarterly-report')).toMatchObject([moment]);
  expect(after('Quarterly Report')).toMatchObject([moment]);
  expect(after('quarterly-report', aPast({ sentOn: '' }))).toEqual([]);
});

it('asks for an outcome, or for its lack', () => {
  const tapped = aPast({ outcome: 'tapped' });
  expect(after('quarterly-report: tapped', tapped)).toHaveLength(1);
  expect(after('quarterly-report: tapped')).toEqual([]);
  expect(after('quarterly-report: without tapped', tapped)).toEqual([]);
  expect(after('quarterly-report: Without bought', tapped)).toHaveLength(1);
});

it('is not ended by the outcome that it asks for', () => {
  const [asked] = after('quarterly-report: replied', aPast({ outcome: 'replied' }));
  expect(asked?.stops?.at).not.toContain('replied');
  expect(after('quarterly-report')[0]?.stops?.at).toContain('replied');
});

it('waits for quiet as long as it takes to call a letter quiet', () => {
  const [moment] = after('quarterly-report: quiet', aPast({ outcome: 'quiet' }), 5);
  expect(moment?.from).toBe('2026-12-01');
});

it('ends with whatever came since the first letter of its chain', () => {
  const life = aLife({
    letters: [aPast(), aPast({ id: 'L-two', occasionId: 'second', sentOn: '2026-11-15' })],
  });
  const others = [
    { id: 'second', title: 'Second', when: 'after', detail: 'quarterly-report', waitDays: 14 },
  ] as const;
  const [moment] = momentsOf('after', { detail: 'second', waitDays: 5 }, life, undefined, others);
  expect(moment).toMatchObject({ from: '2026-11-20', stops: { since: '2026-11-01' } });
});

it.each([
  ['', 'does not say which letter'],
  ['yearly-report', '“yearly-report”, which there is not'],
  ['quarterly-report: eaten', 'which there is not'],
  ['tried', 'follows a letter that follows its own'],
])('refuses “%s”', (detail, why) => {
  expect(refusalOf('after', { detail, waitDays: 1 })?.sentence).toContain(why);
});

it('refuses a circle of several', () => {
  const other = {
    id: 'other',
    title: 'Other',
    when: 'after',
    detail: 'Tried',
    waitDays: 1,
  } as const;
  const circle = refusalOf('after', { detail: 'other: without bought', waitDays: 1 }, [other]);
  expect(circle?.sentence).toContain('follows its own');
});
