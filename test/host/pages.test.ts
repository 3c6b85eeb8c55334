import http from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../support/browser';
import { startRig, type Rig } from './rig';

const code = {
  'Code.gs': `
function onOpen() { SpreadsheetApp.getUi().createMenu('Studio').addItem('Panel', 'panel').addSeparator().addSubMenu(SpreadsheetApp.getUi().createMenu('More').addItem('Ask', 'ask')).addItem('Dialog', 'dialog').addItem('Fail', 'fail').addToUi(); }
function panel() { SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutputFromFile('Panel').setTitle('My panel')); }
function dialog() { SpreadsheetApp.getUi().showModalDialog(HtmlService.createHtmlOutput('<button onclick="google.script.host.close()">Done</button>').setWidth(300).setHeight(120), 'A dialog'); }
function ask() { var ui = SpreadsheetApp.getUi(); var b = ui.alert('Sure?', 'Go on?', ui.ButtonSet.YES_NO); SpreadsheetApp.getActive().toast('You chose ' + b); }
function fail() { throw new Error('<img src=x onerror=alert(1)>'); }
function echo(value) { return value; }
function slow(n) { Utilities.sleep(50); return n; }
function broken() { throw new TypeError('sorry'); }
function hidden_() {}
function seed() {
  var s = SpreadsheetApp.getActive().getSheets()[0].setName('Data');
  s.insertRowsAfter(1000, 2000);
  s.getRange('A1:D1').setValues([['Name', 'Stage', 'Done', 'Fee']]).setFontWeight('bold'); s.setFrozenRows(1);
  s.getRange(2, 1, 2999, 1).setValues(Array.from({ length: 2999 }, function (_, i) { return ['Row ' + (i + 2)]; }));
  s.getRange('A2').setValue('<script>window.hacked = 1</script><img src=x onerror="window.hacked=1">');
  s.getRange('B2:B9').setDataValidation(SpreadsheetApp.newDataValidation().requireValueInList(['Lead', 'Active']).build());
  s.getRange('C2:C9').insertCheckboxes();
  s.insertChart(s.newChart().asColumnChart().addRange(s.getRange('A1:A3')).setTitle('<script>1</script>').setPosition(4, 6, 0, 0).build());
  SpreadsheetApp.getActive().insertSheet('Secret').hideSheet();
  SpreadsheetApp.getActive().setActiveSheet(s);
  console.log('<script>window.hacked = 1</script>');
  ScriptApp.newTrigger('tick').timeBased().everyHours(1).create();
}
function tick() {}
function mail() {
  var html = '<p>Hello <a href="http://shop.example/page?a=1&amp;b=2">shop</a></p><script>document.body.textContent = "hacked"</script><img src=x onerror="document.body.textContent=1">';
  var raw = ['To: ada@bakery.example', 'Subject: <script>alert(1)</script> news', 'List-Unsubscribe: <https://shop.example/off?t=1>', 'List-Unsubscribe-Post: List-Unsubscribe=One-Click', 'MIME-Version: 1.0', 'Content-Type: text/html; charset=UTF-8', '', html].join('\\r\\n');
  return Gmail.Users.Messages.send({ raw: Utilities.base64EncodeWebSafe(raw) }, 'me').id;
}
function letter() {
  var picture = Utilities.newBlob(Utilities.base64Decode('iVBORw0KGgoAAAANSUhEUgAAAAoAAAAKCAYAAACNMs+9AAAAFUlEQVR42mNk+M9Qz0AEYBxVSF+FABJADveWkH6oAAAAAElFTkSuQmCC'), 'image/png', 'logo.png');
  GmailApp.sendEmail('Ben <ben@law.example>', 'Pictures', 'x', { htmlBody: '<p>look</p><img alt="logo" src="cid:logo">', inlineImages: { logo: picture }, attachments: [Utilities.newBlob('a;b', 'text/csv', 'Zähler.csv')] });
}
function unread() { return GmailApp.search('subject:pictures')[0].isUnread(); }
function write() { SpreadsheetApp.getActive().getSheets()[0].getRange('D2').setValue('written by script'); }
function doGet() { return HtmlService.createHtmlOutput('<a id="out" href="http://shop.example/landed" target="_top">go</a><script>try { top.location = "http://shop.example/stolen"; } catch (e) {}</script>'); }
`,
  'Panel.html': `<!doctype html><html><head></head><body><pre id="out"></pre><script>
var out = document.getElementById('out');
function say(x) { out.textContent += JSON.stringify(x) + '\\n'; }
say(Object.keys(google.script.run).sort());
google.script.run.withUserObject('me').withSuccessHandler(function (v, u) { say([v, u]); }).echo({ a: [1, undefined], b: undefined });
google.script.run.withFailureHandler(function (e) { say([e.name, e.message]); }).broken();
['date', 'function'].forEach(function (kind) {
  try { google.script.run.echo({ x: kind === 'date' ? new Date() : function () {} }); } catch (e) { say(e.message); }
});
window.order = [];
for (var i = 0; i < 15; i++) google.script.run.withSuccessHandler(function (n) { window.order.push(n); }).slow(i);
</script></body></html>`,
  'Alone.gs': '',
};
const alone = {
  'Code.gs': `function doGet() { return HtmlService.createHtmlOutput('<a id="out" href="' + PropertiesService.getScriptProperties().getProperty('to') + '" target="_top">go</a><script>try { top.location = "about:blank"; } catch (e) { document.title = "blocked"; }</script>'); }`,
};

