import { cut, Problem } from '../core/problem';
import { whyMine } from '../core/revenue/why-mine';
import { clients, commissions, letters, products } from '../core/workbook';
import type { Services } from '../services';
import type { PanelAnswers } from './protocol';

/** Explains the rows with a commission id or a network's number; throws a `Problem` where there is none. */
export function whyIsThisMine(
  { sheets }: Pick<Services, 'sheets'>,
  number: string,
): PanelAnswers['whyMine'] {
  const wanted = number.trim().toLowerCase();
  const found = sheets
    .read(commissions)
    .rows.filter(({ id, externalId }) => [id, externalId].some((n) => n.toLowerCase() === wanted));
  if (found.length === 0) throw unknown(number);
  const people = sheets.readColumns(clients, ['id', 'email', 'name']).all;
  const offers = sheets.readColumns(products, ['id', 'network', 'destination', 'name']).all;
  const mails = sheets.find(
    letters,
    found.map(({ letterId }) => letterId).filter((id) => id !== ''),
  );
  const zone = sheets.zone();
  return {
    rows: found.map((row) => ({
      id: row.id,
      why: whyMine(row, {
        client: people.find(({ id }) => id === row.clientId),
        product: offers.find(({ id }) => id === row.productId),
        letter: mails.find(({ id }) => id === row.letterId),
        zone,
      }),
    })),
  };
}

function unknown(number: string): Problem {
  return new Problem({
    code: 'commission-unknown',
    tab: commissions.tab,
    value: number,
    sentence: `No row of the Commissions tab has the number “${cut(number)}”.`,
    remedy: 'Copy it from the column Commission ID or External ID.',
  });
}
