import type { Statement } from '../../../../src/core/revenue/commission';
import type { Commission } from '../../../../src/core/workbook';
import { BY_CALL, TestLedger } from '../../../support/ledger';
import { aCommission, NOW } from '../../../support/rows';

const DAY = 24 * 3600 * 1000;
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

/** A ledger that was told of one sale. */
function told(given: Partial<Statement> = {}): TestLedger {
  const ledger = new TestLedger();
  ledger.tell([statement(given)]);
  return ledger;
}

const later = (given: Partial<Statement> = {}) => statement({ asOf: NOW + DAY, ...given });

describe('booking', () => {
  it('adds what is not known, told apart by network and number', () => {
    const ledger = new TestLedger();
    ledger.tell([
      statement(),
      statement({ network: 'Awin' }),
      statement({ externalId: '7', at: NOW + 1 }),
    ]);
    expect(new Set(ledger.ledger.map(({ id }) => id)).size).toBe(3);
    expect(ledger.ledger[0]).toMatchObject({
      externalId: '007',
      currency: 'USD',
      source: 'report.csv',
      firstSeen: NOW,
    });
  });

  it('changes nothing the second time, nor within one file, nor under another file’s name', () => {
    const ledger = told();
    const before = JSON.stringify(ledger);
    expect(ledger.tell([statement(), statement()])).toMatchObject({
      facts: { added: [], changed: [] },
      added: [],
      changed: [],
      unchanged: 1,
    });
    ledger.tell([statement()], { kind: 'report', source: 'again.csv' });
    expect(JSON.stringify(ledger)).toBe(before);
  });

  it('takes a network for the same however it is spelled', () => {
    const ledger = told();
    ledger.tell([later({ network: 'IMPACT', status: 'reversed' })]);
    expect(ledger.ledger).toMatchObject([{ network: 'Impact', status: 'reversed' }]);
  });

  it('follows a report that changed, and no older one', () => {
    const ledger = told({ status: 'pending' });
    ledger.tell([later({ status: 'reversed' })]);
    expect(ledger.ledger[0]).toMatchObject({ status: 'reversed', commission: usd(1200) });
    ledger.tell([statement({ status: 'approved' })]);
    expect(ledger.ledger[0]?.status).toBe('reversed');
  });

  it('asks for the home amount anew where the commission changed, and only there', () => {
    const ledger = told({ status: 'pending' });
    ledger.correct('007', { homeAmount: { minor: 36_000, currency: 'TWD' } });
    ledger.tell([later()]);
    expect(ledger.ledger[0]?.homeAmount?.minor).toBe(36_000);
    ledger.tell([later({ commission: usd(900), asOf: NOW + 2 * DAY })]);
    expect(ledger.ledger[0]).toMatchObject({ commission: usd(900), homeAmount: null });
  });

  it('takes the currency along with the amounts of a report that was booked in the wrong one', () => {
    const eur = (minor: number) => ({ minor, currency: 'EUR' });
    for (const sale of [usd(10_000), usd(5)]) {
      const ledger = told();
      ledger.correct('007', { sale });
      ledger.tell([later({ sale: eur(10_000), commission: eur(1200) })]);
      expect(ledger.ledger[0]).toMatchObject({
        sale: eur(10_000),
        commission: eur(1200),
        currency: 'EUR',
        homeAmount: null,
      });
    }
  });

  it.each<[string, Partial<Commission>]>([
    ['an amount', { commission: usd(1500) }],
    ['a sale', { sale: usd(1) }],
    ['a sub-id', { subId: 'mine' }],
    ['a time', { at: NOW - DAY }],
    [
      'a currency',
      {
        sale: { minor: 100, currency: 'JPY' },
        commission: { minor: 12, currency: 'JPY' },
        currency: 'JPY',
      },
    ],
  ])('keeps %s that a person corrected, and follows the rest', (_, correction) => {
    const ledger = told({ status: 'pending' });
    ledger.correct('007', correction);
    ledger.tell([
      later({ sale: usd(1000), commission: usd(900), subId: 'z', at: NOW + 1, status: 'approved' }),
    ]);
    expect(ledger.ledger).toMatchObject([{ status: 'approved', ...correction }]);
  });

  it('makes a row that a person deleted again', () => {
    const ledger = told();
    ledger.ledger = [];
    expect(ledger.tell([statement()]).added).toHaveLength(1);
  });

  it('knows a row that was booked before facts were kept', () => {
    const old = aCommission({
      externalId: '007',
      commission: usd(1200),
      currency: 'USD',
      source: 'old.csv',
      reported: 'paid; sale unknown; commission 12 USD; sub-id abcdefghvvvvv',
    });
    const ledger = new TestLedger();
    ledger.ledger = [{ ...old, id: told().ledger[0]?.id ?? '' }];
    ledger.tell([
      { ...statement({ sale: null }), status: 'paid' },
      statement({ externalId: '1000', at: NOW + 1 }),
      statement({
        externalId: 'reversal',
        corrects: '007',
        commission: usd(-1200),
        at: NOW + DAY,
      }),
    ]);
    expect(ledger.ledger).toMatchObject([
      {
        externalId: '007',
        status: 'reversed',
        commission: usd(1200),
        source: 'old.csv (with a correction)',
      },
      { externalId: '1000', status: 'paid' },
    ]);
  });

  it('leaves what a person typed into the tab', () => {
    const ledger = new TestLedger();
    const typed = aCommission({ id: told().ledger[0]?.id ?? '', externalId: '007' });
    ledger.ledger = [typed];
    ledger.tell([statement({ status: 'reversed' })]);
    expect(ledger.ledger).toMatchObject([{ status: 'paid', commission: typed.commission }]);
  });
});