let rig: Rig;
let shopAddress: string;
let browser: Browser;
let page: Page;
let shop: http.Server;
const asked: string[] = [];

beforeAll(async () => {
  rig = await startRig(code, { others: { alone } });
  await rig.value('seed');
  shop = http.createServer((request, response) => {
    asked.push(`${request.method ?? ''} ${request.url ?? ''}`);
    response.end('<title>Shop</title>welcome');
  });
  await new Promise<void>((resolve) => shop.listen(0, '127.0.0.1', resolve));
  shopAddress = `http://127.0.0.1:${(shop.address() as AddressInfo).port}`;
  await rig.host.putRoutes({ 'shop.example': shopAddress });
  await rig.host.putProperties('alone', { script: { to: `${shopAddress}/landed` } });
  browser = await launchBrowser();
  page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  page.on('dialog', (dialog) => void dialog.accept());
});
afterAll(async () => {
  await browser.close();
  shop.close();
  await rig.stop();
});

const cell = (row: number, column: number): string => `td[data-cell="${row},${column}"]`;

async function openSheet(): Promise<void> {
  await page.goto(`${rig.host.address}/`);
  await page.waitForSelector(`${cell(2, 1)} .content`);
}

async function choose(...entries: string[]): Promise<void> {
  await page.click('.menu > button');
  await page.click(`.menu-entries >> text="${entries.at(-1) ?? ''}"`);
}

test('opening the spreadsheet runs onOpen and shows its menu', async () => {
  await openSheet();
  expect(await page.textContent('.menu > button')).toBe('Studio');
  const runs = await rig.host.executions();
  expect(runs.some((run) => run.function === 'onOpen' && run.cause === 'open')).toBe(true);
});

test('what cells, logs and charts hold never runs', async () => {
  await openSheet();
  expect(await page.textContent(cell(2, 1))).toContain('<script>window.hacked = 1</script>');
  await page.waitForSelector('img.chart');
  await page.goto(`${rig.host.address}/executions`);
  await page.click('.execution:last-child summary');
  expect(await page.textContent('.execution:last-child .log')).toContain('<script>');
  expect(await page.evaluate(() => 'hacked' in window)).toBe(false);
});

test('thousands of rows are there, of which only those in sight are in the page', async () => {
  await openSheet();
  expect(await page.locator('.grid tbody tr').count()).toBeLessThan(100);
  await page.evaluate(() => document.querySelector('.grid')?.scrollTo(0, 48_000));
  await page.waitForSelector(`${cell(2005, 1)} .content`);
  expect(await page.textContent(cell(2005, 1))).toBe('Row 2005');
  expect(await page.textContent(cell(1, 1))).toBe('Name');
});

