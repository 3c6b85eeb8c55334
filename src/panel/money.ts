import { dayOf, showDay } from '../core/calendar';
import { showMoney } from '../core/money';
import { cut, Problem } from '../core/problem';
import { BY_HAND, statementByHand, twinOf } from '../core/revenue/by-hand';
import type { Statement } from '../core/revenue/commission';
import { rowFor } from '../core/revenue/ledger/booking';
import { factOf } from '../core/revenue/ledger/fact';
import { rateTable } from '../core/revenue/rates';
import { clients, type Commission, commissions, products, rates } from '../core/workbook';
import { refresh } from '../jobs/refresh';
import { STATE } from '../jobs/state';
import type { Services } from '../services';
import type { PanelAnswers, PanelRequest } from './protocol';

type MoneyServices = Pick<Services, 'sheets' | 'state' | 'clock'>;
type Request<Name extends PanelRequest['do']> = Extract<PanelRequest, { do: Name }>;

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
  const who = people.find(({ id }) => id === deal.client)?.name ?? '';
  const what = [showMoney(statement.commission, 'en'), who, showDay(deal.at, 'en')]
    .filter((part) => part !== '')
    .join(', ');
  const row: Commission = {
    ...rowFor(factOf(statement, { kind: 'report', source: BY_HAND }, clock.now())),
    productId: deal.product,
    clientId: deal.client,
    matchedBy: deal.client === '' ? '' : 'hand',
  };
  if (!again) {
    const ledger = sheets.read(commissions).rows;
    const isKnown = ledger.some(({ id }) => id === row.id);
    if (!isKnown && twinOf(row, ledger, zone) !== undefined) {
      return { id: '', added: false, what, twin: true, warning: '' };
    }
  }
  const done = sheets.append(commissions, [row]);
  services.state.set(STATE.look, 'commission');
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
  services.state.set(STATE.look, 'commission');
  refresh(services);
  return { reversed: true };
}

/** Says which amounts will be in no sum yet, and what to do about it; blank where all will. */
export function withoutRate({ sheets }: Pick<Services, 'sheets'>, statements: Statement[]): string {
  const home = sheets.settings().settings.homeCurrency;
  const known = rateTable(sheets.read(rates).rows, home);
  const missing = [...new Set(statements.map(({ commission }) => commission.currency))].filter(
    (currency) => !['', home].includes(currency) && !known.has(currency),
  );
  if (missing.length === 0) return '';
  const [first = ''] = missing;
  return `There is no rate for ${missing.join(', ')} yet, so this money is in no sum until you write what one ${first} is worth in ${home} into the Rates tab.`;
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
