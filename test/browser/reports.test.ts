import type { Browser, Frame, Page } from 'playwright-core';
import { chooseFromMenu, launchBrowser, sidebarOf } from '../support/browser';
import { startTestHost, type TestHost } from '../support/host';

/** Reports brought in by the sidebar, as a freelancer meets them. */

let host: TestHost;
let browser: Browser;
let page: Page;
let side: Frame;
const faults: string[] = [];

beforeAll(async () => {
  host = await startTestHost();
  browser = await launchBrowser();
  page = await browser.newPage({ viewport: { width: 1280, height: 1500 } });
  page.setDefaultTimeout(10_000);
  page.on('pageerror', (error) => faults.push(error.message));
  await page.goto(host.client.address);
  await chooseFromMenu(page, 'Set up');
  await page.getByText('The workbook is ready').waitFor();
  await chooseFromMenu(page, 'Open Perennial');
  side = await sidebarOf(page);
  await side.getByRole('navigation').getByRole('button', { name: 'Money', exact: true }).click();
});

afterAll(async () => {
  await browser.close();
  await host.stop();
});

const says = (text: string | RegExp) => side.getByText(text).first().waitFor();
const drop = (name: string, lines: string[]) =>
  side.getByLabel(/Drop the report here/).setInputFiles({
    name,
    mimeType: 'text/csv',
    buffer: Buffer.from(lines.join('\n')),
  });

it('asks how to read a report that nobody knows, shows its rows, and remembers the answers', async () => {
  const lines = [
    'Sales of October',
    'Buchung;Transaktionsnummer;Shop;Warenkorbwert;Provision;Bonus Provision;Stand',
    '03/04/2026;T-1;Lampenladen;100,00;5,00;0,50;bestätigt',
    '05/04/2026;T-2;Lampenladen;1.250,00;62,50;0,00;offen',
    'Summe;;;1.350,00;67,50;0,50;',
  ];
  await drop('shop.csv', lines);
  await says('Perennial does not know this report yet');
  await says('What you get could be “Provision”, “Bonus Provision”: an amount is never guessed.');
  expect(await side.getByRole('button', { name: 'Answer the questions first' }).isDisabled()).toBe(
    true,
  );
  await side.getByLabel('What you get').first().selectOption('Provision');
  await side.getByLabel('Who pays?').fill('Lampenladen');
  await side.getByLabel('What is 03/04/2026?').selectOption('3 April 2026');
  await side.getByLabel(/In which currency does Lampenladen pay you/).fill('eur');
  await says('€62.50');
  await side.getByRole('button', { name: 'Book 2' }).click();
  await says('2 commissions booked');
  expect(await host.rows('Commissions')).toMatchObject([
    { Network: 'Lampenladen', 'External ID': 'T-1', Status: 'approved', Commission: 5 },
    { Network: 'Lampenladen', 'External ID': 'T-2', Status: 'pending', Commission: 62.5 },
  ]);
  await drop('again.csv', [
    ...lines.slice(1, 3),
    '25/04/2026;T-3;Lampenladen;10,00;0,50;0,00;offen',
  ]);
  await says('Read as you agreed before');
  await side.getByRole('button', { name: 'Book 1' }).waitFor();
});

it('shows a known report’s first rows and what it leaves out', async () => {
  await drop('payout.csv', [
    'Type,Date,Purchase ID,Item Name,Buyer Name,Buyer Email,Taxes ($),Shipping ($),Sale Price ($),Gumroad Fees ($),Net Total ($)',
    'Affiliate Credit,2026-04-01,,,,,,,15.25,,15.25',
    'Sale,2026-04-02,abc==,E-book,Jo,jo@x.example,0,0,10,1,9',
    'Affiliate Credit,2026-04-03,,,,,,,-2.50,,-2.50',
    'Affiliate Credit,April,,,,,,,-2.50,,-2.50',
    'Totals,,,,,,0,0,22.75,1,21.75',
  ]);
  await says('Gumroad, payout export');
  await says('2 rows left out');
  await says('“April” is not a date');
  await side.getByRole('button', { name: 'Book 2' }).click();
  await says('2 commissions booked');
  expect(faults).toEqual([]);
});

const attached = (name: string, lines: string[]) => [
  '--part',
  `Content-Type: text/csv; name="${name}"`,
  `Content-Disposition: attachment; filename="${name}"`,
  '',
  ...lines,
];

it('lets what came by mail wait until it is answered, and books the rest at once', async () => {
  const sure = [
    'Type,Date,Purchase ID,Item Name,Buyer Name,Buyer Email,Taxes ($),Shipping ($),Sale Price ($),Gumroad Fees ($),Net Total ($)',
    'Affiliate Credit,2026-05-01,,,,,,,9.50,,9.50',
  ];
  const open = ['Transaction ID,Date,Commission,Status', 'T-9,2026-11-01,5.00,approved'];
  const raw = [
    'From: <b>Reports</b> <reports@network.example>',
    'Subject: Your reports',
    'Content-Type: multipart/mixed; boundary=part',
    '',
    ...attached('may.csv', sure),
    ...attached('=Lamps.csv', open),
    '--part--',
  ].join('\r\n');
  await host.client.receive({ raw, labels: ['Perennial/reports'] });
  await side.getByRole('button', { name: 'Look now' }).click();
  await says('2 mailed reports read, 1 commission new or changed, 1 waiting for you');
  await says('1 report from your mail waits');
  await says('<b>Reports</b> <reports@network.example>');
  await side.getByRole('button', { name: 'Look at it' }).click();
  await side.getByLabel('Who pays?').fill('Lamps');
  await side.getByLabel(/In which currency does Lamps pay you/).fill('eur');
  await says('€5');
  await side.getByRole('button', { name: 'Book 1' }).click();
  await side.getByRole('button', { name: 'Look at it' }).waitFor({ state: 'detached' });
  expect(await host.rows('_Mailed')).toMatchObject([
    { File: 'may.csv', State: 'booked' },
    { File: '=Lamps.csv', State: 'booked' },
  ]);
  const { runs } = await host.client.moveClock({ advance: 'PT70M', every: 'PT10M' });
  expect(runs.filter(({ error }) => error)).toEqual([]);
  const [mail] = await host.client.mail();
  // The second label that was made: the first stands for what is still open.
  expect(mail?.labels.filter((label) => label.startsWith('Label_'))).toEqual(['Label_2']);
  expect(faults).toEqual([]);
});
