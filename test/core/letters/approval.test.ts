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
  const products = new Map([['P-rank', aProduct()]]);
  const why = (
    letter = aLetter(),
    client: ReturnType<typeof aClient> | undefined = aClient(),
    known = products,
  ) => whyNotSend(letter, client, known, (id) => id !== 'P-unlinked');

  it('has nothing against a letter that may go', () => {
    expect(why()).toBeUndefined();
  });

  it('looks at consent again', () => {
    expect(why(aLetter(), aClient({ consent: 'unsubscribed' }))).toBe('The client unsubscribed.');
    expect(why(aLetter(), aClient({ consent: 'service only' }))).toContain(
      'without recommendations',
    );
    expect(why(aLetter({ products: [] }), aClient({ consent: 'service only' }))).toBeUndefined();
  });

  it('looks at the products again', () => {
    const resting = new Map([['P-rank', aProduct({ active: false })]]);
    expect(why(aLetter(), aClient(), resting)).toBe('The product Rankly is not active any more.');
    expect(why(aLetter(), aClient(), new Map())).toContain('P-rank');
  });

  it('stops where a link is gone', () => {
    const known = new Map([['P-unlinked', aProduct({ id: 'P-unlinked' })]]);
    expect(why(aLetter({ products: ['P-unlinked'] }), aClient(), known)).toContain(
      'no longer in the Links tab',
    );
  });

  it('stops where the client’s row is gone, or the letter is empty', () => {
    expect(whyNotSend(aLetter(), undefined, products, () => true)).toContain(
      'no longer in the Clients tab',
    );
    expect(why(aLetter({ body: '' }))).toBe('The letter is empty.');
  });
});
