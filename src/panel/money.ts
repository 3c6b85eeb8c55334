import { dayOf, showDay } from '../core/calendar';
import { currencyCode, type Money, showMoney, sum } from '../core/money';
import { cut, Problem, within } from '../core/problem';
import { readSubId } from '../core/referrals/sub-id';
import { BY_HAND, statementByHand, twinOf } from '../core/revenue/by-hand';
import { book, type Statement } from '../core/revenue/commission';
import { recogniseReport } from '../core/revenue/imports';
import type { Importer } from '../core/revenue/imports/importer';
import { clients, type Commission, commissions, products, rates } from '../core/workbook';
import { many } from '../core/words/count';
import { noted } from '../jobs/job';
import { rateTable, refresh } from '../jobs/refresh';
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
  if (importer.asksCurrency && commit) {
    if (currency === '') throw currencyNeeded(importer);
    remember(services, importer, currency);
  }
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
    warning: withoutRate(services, statements),
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

/**
 * Books a commission of a direct deal. The form's own key makes sending it twice harmless; another
 * entry that says the same is booked only where the person says `again`.
 */
export function addCommission(
  services: MoneyServices,
  { again, ...typed }: Request<'addCommission'>['commission'],
): PanelAnswers['addCommission'] {
  const deal = { ...typed, client: typed.client.trim(), product: typed.product.trim() };
  const { sheets, clock } = services;
  const zone = sheets.zone();
  const people = sheets.readColumns(clients, ['id', 'email', 'name']).all;
  const statement = statementByHand(deal, {
    clients: people,
    products: sheets.readColumns(products, ['id', 'network', 'destination']).all,
    today: dayOf(clock.now(), zone),
    zone,
  });
  const ledger = sheets.read(commissions).rows;
  const { added } = book([statement], ledger, BY_HAND, clock.now());
  const rows = added.map((row): Commission => ({
    ...row,
    productId: deal.product,
    clientId: deal.client,
    matchedBy: deal.client === '' ? '' : 'hand',
  }));
  const who = people.find(({ id }) => id === deal.client)?.name ?? '';
  const what = [showMoney(statement.commission, 'en'), who, showDay(deal.at, 'en')]
    .filter((part) => part !== '')
    .join(', ');
  const [row] = rows;
  if (row !== undefined && !again && twinOf(row, ledger, zone) !== undefined) {
    return { id: '', added: false, what, twin: true, warning: '' };
  }
  const done = sheets.append(commissions, rows);
  refresh(services);
  const warning = withoutRate(services, [statement]);
  return { id: done[0] ?? '', added: done.length > 0, what, twin: false, warning };
}

/** Takes back a commission that was entered by hand: its row stays, reversed, and is in no sum. */
export function reverseCommission(
  services: MoneyServices,
  id: string,
): PanelAnswers['reverseCommission'] {
  const { sheets, clock } = services;
  const [row] = sheets.find(commissions, [id]);
  if (row?.source !== BY_HAND || row.status === 'reversed') throw notReversible(id);
  const [done] = sheets.patch(commissions, [
    { id, expect: { status: row.status }, set: { status: 'reversed', changed: clock.now() } },
  ]);
  if (done === undefined) throw notReversible(id);
  refresh(services);
  return { reversed: true };
}

/**
 * The currency of a report that names none: the one chosen now, else, where nothing was said, the
 * one booked last for this network, else that of all its products where they agree; blank where
 * nobody can tell.
 */
function currencyFor(
  { sheets, state }: MoneyServices,
  { network, asksCurrency }: Importer,
  chosen: string | undefined,
): string {
  if (!asksCurrency) return '';
  if (chosen !== undefined) {
    return chosen.trim() === '' ? '' : within('Currency', () => currencyCode(chosen));
  }
  const remembered = state.get(STATE.reportCurrency + network);
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

function remember({ state }: MoneyServices, { network }: Importer, currency: string): void {
  const name = STATE.reportCurrency + network;
  if (state.get(name) !== currency) state.set(name, currency);
}

/** Says which amounts will be in no sum yet, and what to do about it; blank where all will. */
function withoutRate({ sheets }: MoneyServices, statements: Statement[]): string {
  const home = sheets.settings().settings.homeCurrency;
  const known = rateTable(sheets.read(rates).rows, home);
  const missing = [...new Set(statements.map(({ commission }) => commission.currency))].filter(
    (currency) => currency !== home && !known.has(currency),
  );
  if (missing.length === 0) return '';
  const [first = ''] = missing;
  return `There is no rate for ${missing.join(', ')} yet, so this money is in no sum until you write what one ${first} is worth in ${home} into the Rates tab.`;
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

function notReversible(id: string): Problem {
  return new Problem({
    code: 'not-reversible',
    tab: commissions.tab,
    value: id,
    sentence: `The commission ${cut(id)} was not entered by hand, is reversed already, or changed just now.`,
    remedy: 'Look at its row in the Commissions tab.',
  });
}
