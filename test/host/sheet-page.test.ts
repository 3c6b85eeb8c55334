import type { Browser, Dialog, Page } from 'playwright-core';
import { launchBrowser } from '../support/browser';
import { startRig, type Rig } from './rig';

const code = `
function seed() {
  var b = SpreadsheetApp.getActive(), s = b.getSheets()[0].setName('Looks');
  s.getRange('A1:C1').merge().setValue('Title').setHorizontalAlignment('center');
  s.getRange('A2:C4').setValues([['Name', 'Stage', 'Fee'], ['Ada', 'open', 3], ['Bo', 'shut', 4]]);
  s.getRange('A2:C4').applyRowBanding(SpreadsheetApp.BandingTheme.GREEN, true, false);
  s.getRange('A6').setRichTextValue(SpreadsheetApp.newRichTextValue().setText('a bold link and code').setTextStyle(2, 6, SpreadsheetApp.newTextStyle().setBold(true).build()).setLinkUrl(7, 11, 'https://shop.example/').setLinkUrl(16, 20, 'javascript:alert(1)').build());
  s.getRange('B8:B60').merge().setValue('tall');
  s.getRange('10:12').shiftRowGroupDepth(1);
  s.getRange('E2:E3').setValues([['Head'], ['gone']]);
  s.getRange('E2:E3').createFilter();
  s.protect().setWarningOnly(true).setUnprotectedRanges([s.getRange('F5')]);
}
function undo() { var ui = Browser.msgBox('Undo?', 'All of it?', Browser.Buttons.YES_NO); var name = Browser.inputBox('Name?'); SpreadsheetApp.getActive().getRange('H1:H2').setValues([[ui], [name]]); }
function menus() { var b = SpreadsheetApp.getActive(); b.addMenu('Old', [{ name: 'Undo', functionName: 'undo' }]); b.addMenu('Gone', [{ name: 'Undo', functionName: 'undo' }]); b.updateMenu('Old', [{ name: 'Redo', functionName: 'undo' }]); b.removeMenu('Gone'); }
`;

let rig: Rig;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  rig = await startRig(code);
  await rig.value('seed');
  browser = await launchBrowser();
  page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await page.goto(`${rig.host.address}/`);
  await page.waitForSelector(`${cell(3, 1)} .content`);
});
afterAll(async () => {
  await browser.close();
  await rig.stop();
});

function cell(row: number, column: number): string {
  return `td[data-cell="${row},${column}"]`;
}

const color = (selector: string): Promise<string> =>
  page.locator(selector).evaluate((element) => getComputedStyle(element).backgroundColor);

const widthOf = (selector: string): Promise<number> =>
  page.locator(selector).evaluate((element) => element.getBoundingClientRect().width);

test('merged cells are one cell, in its whole size', async () => {
  expect(await page.locator(cell(1, 2)).count()).toBe(0);
  expect(await widthOf(cell(1, 1))).toBeGreaterThan(290);
});

test('arrow keys leave a merged cell on its far side', async () => {
  await page.click(cell(1, 1));
  await page.keyboard.press('ArrowRight');
  expect(await page.getAttribute('td.current', 'data-cell')).toBe('1,4');
  await page.keyboard.press('ArrowLeft');
  expect(await page.getAttribute('td.current', 'data-cell')).toBe('1,1');
});

test('a merged cell whose start is out of sight is still there', async () => {
  await page.evaluate(() => document.querySelector('.grid')?.scrollTo(0, 1_100));
  await page.waitForFunction(() => {
    const tall = [...document.querySelectorAll('td[rowspan]')].at(-1);
    return tall?.textContent === 'tall' && !document.querySelector('td[data-cell="8,1"]');
  });
  await page.evaluate(() => document.querySelector('.grid')?.scrollTo(0, 0));
  await page.waitForSelector(cell(3, 1));
});

test('alternating colours show', async () => {
  expect(await color(cell(2, 1))).toBe('rgb(99, 210, 151)');
  expect(await color(cell(4, 2))).toBe('rgb(231, 249, 239)');
});

test('stretches of a text have their own looks, and only web links lead anywhere', async () => {
  const text = page.locator(`${cell(6, 1)} .content`);
  expect(await text.textContent()).toBe('a bold link and code');
  expect(await text.locator('span', { hasText: 'bold' }).getAttribute('style')).toMatch(/600/);
  const links = text.locator('a');
  expect(await links.count()).toBe(1);
  expect(await links.getAttribute('href')).toBe('/host/ui/visit?to=https%3A%2F%2Fshop.example%2F');
});

test('a person shuts a group and opens it again', async () => {
  await page.getByRole('button', { name: 'Shut the group of rows from 10' }).click();
  await page.waitForSelector(cell(11, 1), { state: 'detached' });
  await page.getByRole('button', { name: 'Open the group of rows from 10' }).click();
  await page.waitForSelector(cell(11, 1));
});

test('the head of a filter is marked', async () => {
  expect(await page.locator('td.filter-head').count()).toBe(1);
});

test('a protected tab asks before a hand changes it, except where it is free', async () => {
  const asked: string[] = [];
  const refuse = (dialog: Dialog): void => {
    asked.push(dialog.message());
    void dialog.dismiss();
  };
  page.on('dialog', refuse);
  for (const column of [7, 6]) {
    await page.click(cell(5, column));
    await page.keyboard.type('mine');
    await page.keyboard.press('Enter');
  }
  await page.waitForSelector(`${cell(5, 6)}:has-text("mine")`);
  page.off('dialog', refuse);
  expect(asked).toEqual([expect.stringContaining('Edit anyway?')]);
  expect(await page.textContent(cell(5, 7))).toBe('');
});

test('menus of the older kind are changed and taken away', async () => {
  await rig.value('menus');
  await page.getByRole('button', { name: 'Old', exact: true }).waitFor();
  expect(await page.locator('.menu > button').allTextContents()).toEqual(['Old']);
});

test('dialogs of the older kind answer with a word or what was typed', async () => {
  await page.getByRole('button', { name: 'Old', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Redo' }).click();
  await page.getByRole('button', { name: 'No', exact: true }).click();
  await page.locator('dialog input, [role="dialog"] input').fill('Ada');
  await page.getByRole('button', { name: 'OK', exact: true }).click();
  await page.waitForSelector(`${cell(2, 8)} .content`);
  expect(await page.textContent(cell(1, 8))).toBe('no');
  expect(await page.textContent(cell(2, 8))).toBe('Ada');
});
