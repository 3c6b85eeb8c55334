import type { CellValue, HostClient } from '../../host/client';

type Row = Record<string, CellValue>;

/** What a workbook and a mailbox hold in the end, without what differs though nothing went wrong. */
export interface Ending {
  /** Rows by tab and id; their order does not matter. */
  rows: Record<string, Record<string, Row>>;
  /** Ids that stand in several rows, as in `Letters L-1`. */
  twice: string[];
  /** Each mail's state, recipient and subject. */
  mails: string[];
}

/** Instants, and the ids that Gmail gave. */
const VOLATILE = ['Created', 'Moved', 'Written', 'Approved', 'Sent', 'Draft ID', 'Thread ID'];

/** Reads some tabs, whose first column is the id, and the mailbox. */
export async function endingOf(client: HostClient, tabs: string[]): Promise<Ending> {
  const [mails, ...tables] = await Promise.all([
    client.mail(),
    ...tabs.map((tab) => client.records(tab)),
  ]);
  const ending: Ending = { rows: {}, twice: [], mails: [] };
  tables.forEach((records, t) => {
    const tab = tabs[t] ?? '';
    const rows: Record<string, Row> = (ending.rows[tab] = {});
    for (const record of records) {
      if (Object.values(record).every((cell) => cell === '')) continue;
      const [id = ''] = Object.values(record).map((cell) => (typeof cell === 'string' ? cell : ''));
      if (id in rows) ending.twice.push(`${tab} ${id}`);
      rows[id] = lasting(record);
    }
  });
  ending.mails = mails.map(({ state, to, subject }) => `${state} ${to} ${subject}`).sort();
  return ending;
}

/** The ending without all that belongs to one client, and without rows that have no id. */
export function without({ rows, twice, mails }: Ending, id: string, email: string): Ending {
  const others = Object.entries(rows).map(([tab, table]) => [
    tab,
    Object.fromEntries(
      Object.entries(table).filter(([key, row]) => key !== '' && row['Client ID'] !== id),
    ),
  ]);
  return {
    rows: Object.fromEntries(others) as Ending['rows'],
    twice,
    mails: mails.filter((mail) => !mail.includes(email)),
  };
}

function lasting(record: Row): Row {
  return Object.fromEntries(
    Object.entries(record).filter(([header]) => !VOLATILE.includes(header)),
  );
}
