import fs from 'node:fs';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../support/browser';
import { startRig, type ProjectSource, type Rig } from './rig';

/** A project that knows nothing of this one, as clasp would push it: plain scripts and pages. */
const folder = path.join(__dirname, 'foreign');

let rig: Rig;
let browser: Browser;
let page: Page;
const faults: string[] = [];

beforeAll(async () => {
  const files: ProjectSource = {};
  for (const name of fs.readdirSync(folder)) {
    files[name] = fs.readFileSync(path.join(folder, name), 'utf8');
  }
  rig = await startRig(files, { now: '2026-11-21T08:00:00Z' });
  browser = await launchBrowser();
  page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  page.setDefaultTimeout(10_000);
  page.on('pageerror', (error) => faults.push(error.message));
  await page.goto(rig.host.address);
});
afterAll(async () => {
  await browser.close();
  await rig.stop();
});

async function choose(item: string): Promise<void> {
  await page.getByRole('button', { name: 'Rooms', exact: true }).click();
  await page.getByRole('menuitem', { name: item, exact: true }).click();
}

/** Fills the sidebar's form, sends it and gives the answer. */
async function book(who: string): Promise<string> {
  const side = page.frameLocator('.sidebar iframe');
  await side.getByLabel('Who').fill(who);
  await side.getByRole('button', { name: 'Book' }).click();
  const said = side.getByRole('status');
  await side.locator('button:not([disabled])').waitFor();
  return (await said.textContent()) ?? '';
}

test('its menu sets it up: tabs, triggers, a toast', async () => {
  await choose('Set up');
  await page.getByText('Everything is ready.').waitFor();
  expect((await rig.host.sheets()).map(({ name }) => name)).toEqual([
    'Sheet1',
    'Rooms',
    'Bookings',
    'Log',
  ]);
  expect((await rig.host.sheet('Rooms')).rows.slice(0, 2)).toEqual([
    ['Garden', 12],
    ['Attic', 5],
  ]);
});

test('its sidebar is a template, and a form in it succeeds and fails', async () => {
  await choose('Book a room');
  const side = page.frameLocator('.sidebar iframe');
  expect(await side.getByLabel('Day').inputValue()).toBe('2026-11-21');
  expect(await side.locator('option').allTextContents()).toEqual(['Garden', 'Attic']);

  expect(await book('')).toBe('Sorry. Who is it for?');
  expect(await book('Chess <b>club</b>')).toBe('B001: Garden is yours on 2026-11-21.');
  expect(await book('Choir')).toBe('Sorry. Garden is taken on 2026-11-21.');
  const [booking] = await rig.host.records('Bookings');
  expect(booking).toMatchObject({ Id: 'B001', Room: 'Garden', Who: 'Chess <b>club</b>' });
  expect(booking?.Day).toEqual({ date: '2026-11-20T23:00:00.000Z' });
});

test('two who book at once do not get the same room', async () => {
  const asked = ['Yoga', 'Judo', 'Chor'].map((who) =>
    rig.run('bookRoom', { room: 'Attic', day: '2026-11-22', who }),
  );
  const results = await Promise.all(asked);
  expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  expect((await rig.host.properties('sheet')).script).toEqual({ lastId: '2' });
});

test('an edit in the grid runs its simple and its installed trigger', async () => {
  await page.getByRole('tab', { name: 'Bookings' }).click();
  await page.click('td[data-cell="2,2"]');
  await page.keyboard.type('Attic');
  await page.keyboard.press('Enter');
  await page.getByText('was Garden').waitFor();
  await page.getByRole('tab', { name: 'Log' }).click();
  await page.getByText('Bookings!B2').waitFor();
  await page.getByText('Attic by owner@freelancer.example').waitFor();
});

test('its trigger runs with the clock and writes a mail', async () => {
  await page.goto(`${rig.host.address}/clock`);
  await page.getByRole('button', { name: '1 day' }).click();
  await page.getByText('1 ran on the way').waitFor();
  await page.goto(`${rig.host.address}/mail`);
  await page.getByText('Rooms on 2026-11-22').first().click();
  const mail = page.locator('iframe.mail-frame').contentFrame();
  await mail.getByRole('heading', { name: 'Today' }).waitFor();
  expect(await mail.locator('li b').allTextContents()).toEqual(['Attic']);
  const [sent] = await rig.host.mail();
  expect(sent).toMatchObject({ from: 'Community house <owner@freelancer.example>' });
});

test('a stranger sees its web page, and books there', async () => {
  const stranger = await (await browser.newContext()).newPage();
  stranger.on('pageerror', (error) => faults.push(error.message));
  await stranger.goto(`${rig.host.webApp('sheet')}?room=Attic`);
  expect(await stranger.title()).toBe('Rooms');
  const board = stranger.frameLocator('#sandboxFrame');
  await board.getByText('Chess <b>club</b>').waitFor();
  expect(await board.getByLabel('Room').inputValue()).toBe('Attic');
  await board.getByLabel('Day').fill('2026-12-01');
  await board.getByLabel('Who').fill('Band');
  await board.getByRole('button').click();
  await board.getByText('Attic is yours on 2026-12-01.').waitFor();
  await board.getByLabel('Room').fill('Cellar');
  await board.getByRole('button').click();
  await board.getByText('There is no room Cellar There are: Garden, Attic').waitFor();
  await stranger.context().close();
  expect(await rig.host.records('Bookings')).toEqual(
    expect.arrayContaining([expect.objectContaining({ Who: 'Band' })]),
  );
});

test('another program reads its JSON and posts to it', async () => {
  const address = rig.host.webApp('sheet');
  const shown = (await (await fetch(`${address}?format=json`)).json()) as { who: string }[];
  expect(shown.map(({ who }) => who)).toContain('Band');
  const ask = async (init: RequestInit): Promise<string> =>
    (await fetch(address, { method: 'POST', ...init })).text();
  const form = new URLSearchParams({ room: 'Garden', day: '2026-12-02', who: 'Circus' });
  expect(await ask({ body: form })).toContain('Garden is yours on 2026-12-02.');
  const json = JSON.stringify({ room: 'Garden', day: '2026-12-02', who: 'Fair' });
  const headers = { 'Content-Type': 'application/json' };
  expect(await ask({ body: json, headers })).toContain('Refused: Garden is taken on 2026-12-02.');
});

test('its pages met no error', () => {
  expect(faults).toEqual([]);
});
