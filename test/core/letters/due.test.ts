import { dueLetters, letterId, nextLetterDay } from '../../../src/core/letters/due';
import { aClient, aLetter, anOccasion, NOW, TODAY } from '../../support/rows';

const due = (clients = [aClient()], letters = [] as ReturnType<typeof aLetter>[], occasion = {}) =>
  dueLetters({ rows: clients, all: clients }, [anOccasion(occasion)], letters, TODAY, NOW);

describe('dueLetters', () => {
  it('asks for one letter a quarter from each client who agreed', () => {
    expect(due()).toMatchObject([
      { clientId: 'C-lin', occasionId: 'quarterly-report', period: '2026-Q4', status: 'drafting' },
    ]);
  });

  it('asks for none that is there already, whatever became of it', () => {
    const id = letterId('C-lin', 'quarterly-report', '2026-Q4');
    expect(due([aClient()], [aLetter({ id, status: 'skipped' })])).toEqual([]);
  });

  it('asks for one again in the next quarter', () => {
    const id = letterId('C-lin', 'quarterly-report', '2026-Q3');
    expect(due([aClient()], [aLetter({ id, period: '2026-Q3' })])).toHaveLength(1);
  });

  it.each([
    ['without consent', { consent: '' }],
    ['who unsubscribed', { consent: 'unsubscribed' }],
    ['who is closed', { stage: 'Closed' }],
  ] as const)('leaves a client %s in peace', (_, given) => {
    expect(due([aClient(given)])).toEqual([]);
  });

  it('writes once to an address that stands in two rows', () => {
    expect(due([aClient(), aClient({ id: 'C-twin' })])).toHaveLength(1);
  });

  it('waits for the days that the occasion asks for', () => {
    expect(due(undefined, [], { waitDays: 51 })).toHaveLength(1);
    expect(due(undefined, [], { waitDays: 52 })).toEqual([]);
  });

  it('keeps to the clients that the occasion is for', () => {
    expect(due(undefined, [], { goodFor: ['seo'] })).toHaveLength(1);
    expect(due(undefined, [], { goodFor: ['branding'] })).toEqual([]);
  });
});

describe('nextLetterDay', () => {
  const next = (client = aClient(), written: string[] = []) =>
    nextLetterDay(client, [anOccasion()], new Set(written), TODAY);

  it('is today where one is due, and the next quarter where it was written', () => {
    expect(next()).toBe(TODAY);
    expect(next(aClient(), [letterId('C-lin', 'quarterly-report', '2026-Q4')])).toBe('2027-01-01');
  });

  it('is blank where none will come', () => {
    expect(next(aClient({ consent: '' }))).toBe('');
    expect(nextLetterDay(aClient(), [], new Set(), TODAY)).toBe('');
  });
});