test('a person types, picks, ticks and clears', async () => {
  await openSheet();
  await page.click(cell(3, 4));
  await page.keyboard.type('007');
  await page.keyboard.press('Enter');
  await page.dblclick(cell(3, 2));
  await page.click('.choices >> text=Active');
  await page.click(`${cell(3, 3)} input`);
  await page.click(cell(4, 1));
  await page.keyboard.press('Delete');
  await page.waitForFunction(
    (selector) => document.querySelector(selector)?.textContent === '',
    cell(4, 1),
  );
  const { rows } = await rig.host.sheet('Data');
  expect(rows[1]).toEqual(['Row 3', 'Active', true, 7]);
  expect(rows[2]?.[0]).toBe('');
});

test('a person inserts and deletes rows from the row head', async () => {
  await openSheet();
  await page.click('tbody th[scope=row] >> text="5"');
  await page.click('.line-menu >> text=Insert 1 row above');
  await page.waitForFunction(
    (selector) => document.querySelector(selector)?.textContent === 'Row 5',
    cell(6, 1),
  );
  await page.click('tbody th[scope=row] >> text="5"');
  await page.click('.line-menu >> text=Delete row');
  await page.waitForFunction(
    (selector) => document.querySelector(selector)?.textContent === 'Row 5',
    cell(5, 1),
  );
});

test('what a script writes appears by itself', async () => {
  await openSheet();
  await rig.value('write');
  await page.waitForSelector(`${cell(2, 4)} >> text=written by script`);
});

test('hidden tabs are shown on request', async () => {
  await openSheet();
  expect(await page.locator('.tab', { hasText: 'Secret' }).count()).toBe(0);
  await page.click('.tab.more');
  expect(await page.locator('.tab', { hasText: 'Secret' }).count()).toBe(1);
});

test('a sidebar runs on another origin and calls the script within its rules', async () => {
  await openSheet();
  await choose('Panel');
  const frame = page.frameLocator('.sidebar iframe');
  await frame.locator('#out').waitFor();
  const inner = page.frames().find((one) => one.url().includes('/page/'));
  expect(new URL(inner?.url() ?? '').origin).not.toBe(rig.host.address);
  await inner?.waitForFunction(() => (Reflect.get(window, 'order') as unknown[]).length === 15);
  const lines = ((await frame.locator('#out').textContent()) ?? '').trim().split('\n');
  const said = lines.map((line) => JSON.parse(line) as unknown);
  expect(said[0]).toEqual(expect.arrayContaining(['echo', 'panel', 'withSuccessHandler']));
  expect(said[0]).not.toContain('hidden_');
  expect(said).toContainEqual([{ a: [1, null] }, 'me']);
  expect(said).toContainEqual(['TypeError', 'sorry']);
  expect(said.filter((line) => line === 'Failed due to illegal value in property: x')).toHaveLength(
    2,
  );
});

test('a page has at most ten calls under way', async () => {
  const runs = (await rig.host.executions()).filter((run) => run.function === 'slow');
  const spans = runs.map(({ start, ms }) => ({
    from: Date.parse(start),
    to: Date.parse(start) + ms,
  }));
  const atOnce = spans.map(
    ({ from }) => spans.filter((one) => one.from <= from && one.to > from).length,
  );
  expect(runs).toHaveLength(15);
  expect(Math.max(...atOnce)).toBeLessThanOrEqual(10);
  expect(Math.max(...atOnce)).toBeGreaterThan(1);
});

test('an alert waits for the person, and a toast shows', async () => {
  await openSheet();
  await choose('More', 'Ask');
  await page.click('.question >> text=No');
  await page.waitForSelector('.toast >> text=You chose NO');
});

test('a dialog is as large as it was asked to be, and closes itself', async () => {
  await openSheet();
  await choose('Dialog');
  const frame = page.frameLocator('.dialog iframe');
  await frame.locator('button').waitFor();
  const size = await page.locator('.dialog iframe').boundingBox();
  expect([size?.width, size?.height]).toEqual([300, 120]);
  await frame.locator('button').click();
  await page.waitForSelector('.dialog', { state: 'detached' });
});

test('what goes wrong in a menu is shown as text', async () => {
  await openSheet();
  await choose('Fail');
  expect(await page.textContent('.problem')).toContain('<img src=x onerror=alert(1)>');
});

