import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../support/browser';
import { startRig, type Rig } from './rig';

/** What could run if any page took a text for html: a script, a picture that fails, a way out of a quote. */
const evil = '<script>hacked=1</script><img src=x onerror=hacked=1>"\'><svg onload=hacked=1>';

const code = `
var EVIL = ${JSON.stringify(evil).replace(/</g, '\\u003c')};
function onOpen() {
  var ui = SpreadsheetApp.getUi();
  ui.createMenu('Menu ' + EVIL).addItem('Item ' + EVIL, 'ask').addSubMenu(ui.createMenu('Sub ' + EVIL).addItem('Inner ' + EVIL, 'side')).addItem('Fail', 'fail').addToUi();
}
function seed() {
  var book = SpreadsheetApp.getActive(); book.rename('Book ' + EVIL);
  var s = book.getSheets()[0]; s.setName('Tab ' + EVIL);
  s.getRange('A1').setValue(EVIL).setNote(EVIL);
  s.getRange('A2').setDataValidation(SpreadsheetApp.newDataValidation().requireValueInList([EVIL]).build());
  s.getRange('B1:B2').setValues([[1], [2]]);
  s.insertChart(s.newChart().asColumnChart().addRange(s.getRange('A1:B2')).setTitle('Chart ' + EVIL).setPosition(6, 2, 0, 0).build());
  console.log(EVIL); console.error({ text: EVIL }); Logger.log(EVIL);
  ScriptApp.newTrigger('fail').timeBased().everyHours(1).create();
}
function mails() {
  var html = '<html onclick="x"><body onload="hacked=1"><p>shown</p>' + EVIL + '<iframe src="javascript:parent.hacked=1"></iframe><a href="javascript:hacked=1">go</a><form action="/x"><button>send</button></form></body></html>';
  GmailApp.sendEmail('ada@bakery.example', 'Subject ' + EVIL, 'Text ' + EVIL, { name: EVIL, htmlBody: html, attachments: [Utilities.newBlob('<script>hacked=1</script>', 'text/html', 'a' + EVIL + '.html')] });
  GmailApp.createDraft('', 'Draft ' + EVIL, 'Draft text ' + EVIL);
}
function ask() { var r = SpreadsheetApp.getUi().alert('Title ' + EVIL, 'Prompt ' + EVIL, SpreadsheetApp.getUi().ButtonSet.OK); SpreadsheetApp.getActive().toast('Toast ' + EVIL, EVIL, 30); }
function side() { SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutput('<p>side</p>').setTitle('Side ' + EVIL)); }
function fail() { throw new Error('Error ' + EVIL); }
function doGet() { throw new Error('Web ' + EVIL); }
`;

let rig: Rig;
let browser: Browser;
let page: Page;
const dialogs: string[] = [];

beforeAll(async () => {
  rig = await startRig(code);
  await rig.value('seed');
  await rig.value('mails');
  const arrival = { from: `"${evil.replaceAll('"', '')}" <eve@inn.example>`, text: evil };
  const [sent] = await rig.host.mail();
  await rig.host.receive({ inReplyTo: sent?.id ?? '', ...arrival });
  browser = await launchBrowser();
  page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  page.setDefaultTimeout(10_000);
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
});
afterAll(async () => {
  await browser.close();
  await rig.stop();
});

/** Waits until failing pictures would have failed, then asks every frame whether something ran. */
async function expectNothingRan(): Promise<void> {
  await page.waitForTimeout(300);
  for (const frame of page.frames()) {
    expect(await frame.evaluate(() => 'hacked' in window)).toBe(false);
  }
  const injected = page.locator('img[src="x"], svg[onload]');
  expect(await injected.count()).toBe(0);
  expect(dialogs).toEqual([]);
}

