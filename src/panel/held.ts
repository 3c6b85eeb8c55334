import { addressOf } from '../core/clients/client';
import { readable } from '../core/clients/held';
import { cut, Problem } from '../core/problem';
import { type Client, clients } from '../core/workbook';
import { forget, heldAbout } from '../jobs/forget';
import type { Services } from '../services';
import type { PanelAnswers } from './protocol';

/** All that the workbook holds about a client, as a file to hand over. */
export function exportClient(
  services: Pick<Services, 'sheets'>,
  id: string,
): PanelAnswers['exportClient'] {
  find(services, id);
  const tabs = heldAbout(services, id)
    .filter(({ rows }) => rows.length > 0)
    .map(({ held: { table }, rows }) => [table.tab, rows.map((row) => readable(table, row))]);
  return {
    name: `${id.replace(/[^\w-]+/g, '_')}.json`,
    json: JSON.stringify(Object.fromEntries(tabs), undefined, 2),
  };
}

/** Forgets a client, and says what lies outside of the workbook. */
export function forgetClient(
  services: Pick<Services, 'sheets' | 'state' | 'clock'>,
  id: string,
): PanelAnswers['forgetClient'] {
  const client = find(services, id);
  const address = addressOf(client);
  const where = address === '' ? 'their letters' : `“${address}”`;
  forget(services, id);
  return {
    left: `Forgotten in this workbook; sums and the unsubscribe stay. Perennial does not touch these: mails in Gmail (search for ${where} and delete them), the spreadsheet’s version history, lines of the Activity tab, lists that clients are pulled from, and what the networks hold.`,
  };
}

function find({ sheets }: Pick<Services, 'sheets'>, id: string): Client {
  const client = sheets.read(clients).all.find((row) => row.id === id);
  if (client !== undefined) return client;
  throw new Problem({
    code: 'client-gone',
    tab: 'Clients',
    value: id,
    sentence: `The client ${cut(id)} is no longer in the Clients tab.`,
    remedy: 'Reload the list and choose again.',
  });
}
