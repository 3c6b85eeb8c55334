import { book, type Statement } from '../../../src/core/revenue/commission';
import { NOW } from '../../support/rows';

const usd = (minor: number) => ({ minor, currency: 'USD' });
const statement = (given: Partial<Statement> = {}): Statement => ({
  network: 'Impact',
  externalId: '007',
  at: NOW,
  status: 'paid',
  sale: usd(10_000),
  commission: usd(1200),
  subId: 'abcdefghvvvvv',
  ...given,
});
const bookOne = (given: Partial<Statement> = {}, ledger: ReturnType<typeof ledgerOf> = []) =>
  book([statement(given)], ledger, 'report.csv', NOW);
const ledgerOf = (given: Partial<Statement> = {}) => book([statement(given)], [], 'r', NOW).added;

describe('book', () => {
  it('adds what is not known, told apart by network and number', () => {
    const { added } = book(
      [statement(), statement({ network: 'Awin' }), statement({ externalId: '7' })],
      [],
      'r',
      NOW,
    );
    expect(new Set(added.map(({ id }) => id)).size).toBe(3);
    expect(added[0]).toMatchObject({
      externalId: '007',
      currency: 'USD',
      source: 'r',
      firstSeen: NOW,
    });
  });

  it('changes nothing the second time, nor within one file', () => {
    expect(bookOne({}, ledgerOf())).toEqual({ added: [], changed: [], unchanged: 1 });
    expect(book([statement(), statement()], [], 'r', NOW)).toMatchObject({ unchanged: 1 });
  });

  it('follows a report that changed', () => {
    const { changed } = bookOne({ status: 'reversed' }, ledgerOf({ status: 'pending' }));
    expect(changed[0]?.set).toMatchObject({ status: 'reversed', commission: usd(1200) });
  });

  it('asks for the home amount anew where the commission changed', () => {
    const [row] = ledgerOf();
    if (row === undefined) throw new Error('nothing was booked');
    const converted = { ...row, homeAmount: { minor: 36_000, currency: 'TWD' } };
    expect(bookOne({ commission: usd(900) }, [converted]).changed[0]?.set).toMatchObject({
      commission: usd(900),
      homeAmount: null,
    });
  });

  it('keeps the home amount where only the status changed', () => {
    const ledger = ledgerOf({ status: 'pending' });
    expect(bookOne({}, ledger).changed[0]?.set).not.toHaveProperty('homeAmount');
  });

  it('takes the currency along with the amounts of a report that was booked in the wrong one', () => {
    const eur = (minor: number) => ({ minor, currency: 'EUR' });
    const [row] = ledgerOf();
    if (row === undefined) throw new Error('nothing was booked');
    for (const sale of [row.sale, usd(5)]) {
      expect(
        bookOne({ sale: eur(10_000), commission: eur(1200) }, [{ ...row, sale }]).changed[0]?.set,
      ).toMatchObject({
        sale: eur(10_000),
        commission: eur(1200),
        currency: 'EUR',
        homeAmount: null,
      });
    }
  });

  it('leaves amounts in the currency that a person corrected', () => {
    const jpy = (minor: number) => ({ minor, currency: 'JPY' });
    const [row] = ledgerOf();
    if (row === undefined) throw new Error('nothing was booked');
    const corrected = { ...row, sale: jpy(100), commission: jpy(12), currency: 'JPY' };
    const [change] = bookOne({ commission: usd(900), status: 'reversed' }, [corrected]).changed;
    expect(change?.set).toMatchObject({ status: 'reversed' });
    for (const kept of ['sale', 'commission', 'currency']) {
      expect(change?.set).not.toHaveProperty(kept);
    }
  });

  it('keeps what a person corrected', () => {
    const [row] = ledgerOf();
    if (row === undefined) throw new Error('nothing was booked');
    const corrected = { ...row, commission: usd(1500) };
    const { changed } = bookOne({ commission: usd(900), status: 'reversed' }, [corrected]);
    expect(changed[0]?.set).toMatchObject({ status: 'reversed' });
    expect(changed[0]?.set).not.toHaveProperty('commission');
  });
});