describe('booking what networks told by postback', () => {
  const call = (given: Partial<Statement> = {}) =>
    statement({ status: 'pending', sale: null, externalId: '4711', ...given });

  it('books a sale as pending, by postback, once', () => {
    const ledger = new TestLedger();
    ledger.tell([call(), call()], BY_CALL);
    expect(ledger.ledger).toMatchObject([{ status: 'pending', source: 'by postback' }]);
    expect(ledger.tell([call()], BY_CALL)).toMatchObject({ added: [], changed: [], unchanged: 1 });
  });

  it('follows a later claim of the same sale', () => {
    const ledger = new TestLedger();
    ledger.tell([call()], BY_CALL);
    ledger.tell([call({ commission: usd(900), asOf: NOW + 1 })], BY_CALL);
    expect(ledger.ledger).toMatchObject([{ commission: { minor: 900 }, status: 'pending' }]);
    ledger.tell([call({ status: 'reversed', asOf: NOW + 2 })], BY_CALL);
    expect(ledger.ledger).toMatchObject([{ status: 'reversed' }]);
  });

  it('books nothing for a sale that fell through before it was known', () => {
    expect(new TestLedger().tell([call({ status: 'reversed' })], BY_CALL).added).toEqual([]);
  });

  it('lets a report confirm it, and no late postback change that', () => {
    const ledger = new TestLedger();
    ledger.tell([call()], BY_CALL);
    ledger.tell([call({ status: 'approved' })]);
    const confirmed = { source: 'report.csv; also by postback (same number)', status: 'approved' };
    expect(ledger.ledger).toMatchObject([confirmed]);
    ledger.tell([call({ commission: usd(1), asOf: NOW + DAY })], BY_CALL);
    expect(ledger.ledger).toMatchObject([{ ...confirmed, commission: usd(1200) }]);
  });
});

describe('booking one sale from two sources', () => {
  const call = statement({ externalId: 'abcdefghvvvvv 1200 USD', status: 'pending', sale: null });
  const synthetic = (given: Partial<Statement> = {}) =>
    statement({ externalId: 'made-up 1', numbers: 'an-export', subId: '', ...given });

  it('joins them by the sub-id, under the report’s number, whichever came first', () => {
    const [one, other] = [new TestLedger(), new TestLedger()];
    one.tell([call], BY_CALL);
    one.correct(call.externalId, { clientId: 'C-mine' });
    one.tell([statement({ at: NOW + 3600_000 })]);
    other.tell([statement({ at: NOW + 3600_000 })]);
    other.tell([call], BY_CALL);
    expect(one.standing()).toEqual(other.standing());
    expect(one.ledger).toMatchObject([
      {
        externalId: '007',
        clientId: 'C-mine',
        source: 'report.csv; also by postback (same sub-id and amount)',
      },
    ]);
  });

  it('joins an export without numbers and the network’s own rows, the n-th with the n-th', () => {
    const ledger = new TestLedger();
    ledger.tell([synthetic(), synthetic({ externalId: 'made-up 2' })]);
    ledger.tell([statement(), statement({ externalId: '008', at: NOW + DAY })]);
    expect(ledger.ledger.map(({ externalId }) => externalId).sort()).toEqual(['007', '008']);
    ledger.tell([synthetic({ externalId: 'made-up 3' })]);
    expect(ledger.standing()).toHaveLength(3);
  });

  it.each<[string, Partial<Statement>]>([
    ['too far apart', { at: NOW + 3 * DAY }],
    ['another amount', { commission: usd(1201), sale: null }],
    ['another currency', { commission: { minor: 1200, currency: 'EUR' }, sale: null }],
    ['another mark', { subId: 'abcdefghwwwww' }],
    ['another network', { network: 'Awin' }],
  ])('keeps them apart: %s', (_, given) => {
    const ledger = told();
    ledger.tell([synthetic(given)]);
    expect(ledger.standing()).toHaveLength(2);
  });

  it('knows an amount that was changed meanwhile', () => {
    const ledger = told();
    ledger.tell([later({ commission: usd(900), sale: usd(7500) })]);
    ledger.tell([synthetic()]);
    expect(ledger.ledger).toMatchObject([{ commission: usd(900) }]);
  });

  it('leaves no trace in the sums where both had rows before it was seen', () => {
    const ledger = told({ commission: usd(1000), sale: null, status: 'pending' });
    ledger.tell([synthetic({ sale: null })]);
    expect(ledger.standing()).toHaveLength(2);
    ledger.tell([later({ sale: null })]);
    expect(ledger.standing()).toHaveLength(1);
    const retired = ledger.ledger.find(({ status }) => status === 'reversed');
    expect(retired).toMatchObject({
      externalId: 'made-up 1',
      source: 'told of in another row',
    });
    const before = JSON.stringify(ledger.ledger);
    ledger.tell([synthetic({ sale: null })]);
    expect(JSON.stringify(ledger.ledger)).toBe(before);
  });
});

