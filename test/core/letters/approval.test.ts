import { assertMove, whyNotSend } from '../../../src/core/letters/approval';
import { aClient, aLetter, aProduct } from '../../support/rows';

describe('assertMove', () => {
  it.each([
    ['drafted', 'approved'],
    ['approved', 'drafted'],
    ['held', 'approved'],
    ['skipped', 'drafting'],
  ] as const)('lets a person move %s to %s', (from, to) => {
    expect(() => assertMove(aLetter({ status: from }), to)).not.toThrow();
  });

  it.each([
    ['sent', 'approved'],
    ['sending', 'skipped'],
    ['drafting', 'approved'],
    ['', 'approved'],
  ] as const)('refuses to move “%s” to %s', (from, to) => {
    expect(() => assertMove(aLetter({ status: from }), to)).toThrow('cannot become');
  });
});

describe('whyNotSend', () => {
  const none: ReadonlySet<string> = new Set();
  const clientsOf = (...rows: ReturnType<typeof aClient>[]) => ({
    rows: new Map(rows.map((client) => [client.id, client])),
    unread: none,
  });
  const productsOf = (...rows: ReturnType<typeof aProduct>[]) => ({
    rows: new Map(rows.map((product) => [product.id, product])),
    unread: none,
  });
  const why = (
    letter = aLetter(),
    clients = clientsOf(aClient()),
    known = productsOf(aProduct()),
  ) => whyNotSend(letter, clients, known, (id) => id !== 'P-unlinked');

  it('has nothing against a letter that may go', () => {
    expect(why()).toBeUndefined();
  });

  it('looks at consent again', () => {
    expect(why(aLetter(), clientsOf(aClient({ consent: 'unsubscribed' })))).toEqual({
      becomes: 'skipped',
      why: 'The client unsubscribed.',
    });
    const serviceOnly = clientsOf(aClient({ consent: 'service only' }));
    expect(why(aLetter(), serviceOnly)?.why).toContain('without recommendations');
    expect(why(aLetter({ products: [], body: 'Hello.' }), serviceOnly)).toBeUndefined();
  });

  it('holds a letter whose place was broken by hand', () => {
    const body = 'Look at this: [[product A]]';
    expect(why(aLetter({ body }))).toMatchObject({ becomes: 'held' });
    expect(why(aLetter({ body: 'All is well.' }))?.why).toContain('must stand exactly once');
  });

  it('looks at the products again', () => {
    const resting = productsOf(aProduct({ active: false }));
    expect(why(aLetter(), clientsOf(aClient()), resting)).toEqual({
      becomes: 'skipped',
      why: 'The product Rankly is not active any more.',
    });
    expect(why(aLetter(), clientsOf(aClient()), productsOf())?.why).toContain('P-rank');
  });

  it('stops where a link is gone', () => {
    const known = productsOf(aProduct({ id: 'P-unlinked' }));
    const letter = aLetter({ products: ['P-unlinked'] });
    expect(why(letter, clientsOf(aClient()), known)?.why).toContain('no longer in the Links tab');
  });

  it('stops where the client’s row is gone', () => {
    expect(why(aLetter(), clientsOf())).toMatchObject({ becomes: 'skipped' });
    expect(why(aLetter(), clientsOf())?.why).toContain('no longer in the Clients tab');
  });

  it('keeps a letter waiting where a row is there and cannot be read', () => {
    const misread = { ...clientsOf(), unread: new Set(['C-lin']) };
    expect(why(aLetter(), misread)).toMatchObject({ becomes: 'approved' });
    const misreadProduct = { ...productsOf(), unread: new Set(['P-rank']) };
    expect(why(aLetter(), clientsOf(aClient()), misreadProduct)).toMatchObject({
      becomes: 'approved',
    });
  });

  it('has an empty letter written again, and holds one without a subject', () => {
    expect(why(aLetter({ body: ' ' }))).toMatchObject({ becomes: 'drafting' });
    expect(why(aLetter({ subject: '' }))).toMatchObject({ becomes: 'held' });
  });
});
