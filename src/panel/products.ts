import { fromMajor, showMoney } from '../core/money';
import { cut, Problem, within } from '../core/problem';
import { assertOpen, checkProduct } from '../core/referrals/check';
import { pageTrouble } from '../core/referrals/health';
import { assertOffer, gapsOf } from '../core/referrals/offer';
import { networkNamed, networkOf, NETWORKS } from '../core/referrals/networks';
import { jumpOf } from '../core/referrals/survival';
import type { Column } from '../core/schema/column';
import { blankRow } from '../core/schema/table';
import { type Product, products } from '../core/workbook';
import { STATE } from '../jobs/state';
import type { Services } from '../services';
import type { PanelAnswers, PanelRequest, ProductLine } from './protocol';

type ProductServices = Pick<Services, 'sheets' | 'state'>;
type Form = Extract<PanelRequest, { do: 'saveProduct' }>['product'];

/** The products, and the networks to pick from. */
export function listProducts({ sheets }: ProductServices): PanelAnswers['products'] {
  return {
    products: sheets.read(products).rows.map(lineOf),
    networks: NETWORKS.map(({ title, example }) => ({ title, example })),
    currency: sheets.settings().settings.homeCurrency,
  };
}

/**
 * Which network an affiliate address is of, blank where none knows it; what will work of it; and,
 * where some browsers would jump past the network, a form that is safe from that.
 */
export function recognise(destination: string): PanelAnswers['recognise'] {
  const network = networkOf(destination)?.title ?? '';
  const safe = jumpOf(destination)?.safe ?? '';
  if (network === '') return { network, check: '', safe };
  return { network, check: checkProduct({ network, destination }), safe };
}

/** Adds a product or changes the one with this id; throws a `Problem` where clients could not be led there. */
export function saveProduct(
  { sheets, state }: ProductServices,
  form: Form,
): PanelAnswers['saveProduct'] {
  const given = readForm(form, sheets.settings().settings.homeCurrency, sheets.zone());
  const product: Product = { ...blankRow(products), ...given };
  assertOffer(product);
  assertOpen(product);
  const check = checkProduct(product);
  const id = form.id === '' ? products.derive(product) : form.id;
  const [done] =
    form.id === ''
      ? sheets.append(products, [{ ...product, id, check }])
      : sheets.patch(products, [{ id, set: { ...given, check, pageCheck: '' } }]);
  if (done === undefined) throw form.id === '' ? alreadyThere(product) : gone(id);
  state.set(STATE.look, 'products');
  return { id, check, gaps: gapsOf(product) };
}

/** The form's cells, each read as its column reads it. */
function readForm(
  form: Form,
  home: string,
  zone: string,
): Omit<
  Product,
  'id' | 'check' | 'pageCheck' | 'conversion' | 'recommended' | 'lifetime' | 'sales'
> {
  const { columns } = products;
  const context = { zone, home, sibling: () => '' };
  const read = <T>(column: Column<T>, said: string): T =>
    within(column.header, () => column.decode(said.trim(), context));
  return {
    name: form.name.trim(),
    network: networkNamed(form.network).title,
    category: form.category.trim(),
    page: form.page.trim(),
    destination: form.destination.trim(),
    pays: form.pays,
    amount: read(columns.amount, form.amount.replace(/,/g, '')),
    currency: read(columns.currency, form.currency) || home,
    months: read(columns.months, form.months),
    goodFor: read(columns.goodFor, form.goodFor),
    facts: form.facts.trim(),
    active: form.active,
  };
}

function lineOf(product: Product): ProductLine {
  const { amount, months, goodFor } = product;
  return {
    ...product,
    amount: amount === null ? '' : String(amount),
    months: months === null ? '' : String(months),
    goodFor: goodFor.join(', '),
    worth: worthOf(product),
    pageTrouble: pageTrouble(product) ?? '',
  };
}

/** What a sale pays, such as `$6.50 monthly` or `20 % of a sale`. */
function worthOf({ pays, amount, currency }: Product): string {
  if (pays === '' || amount === null) return '';
  if (pays === 'percent') return `${amount} % of a sale`;
  return currency === '' ? '' : `${showMoney(fromMajor(amount, currency), 'en')} ${pays}`;
}

function alreadyThere({ name, destination }: Product): Problem {
  return new Problem({
    code: 'product-twice',
    tab: 'Products',
    column: 'Destination',
    value: destination,
    sentence: `There is a product with this affiliate address already, so “${cut(name)}” was not added.`,
    remedy: 'Change that one instead.',
  });
}

function gone(id: string): Problem {
  return new Problem({
    code: 'product-gone',
    tab: 'Products',
    value: id,
    sentence: `The product ${cut(id)} is no longer in the Products tab.`,
    remedy: 'Reload the list and look again.',
  });
}