describe('booking what is taken back, in five shapes', () => {
  const back = { commission: usd(-1200), sale: usd(-10_000), at: NOW + DAY };
  it.each<[string, Statement[]]>([
    ['a status changed in place', [later({ status: 'reversed' })]],
    ['a negative row with a new number', [statement({ ...back, externalId: 'r1' })]],
    [
      'a negative row with the same order',
      [
        statement({ order: 'o-1', subId: '', status: 'paid' }),
        statement({ ...back, externalId: 'r1', order: 'o-1', subId: '' }),
      ],
    ],
    [
      'a negative return without any mark',
      [statement({ subId: '' }), statement({ ...back, externalId: 'r1', subId: '' })],
    ],
    [
      'a correction that names the row',
      [statement({ ...back, externalId: 'r1', corrects: '007' })],
    ],
    [
      'in place, and by a row as well',
      [later({ status: 'reversed' }), statement({ ...back, externalId: 'r1' })],
    ],
  ])('%s leaves one row, reversed', (_, statements) => {
    const ledger = new TestLedger();
    const first = statements.length === 2 && statements[0]?.status === 'paid' ? [] : [statement()];
    ledger.tell([...first, ...statements]);
    expect(ledger.ledger).toMatchObject([
      { externalId: '007', status: 'reversed', commission: usd(1200) },
    ]);
  });

  it('sums what is amended by rows of its own: taken back and stated anew', () => {
    const ledger = told({ corrects: '007' });
    ledger.tell([
      statement({ ...back, externalId: '008', corrects: '007' }),
      statement({
        externalId: '009',
        corrects: '007',
        commission: usd(900),
        sale: usd(7500),
        at: NOW + 2 * DAY,
        status: 'pending',
      }),
    ]);
    expect(ledger.ledger).toMatchObject([
      { externalId: '007', status: 'pending', commission: usd(900), sale: usd(7500), at: NOW },
    ]);
  });

  it('takes a part back from the latest sale with the mark that is worth as much', () => {
    const ledger = told();
    ledger.tell([
      statement({ externalId: '008', at: NOW + 1 }),
      statement({ externalId: 'r', commission: usd(-500), sale: null, at: NOW + 2 }),
    ]);
    expect(ledger.ledger).toMatchObject([
      { externalId: '007', commission: usd(1200) },
      { externalId: '008', commission: usd(700) },
    ]);
  });

  it('keeps one that undoes nothing we know as a row below zero', () => {
    const ledger = told();
    ledger.tell([
      statement({ externalId: 'r', commission: usd(-500), subId: 'other', at: NOW + 2 }),
    ]);
    expect(ledger.ledger).toMatchObject([
      { commission: usd(1200) },
      { status: 'paid', commission: usd(-500) },
    ]);
  });

  it.each(['KWD', 'JPY'])('to the last unit of %s', (currency) => {
    const ledger = told({ commission: { minor: 12_345, currency }, sale: null });
    ledger.tell([
      statement({
        externalId: 'r',
        corrects: '007',
        commission: { minor: -345, currency },
        sale: null,
      }),
    ]);
    expect(ledger.ledger).toMatchObject([{ commission: { minor: 12_000, currency } }]);
  });
});
