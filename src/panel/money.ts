import { startOf } from '../core/calendar';
import { currencyCode, type Money, parseAmount, showMoney, sum } from '../core/money';
import { cut, Problem, within } from '../core/problem';
import { readSubId } from '../core/referrals/sub-id';
import { networkNamed } from '../core/referrals/networks';
import { book, type Statement } from '../core/revenue/commission';
import { recogniseReport } from '../core/revenue/imports';
import type { Importer } from '../core/revenue/imports/importer';
import { clients, type Commission, commissions, products } from '../core/workbook';
import { many } from '../core/words/count';
import { noted } from '../jobs/job';
import { refresh } from '../jobs/refresh';
import { STATE } from '../jobs/state';
import type { Services } from '../services';
import type { PanelAnswers, PanelRequest, ReportPreview } from './protocol';

type MoneyServices = Pick<Services, 'sheets' | 'state' | 'clock' | 'progress'>;
type Request<Name extends PanelRequest['do']> = Extract<PanelRequest, { do: Name }>;

/** Says what a network's report would book, and books it where `commit` is set. */
export function importReport(
  services: MoneyServices,
  { name, csv, commit, currency: chosen }: Request<'importReport'>,
): ReportPreview {
  const { sheets, clock } = services;
  const { importer, rows } = recogniseReport(name, csv);
  const currency = currencyFor(services, importer, chosen);
  if (currency === '' && commit) throw currencyNeeded(importer);
  // Until a currency is chosen, the preview counts rows and sums nothing.
  const { statements, refused } = importer.read(rows, {
    currency: currency || sheets.settings().settings.homeCurrency,
    zone: sheets.zone(),
  });
  const source = `${importer.network} ${importer.title}: ${cut(name, 80)}`;
  const { rows: ledger, all } = sheets.read(commissions);
  const booking = book(statements, ledger, source, clock.now());
  // A row that is there and cannot be read is left to the person whom the dashboard asks to mend it.
  const there = new Set(all.map(({ id }) => id));
  booking.added = booking.added.filter(({ id }) => !there.has(id));
  if (commit) {
    noted('import report', services, () => {
      sheets.append(commissions, booking.added);
      sheets.patch(commissions, booking.changed);
      const { problem } = refresh(services);
      const done = `${many(booking.added.length, 'commission')} added, ${booking.changed.length} changed, ${booking.unchanged} unchanged, ${refused.length} refused`;
      return { done, ...(problem === undefined ? {} : { problem }) };
    });
  }
  return {
    committed: commit,
    network: importer.network,
    report: importer.title,
    currency,
    asksCurrency: importer.asksCurrency,
    added: booking.added.length,
    changed: booking.changed.length,
    unchanged: booking.unchanged,
    refused,
    recognised: statements.filter(({ subId }) => readSubId(subId) !== undefined).length,
    total: currency === '' ? '' : totalOf(statements, currency),
  };
}

/** Books a commission of a direct deal; the form's own key makes sending it twice harmless. */
export function addCommission(
  services: MoneyServices,
  {
    key,
    network,
    at,
    product,
    client,
    status,
    sale,
    commission,
    currency,
  }: Request<'addCommission'>['commission'],
): PanelAnswers['addCommission'] {
  const { sheets, clock } = services;
  const code = within('Currency', () => currencyCode(currency));
  const clientId = idAmong(sheets.readColumns(clients, ['id', 'email']).all, client, clients.tab);
  const offers = sheets.readColumns(products, ['id', 'network', 'destination']).all;
  const productId = idAmong(offers, product, products.tab);
  const statement: Statement = {
    network: networkNamed(network).title,
    externalId: `by-hand-${key}`,
    at: startOf(at, sheets.zone()),
    status,
    sale: sale.trim() === '' ? null : within('Sale', () => parseAmount(sale, code)),
    commission: within('Commission', () => parseAmount(commission, code)),
    subId: '',
  };
  const { added } = book(
    [statement],
    sheets.read(commissions).rows,
    'entered by hand',
    clock.now(),
  );
  const rows = added.map((row): Commission => ({
    ...row,
    productId,
    clientId,
    matchedBy: clientId === '' ? '' : 'hand',
  }));
  const done = sheets.append(commissions, rows);
  refresh(services);
  return { id: done[0] ?? '', added: done.length > 0 };
}

/** An id that was typed, blank where none was; throws a `Problem` for one that no row has. */
function idAmong(rows: { id: string }[], said: string, tab: string): string {
  const id = said.trim();
  if (id === '' || rows.some((row) => row.id === id)) return id;
  throw new Problem({
    code: 'id-unknown',
    tab,
    value: said,
    sentence: `“${cut(said)}” is the id of no row in the ${tab} tab.`,
    remedy: `Copy it from the first column of the ${tab} tab, or leave it empty.`,
  });
}

/**
 * The currency of a report that names none: the one chosen now, else the one chosen last for this
 * network, else that of all its products where they agree; blank where nobody can tell.
 */
function currencyFor(
  { sheets, state }: MoneyServices,
  { network, asksCurrency }: Importer,
  chosen: string | undefined,
): string {
  if (!asksCurrency) return '';
  const name = `${STATE.reportCurrency}${network}`;
  if (chosen !== undefined && chosen !== '') {
    const code = within('Currency', () => currencyCode(chosen));
    if (state.get(name) !== code) state.set(name, code);
    return code;
  }
  const remembered = state.get(name);
  if (remembered !== undefined) return remembered;
  const used = new Set(
    sheets
      .read(products)
      .rows.filter((product) => product.network === network && product.currency !== '')
      .map(({ currency }) => currency),
  );
  const [only = ''] = used;
  return used.size === 1 ? only : '';
}

function totalOf(statements: Statement[], currency: string): string {
  const amounts: Money[] = statements.map(({ commission }) => commission);
  return showMoney(sum(amounts, currency), 'en');
}

function currencyNeeded({ network, title }: Importer): Problem {
  return new Problem({
    code: 'currency-needed',
    column: 'Currency',
    sentence: `${network}’s ${title} does not say in which currency its amounts are.`,
    remedy: `Choose the currency that ${network} pays you in, and import it again.`,
  });
}
