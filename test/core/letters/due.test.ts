import { dueLetters, letterId, nextLetterDay } from '../../../src/core/letters/due';
import type { Life } from '../../../src/core/letters/life';
import { readOccasions } from '../../../src/core/letters/occasion';
import type { Client, Occasion } from '../../../src/core/workbook';
import { aLife, aPast } from '../../support/lives';
import { aClient, anOccasion, NOW, TODAY } from '../../support/rows';

const follow = (...rows: Partial<Occasion>[]) =>
  readOccasions(rows.map(anOccasion), [], TODAY).followed;

const due = (life: Partial<Life> = {}, ...rows: Partial<Occasion>[]) => {
  const whole = aLife(life);
  const followed = follow(...(rows.length === 0 ? [{}] : rows));
  return dueLetters([whole], followed, whole.letters, TODAY, NOW);
};
const of = (given: Partial<Client>): Partial<Life> => ({ client: aClient(given) });

const REPORT = letterId('C-lin', 'quarterly-report', '2026-Q4');
const THANKS = {
  id: 'thank-you',
  when: 'stage',
  detail: 'Delivered',
  siteReport: false,
  products: 0,
} as const;
const DELIVERED = [{ stage: 'Delivered', day: TODAY, before: false }] as const;

describe('dueLetters', () => {
  it('asks for one letter a quarter from each client who agreed', () => {
    expect(due()).toMatchObject([
      { clientId: 'C-lin', occasionId: 'quarterly-report', period: '2026-Q4', status: 'drafting' },
    ]);
    expect(due()[0]?.id).toBe(REPORT);
  });

  it('asks for none that is there already, whatever became of it', () => {
    expect(due({ letters: [aPast({ id: REPORT, status: 'skipped' })] })).toEqual([]);
  });

  it('asks for one again in the next quarter', () => {
    const id = letterId('C-lin', 'quarterly-report', '2026-Q3');
    expect(due({ letters: [aPast({ id, period: '2026-Q3' })] })).toHaveLength(1);
  });

  it.each([
    ['without consent', { consent: '' }],
    ['who unsubscribed', { consent: 'unsubscribed' }],
    ['who is closed', { stage: 'Closed' }],
  ] as const)('leaves a client %s in peace', (_, given) => {
    expect(due(of(given))).toEqual([]);
  });

  it('waits for the days that the occasion asks for', () => {
    expect(due({}, { waitDays: 51 })).toHaveLength(1);
    expect(due({}, { waitDays: 52 })).toEqual([]);
  });

  it('keeps to the clients that the occasion is for', () => {
    expect(due({}, { goodFor: ['seo'] })).toHaveLength(1);
    expect(due({}, { goodFor: ['branding'] })).toEqual([]);
  });

  it('asks for a letter of each occasion that is due', () => {
    const letters = due({ reached: [...DELIVERED] }, {}, THANKS);
    expect(letters.map(({ occasionId }) => occasionId)).toEqual(['thank-you', 'quarterly-report']);
  });

  it('asks for none that would only recommend, where reports are all that is agreed to', () => {
    const only = { when: 'monthly', siteReport: false, products: 1 } as const;
    expect(due(of({ consent: 'service only' }), only)).toEqual([]);
    expect(due(of({ consent: 'service only' }), { ...only, siteReport: true })).toHaveLength(1);
  });

  it('asks for no follow-up that an answer has ended', () => {
    const reached = [...DELIVERED];
    const replied = aPast({ sentOn: TODAY, outcome: 'replied' });
    expect(due({ reached, letters: [replied] }, THANKS)).toEqual([]);
    expect(due({ reached, letters: [{ ...replied, sentOn: '2026-11-20' }] }, THANKS)).toHaveLength(
      1,
    );
  });
});

describe('nextLetterDay', () => {
  const next = (life: Partial<Life> = {}, ...rows: Partial<Occasion>[]) =>
    nextLetterDay(aLife(life), follow(...rows), TODAY);

  it('is today where one is due, and the next quarter where it was written', () => {
    expect(next({}, {})).toBe(TODAY);
    expect(next({ letters: [aPast({ id: REPORT })] }, {})).toBe('2027-01-01');
  });

  it('is the first of several', () => {
    const life = { letters: [aPast({ id: REPORT })], reached: [...DELIVERED] };
    expect(next(life, {}, { ...THANKS, waitDays: 3 })).toBe('2026-11-24');
  });

  it('is blank where none will come', () => {
    expect(next(of({ consent: '' }), {})).toBe('');
    expect(next()).toBe('');
  });
});
