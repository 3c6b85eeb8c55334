import { assertOffer, gapsOf } from '../../../src/core/referrals/offer';
import { aProduct } from '../../support/rows';

it.each([
  {},
  { page: '', amount: null, months: null },
  { pays: 'percent' as const, amount: 100 },
  { page: 'http://rankly.example/@jo', months: 24 },
])('takes a product with %j', (given) => {
  expect(() => assertOffer(aProduct(given))).not.toThrow();
});

it.each([
  [{ page: 'javascript:alert(1)' }, 'Page: “javascript:alert(1)” is not the address of a web page'],
  [{ page: 'rankly.example' }, 'is not the address of a web page'],
  [{ page: 'https://user:pw@rankly.example/' }, 'is not the address of a web page'],
  [{ destination: 'https://user@rankly.sjv.io/c/1' }, 'carries a name or password'],
  [{ amount: -5 }, 'Amount: “-5” is nothing that a sale could pay'],
  [{ amount: 0 }, 'is nothing that a sale could pay'],
  [{ pays: 'percent' as const, amount: 500 }, 'percent is more than the sale itself'],
  [{ months: 1.5 }, 'is not a number of months'],
])('refuses a product with %j', (given, sentence) => {
  expect(() => assertOffer(aProduct(given))).toThrow(sentence);
});

it('names what a product leaves open, but no amount where a share of the sale is paid', () => {
  expect(gapsOf(aProduct())).toEqual([]);
  expect(gapsOf(aProduct({ pays: 'percent', amount: null }))).toEqual([]);
  expect(gapsOf(aProduct({ amount: null, category: '', facts: '', page: '' }))).toHaveLength(4);
});