test('a mail shows as a client would show it: no script runs, made-up links lead somewhere', async () => {
  const id = await rig.value<string>('mail');
  await page.goto(`${rig.host.address}/mail#${id}`);
  const frame = page.frameLocator('.mail-frame');
  expect(await frame.locator('p').textContent()).toBe('Hello shop');
  expect(await page.textContent('.message h1')).toBe('<script>alert(1)</script> news');
  const [popup] = await Promise.all([page.waitForEvent('popup'), frame.locator('a').click()]);
  await popup.waitForLoadState();
  expect(await popup.title()).toBe('Shop');
  expect(asked).toContain('GET /page?a=1&b=2');
  await popup.close();
});

test('a mail is unsubscribed from in one click, and answered', async () => {
  await page.click('.unsubscribe button');
  await page.waitForSelector('text=Unsubscribed');
  expect(asked).toContain('POST /off?t=1');
  await page.fill('.reply textarea', 'Thank you');
  await page.click('.reply button');
  await page.waitForSelector('.thread-mail:nth-of-type(2) .text-body >> text=Thank you');
  expect((await rig.host.mail()).some(({ text }) => text.trim() === 'Thank you')).toBe(true);
});

test('a conversation shows its mails, pictures and files, and is read once it is open', async () => {
  await rig.value('letter');
  const [sent] = await rig.host.mail();
  await rig.host.receive({ inReplyTo: sent?.id ?? '', text: 'Nice ones' });
  expect(await rig.value('unread')).toBe(true);
  await page.goto(`${rig.host.address}/mail`);
  await page.getByRole('link', { name: /me, Ben 2.*Pictures/ }).click();
  await page.locator('.text-body').getByText('Nice ones').waitFor();
  await page.locator('.mail.unread', { hasText: 'Pictures' }).waitFor({ state: 'detached' });
  expect(await rig.value('unread')).toBe(false);

  await page.click('.thread-mail:nth-of-type(1) .envelope');
  const picture = page.frameLocator('.mail-frame').getByAltText('logo');
  await picture.waitFor();
  expect(await picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(10);
  const files = page.getByRole('list', { name: 'Attachments' }).getByRole('link');
  expect(await files.allTextContents()).toEqual(['Zähler.csv']);
  const [download] = await Promise.all([page.waitForEvent('download'), files.click()]);
  expect(download.suggestedFilename()).toBe('Zähler.csv');
});

test('mails are found by box and by words', async () => {
  const lines = page.getByLabel('Mails').getByRole('link');
  await page.getByRole('button', { name: /^Inbox/ }).click();
  expect(await lines.count()).toBe(2);
  await page.getByLabel('Search mail').fill('pictures');
  expect(await lines.count()).toBe(1);
  await page.getByRole('button', { name: /^Trash/ }).click();
  await page.getByText('No mail has these words.').waitFor();
});

test('the clock is moved, and triggers are run by hand', async () => {
  await page.goto(`${rig.host.address}/clock`);
  await page.click('text="1 day"');
  await page.waitForSelector('text=24 ran on the way');
  await page.goto(`${rig.host.address}/triggers`);
  await page.click('.trigger button');
  await page.waitForSelector('.execution .name >> text=tick');
});

test('a link of a web app to a made-up host leads where the routes say, and reads as it did', async () => {
  await rig.host.putProperties('alone', { script: { to: 'https://shop.example/landed?by=route' } });
  await page.goto(rig.host.webApp('alone'));
  const link = page.frameLocator('iframe').locator('#out');
  expect(await link.getAttribute('href')).toBe('https://shop.example/landed?by=route');
  await link.click();
  await page.waitForURL(`${shopAddress}/landed?by=route`);
  await rig.host.putProperties('alone', { script: { to: `${shopAddress}/landed` } });
});

test('a web app of a bound project cannot lead the window away; a stand-alone one can by a tap', async () => {
  await page.goto(rig.host.webApp('alone'));
  const frame = page.frameLocator('#sandboxFrame');
  await frame.locator('#out').waitFor();
  expect(page.url()).toBe(rig.host.webApp('alone'));
  await frame.locator('#out').click();
  await page.waitForURL(/landed/);

  await page.goto(rig.host.webApp('sheet'));
  await frame.locator('#out').click();
  await page.waitForTimeout(300);
  expect(page.url()).toBe(rig.host.webApp('sheet'));
});