test('a cell, its note and its choices, a tab, a chart and the title never run', async () => {
  await page.goto(rig.host.address);
  await page.locator('td[data-cell="1,1"]', { hasText: 'hacked=1' }).waitFor();
  expect(await page.textContent('td[data-cell="1,1"]')).toContain(evil);
  await page.getByRole('tab', { name: `Tab ${evil}` }).waitFor();
  await page.waitForSelector('img.chart');
  await page.hover('td[data-cell="1,1"]');
  await page.dblclick('td[data-cell="2,1"]');
  await page.locator('.choices').getByText(evil).waitFor();
  await page.keyboard.press('Escape');
  await expectNothingRan();
});

test('a menu, a question, a toast, a sidebar’s title and an error never run', async () => {
  await page.goto(rig.host.address);
  const menu = page.getByRole('button', { name: `Menu ${evil}` });
  await menu.click();
  await page.getByText(`Inner ${evil}`).waitFor();
  await page.getByRole('menuitem', { name: `Item ${evil}` }).click();
  await page.getByText(`Prompt ${evil}`).waitFor();
  await page.click('.question >> text=OK');
  await page.locator('.toast').getByText(`Toast ${evil}`).waitFor();
  await menu.click();
  await page.getByText(`Inner ${evil}`).click();
  await page.getByText(`Side ${evil}`).waitFor();
  await menu.click();
  await page.getByRole('menuitem', { name: 'Fail' }).click();
  await page.locator('.problem').getByText(`Error ${evil}`).waitFor();
  await expectNothingRan();
});

test('a log line and an error never run', async () => {
  await page.goto(`${rig.host.address}/executions`);
  // The list grows while executions end; it is opened once the ones that count are in it.
  const log = page.locator('.log').getByText(evil).first();
  await log.waitFor({ state: 'attached' });
  await page.locator('.error').getByText(`Error ${evil}`).first().waitFor({ state: 'attached' });
  for (const summary of await page.locator('.execution summary').all()) await summary.click();
  await log.waitFor();
  await page.locator('.error').getByText(`Error ${evil}`).first().waitFor();
  await expectNothingRan();
  await page.goto(`${rig.host.address}/triggers`);
  await page.click('.trigger button');
  await page.locator('.error').waitFor({ state: 'attached' });
  await expectNothingRan();
});

test('a mail never runs: not its subject, names, text, html, headers, source or files', async () => {
  const mails = await rig.host.mail();
  for (const { id } of mails) {
    await page.goto('about:blank');
    await page.goto(`${rig.host.address}/mail#${id}`);
    await page.locator('.message h1').getByText(evil).waitFor();
    for (const view of ['Plain text', 'Headers', 'Source', 'Mail']) {
      await page.getByRole('button', { name: view, exact: true }).first().click();
      await expectNothingRan();
    }
  }
  const sent = mails.find(({ state }) => state === 'sent');
  const file = await fetch(`${rig.host.address}/host/ui/mail/${sent?.id ?? ''}/files/0`);
  expect(file.headers.get('content-type')).toBe('application/octet-stream');
  expect(file.headers.get('content-disposition')).toMatch(/^attachment; filename="a_?</);
});

test('a mail’s html is shown on the other origin, in a frame that may run nothing', async () => {
  const sent = (await rig.host.mail()).find(({ state }) => state === 'sent');
  await page.goto('about:blank');
  await page.goto(`${rig.host.address}/mail#${sent?.id ?? ''}`);
  const frame = page.locator('iframe.mail-frame');
  await frame.contentFrame().getByText('shown').waitFor();
  const sandbox = (await frame.getAttribute('sandbox')) ?? '';
  expect(sandbox).not.toMatch(/allow-scripts|allow-same-origin|allow-forms/);
  const address = (await frame.getAttribute('src')) ?? '';
  expect(new URL(address).origin).not.toBe(rig.host.address);
  const policy = (await fetch(address)).headers.get('content-security-policy');
  expect(policy).toContain("script-src 'none'");
});

test('a web app’s error never runs', async () => {
  await page.goto(rig.host.webApp('sheet'));
  await page.getByText(`Web ${evil}`).waitFor();
  await expectNothingRan();
});
