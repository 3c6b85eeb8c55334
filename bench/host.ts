import { mkdtempSync, rmSync, writeFileSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startHost } from '../host/client';
import { measureHost } from './measure-host';
import { markdown } from './table';

/** What the laptop host itself costs on this machine, beside what it is meant to cost. */

const PROJECT = {
  'appsscript.json': JSON.stringify({
    timeZone: 'Etc/UTC',
    oauthScopes: ['https://www.googleapis.com/auth/spreadsheets.currentonly'],
  }),
  'Code.gs': `
function names(times) {
  const book = SpreadsheetApp.getActive();
  const start = Date.now();
  for (let n = 0; n < times; n += 1) book.getName();
  return (Date.now() - start) / times;
}
function properties(times) {
  const store = PropertiesService.getScriptProperties();
  const start = Date.now();
  for (let n = 0; n < times; n += 1) store.setProperty('k', String(n));
  return (Date.now() - start) / times;
}
function block(rows, columns) {
  const sheet = SpreadsheetApp.getActive().getSheetByName('Block') || SpreadsheetApp.getActive().insertSheet('Block');
  if (sheet.getMaxRows() < rows) sheet.insertRowsAfter(sheet.getMaxRows(), rows - sheet.getMaxRows());
  const values = [];
  for (let row = 0; row < rows; row += 1) {
    values.push(Array.from({ length: columns }, (_, at) => (at % 2 ? row * at : 'text ' + row + ' ' + at)));
  }
  const start = Date.now();
  sheet.getRange(1, 1, rows, columns).setValues(values);
  SpreadsheetApp.flush();
  const written = Date.now();
  sheet.getRange(1, 1, rows, columns).getValues();
  return { write: written - start, read: Date.now() - written };
}`,
};

const folder = mkdtempSync(path.join(tmpdir(), 'perennial-bench-host-'));
const project = path.join(folder, 'calls');
mkdirSync(project);
for (const [name, text] of Object.entries(PROJECT)) writeFileSync(path.join(project, name), text);
const host = await startHost({
  data: path.join(folder, 'data'),
  fresh: true,
  now: '2026-11-21T04:00:00Z',
  projects: { sheet: 'dist/sheet', gate: 'dist/gate', calls: project },
  bound: ['sheet', 'calls'],
});
try {
  const figures = await measureHost(host);
  const rows = figures.map(({ what, target, measured, unit }) => [
    what,
    `< ${target} ${unit}`,
    `${measured.toFixed(measured < 10 ? 2 : 0)} ${unit}`,
    measured < target ? 'yes' : 'no',
  ]);
  console.log(markdown(['what', 'target', 'measured', 'met'], rows));
} finally {
  await host.stop();
  rmSync(folder, { recursive: true, force: true });
}
