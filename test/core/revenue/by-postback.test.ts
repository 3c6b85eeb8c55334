import { bookClaims } from '../../../src/core/revenue/by-postback';
import { book } from '../../../src/core/revenue/commission';
import type { Claim } from '../../../src/core/referrals/claim';
import type { Commission } from '../../../src/core/workbook';
import { NOW } from '../../support/rows';

const claim = (given: Partial<Claim> = {}): Claim => ({
  network: 'Impact',
  externalId: '4711',
  at: NOW,
  status: 'pending',
  sale: null,
  commission: { minor: 1200, currency: 'USD' },
  subId: 'abcdefghjkmnp',
  ...given,
});

/** The ledger after a booking. */
function after(
  ledger: Commission[],
  { added, changed }: ReturnType<typeof bookClaims>,
): Commission[] {
  const sets = new Map(changed.map(({ id, set }) => [id, set]));
  return [...ledger.map((row) => ({ ...row, ...sets.get(row.id) })), ...added];
}

describe('bookClaims', () => {
  const [row] = bookClaims([claim()], [], NOW).added;
  if (row === undefined) throw new Error('nothing booked');

  it('books a sale as pending, by postback, once', () => {
    expect(row).toMatchObject({ status: 'pending', source: 'by postback', externalId: '4711' });
    expect(bookClaims([claim(), claim()], [], NOW).added).toHaveLength(1);
    expect(bookClaims([claim()], [row], NOW)).toMatchObject({
      added: [],
      changed: [],
      unchanged: 1,
    });
  });

  it('follows a later claim of the same sale', () => {
    const ledger = after(
      [row],
      bookClaims([claim({ commission: { minor: 900, currency: 'USD' } })], [row], NOW),
    );
    expect(ledger).toMatchObject([{ commission: { minor: 900 }, status: 'pending' }]);
    expect(after([row], bookClaims([claim({ status: 'reversed' })], [row], NOW))).toMatchObject([
      { status: 'reversed' },
    ]);
  });

  it('books nothing for a sale that fell through before it was known', () => {
    expect(bookClaims([claim({ status: 'reversed' })], [], NOW).added).toEqual([]);
  });

  it('a report confirms it, and no late postback changes that', () => {
    const statement = { ...claim(), status: 'pending' as const };
    const confirmed = after([row], book([statement], [row], 'impact.csv', NOW + 1));
    expect(confirmed).toMatchObject([{ source: 'impact.csv', status: 'pending' }]);
    const late = bookClaims(
      [claim({ commission: { minor: 1, currency: 'USD' } })],
      confirmed,
      NOW + 2,
    );
    expect(late).toMatchObject({ added: [], changed: [] });
    expect(book([statement], confirmed, 'impact.csv', NOW + 3)).toMatchObject({ unchanged: 1 });
  });
});
