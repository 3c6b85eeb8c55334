import { clients, commissions, letters, products } from '../../src/core/workbook';
import { putRows, startTestHost, type TestHost } from '../support/host';
import { aClient, aCommission, aLetter, aProduct, NOW } from '../support/rows';

/** The Dashboard tab as the built bundle makes it on the host. */

const DAY = 24 * 3600 * 1000;
let host: TestHost;
beforeAll(async () => {
  host = await startTestHost();
  await host.client.result('sheet', 'setUp');
});
afterAll(() => host.stop());

const refresh = () => host.client.result('sheet', 'refreshDashboard');
/** What stands on the tab, whatever the cell. */
const words = () => host.client.csv('Dashboard');
const titles = async () => (await host.client.charts()).map(({ title }) => title).sort();

/** So many letters, half of which sold. */
async function fill(count: number): Promise<void> {
  const ids = Array.from({ length: count }, (_, i) => `C-${i}`);
  const sent = NOW - 60 * DAY;
  await putRows(
    host,
    clients,
    ids.map((id) => aClient({ id, email: `${id}@x.example`, website: '' })),
  );
  await putRows(host, products, [aProduct({ pays: 'once' })]);
  await putRows(
    host,
    letters,
    ids.map((clientId, i) => aLetter({ id: `L-${i}`, clientId, status: 'sent', sent })),
  );
  await putRows(
    host,
    commissions,
    ids.slice(count / 2).map((clientId, i) =>
      aCommission({
        id: `M-${i}`,
        externalId: `T-${i}`,
        clientId,
        productId: 'P-rank',
        subId: '',
        at: sent + DAY,
        status: i % 2 === 0 ? 'approved' : 'paid',
      }),
    ),
  );
}

it('says of an empty workbook what is missing, and draws nothing', async () => {
  expect(await titles()).toEqual([]);
  const said = await words();
  expect(said).toContain('No letter was sent yet. Write the first: Perennial → Write letters now.');
  expect(said).toContain('Nothing was earned yet. Bring in what a network reports');
  expect(said).toContain('Period,last 12 months');
});

it('draws every chart from ranges of a hidden tab, with what each rests on', async () => {
  await fill(20);
  await refresh();
  const charts = await host.client.charts();
  // Nothing was recommended or sold in this quarter.
  expect(charts).toHaveLength(8);
  expect(charts.every(({ ranges }) => ranges.every((range) => range.startsWith('_Charts!')))).toBe(
    true,
  );
  const earned = charts.find(({ title }) => title === 'Earned by month');
  expect(earned?.data.at(-2)).toEqual(['Oct', 0]);
  expect(earned?.data.find(([month]) => month === 'Sep')).toEqual(['Sep', 1000]);
  const said = await words();
  expect(said).toContain('Last 12 months, all clients · 10 commissions, in TWD');
  expect(said).not.toContain('No letter was sent yet.');
});

it('changes nothing the second time, and asks as much of the sheet for ten times the rows', async () => {
  const callsOf = async () => {
    const { calls } = await host.client.run('sheet', 'refreshDashboard');
    const [before, after] = [await words(), (await refresh(), await words())];
    expect(after).toBe(before);
    return Object.values(calls).reduce((sum, count) => sum + count, 0);
  };
  await refresh();
  const few = await callsOf();
  await fill(200);
  await refresh();
  expect(Math.abs((await callsOf()) - few)).toBeLessThan(5);
});

it('obeys the dropdowns at the next refresh, and takes charts away that have nothing to show', async () => {
  const choose = (value: string) => host.client.edit({ sheet: 'Dashboard', a1: 'B3', value });
  await choose('this quarter');
  await refresh();
  expect(await titles()).not.toContain('From letter to sale');
  expect(await words()).toContain('This quarter, all clients: no letter.');
  await choose('fortnight');
  await refresh();
  expect(await words()).toContain('“fortnight” is not there to choose');
  expect(await titles()).toContain('From letter to sale');
});
