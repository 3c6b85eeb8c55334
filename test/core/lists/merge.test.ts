import { conflictsCell } from '../../../src/core/lists/source';
import { type Base, marked, mergeClient } from '../../../src/core/lists/merge';
import { aClient } from '../../support/rows';

const GROUNDS = { consentBasis: 'contract 2026', consentDate: '2026-01-01' };

describe('mergeClient', () => {
  it.each([
    ['leaves what is the same', 'A', 'A', 'A', undefined, false],
    ['keeps what was changed here', 'A', 'A', 'B', undefined, false],
    ['takes what was changed there', 'A', 'B', 'A', 'B', false],
    ['takes what was emptied there', 'A', '', 'A', '', false],
    ['shows what was changed in both places', 'A', 'B', 'C', undefined, true],
    ['agrees where both were changed to the same', 'A', 'B', 'B', undefined, false],
    ['fills a blank with what never came before', undefined, 'B', '', 'B', false],
    ['shows what differs at the first sight', undefined, 'B', 'C', undefined, true],
    ['keeps what the list never had', undefined, '', 'C', undefined, false],
  ])('%s', (_, base, there, here, comes, isConflict) => {
    const { set, conflicts } = mergeClient(
      base === undefined ? {} : { notes: base },
      { notes: there },
      aClient({ notes: here }),
    );
    expect(set).toEqual(comes === undefined ? {} : { notes: comes });
    expect(conflicts).toEqual(isConflict ? { notes: there } : {});
  });

  it('never takes an address away', () => {
    const ours = aClient();
    expect(mergeClient({ email: ours.email }, { email: '' }, ours).set).toEqual({});
  });

  it('compares long texts by their digest', () => {
    const long = 'x'.repeat(4000);
    const base = { notes: marked('notes', long) };
    expect(base.notes.length).toBeLessThan(100);
    expect(mergeClient(base, { notes: 'new' }, aClient({ notes: long })).set).toEqual({
      notes: 'new',
    });
  });

  it('takes no consent where its basis was changed here', () => {
    const base = { consent: 'service only', consentBasis: 'old', consentDate: '2025-01-01' };
    const ours = aClient({ ...base, consent: 'service only', consentBasis: 'by hand' });
    const { set, conflicts } = mergeClient(base, { consent: 'yes', ...GROUNDS }, ours);
    expect(set).toEqual({});
    expect(conflicts).toEqual({ consent: 'yes', ...GROUNDS });
  });

  it('takes no wider consent over a basis that was changed here, though there it is as before', () => {
    const base: Base = { consent: 'service only', ...GROUNDS };
    const ours = aClient({ consent: 'service only', ...GROUNDS, consentBasis: 'by hand' });
    const { set, conflicts } = mergeClient(base, { consent: 'yes', ...GROUNDS }, ours);
    expect(set).toEqual({});
    expect(conflicts).toEqual({ consent: 'yes' });
  });

  it('takes the end of consent whatever was changed here', () => {
    const ours = aClient({ consentBasis: 'by hand' });
    const { set } = mergeClient({ consent: 'service only' }, { consent: 'unsubscribed' }, ours);
    expect(set).toEqual({ consent: 'unsubscribed' });
  });

  it('says nothing of consent to who unsubscribed here', () => {
    const ours = aClient({ consent: 'unsubscribed' });
    const { set, conflicts } = mergeClient({}, { consent: 'yes', ...GROUNDS }, ours);
    expect([set, conflicts]).toEqual([{}, {}]);
  });
});

it('keeps no more conflicts than a cell holds', () => {
  const long = 'x'.repeat(30_000);
  expect(JSON.parse(conflictsCell({ notes: long, name: long }))).toEqual({ notes: long });
  expect(conflictsCell({})).toBe('');
});
