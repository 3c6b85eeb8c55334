import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import vm from 'node:vm';
import { awin } from '../../src/core/referrals/networks/awin';

/** The built files as Google loads them: in a bare V8, without eval, with no service at hand. */

const DIST = path.join(__dirname, '../../dist');
const read = (file: string) => readFileSync(path.join(DIST, file), 'utf8');

/** The functions that a file leaves behind in a context with ECMAScript's globals only. */
function functionsOf(file: string): string[] {
  const context = vm.createContext({}, { codeGeneration: { strings: false, wasm: false } });
  const names =
    'Object.getOwnPropertyNames(globalThis).filter((n) => typeof globalThis[n] === "function")';
  const before = new Set(vm.runInContext(names, context) as string[]);
  vm.runInContext(read(file), context, { filename: file });
  return (vm.runInContext(names, context) as string[]).filter((name) => !before.has(name)).sort();
}

it('the sheet project exposes just its listed globals', () => {
  expect(functionsOf('sheet/sheet.js')).toEqual(
    [
      'onOpen',
      'setUp',
      'beat',
      'openSidebar',
      'writeLettersNow',
      'sendApprovedNow',
      'collectNow',
      'refreshDashboard',
      'panel',
    ].sort(),
  );
});

it('the gate exposes doGet and doPost only', () => {
  expect(functionsOf('gate/gate.js')).toEqual(['doGet', 'doPost']);
});

it('every function is a declaration at the top of the file, where triggers and menus find it', () => {
  expect(read('gate/gate.js').slice(0, 200)).toMatch(
    /^function doGet\(\w+\) ?\{\s*\}\s*function doPost/,
  );
  expect(read('sheet/sheet.js')).toMatch(
    /^(function \w+\([^)]*\) ?\{\s*\}\s*|\/\*\*[\s\S]*?\*\/\s*){9}/,
  );
});

it('the gate is small, asks for no permission and names no service that would need one', () => {
  expect(statSync(path.join(DIST, 'gate/gate.js')).size).toBeLessThan(60_000);
  expect(JSON.parse(read('gate/appsscript.json'))).toMatchObject({
    oauthScopes: [],
    webapp: { access: 'ANYONE_ANONYMOUS', executeAs: 'USER_DEPLOYING' },
  });
  expect(read('gate/gate.js')).not.toMatch(
    /SpreadsheetApp|UrlFetchApp|GmailApp|MailApp|Gmail\b|DriveApp|ScriptApp|Session\.|DocumentApp|CalendarApp|getUi|LockService/,
  );
});

it('the sheet project is under a megabyte and asks for five permissions', () => {
  expect(statSync(path.join(DIST, 'sheet/sheet.js')).size).toBeLessThan(2 ** 20);
  const { oauthScopes } = JSON.parse(read('sheet/appsscript.json')) as { oauthScopes: string[] };
  expect(oauthScopes.map((scope) => scope.split('/').pop()).sort()).toEqual([
    'gmail.modify',
    'script.container.ui',
    'script.external_request',
    'script.scriptapp',
    'spreadsheets.currentonly',
  ]);
});

it('where a table of ours was read stays with its code', () => {
  expect(read('sheet/sheet.js')).toContain(awin.example);
  expect(read('sheet/sheet.js')).not.toContain(awin.source);
});

it('the sidebar is one file that loads nothing', () => {
  const page = read('sheet/sidebar.html');
  expect(page).not.toMatch(
    /<script[^>]+src|<link|https?:\/\/(?!script\.google\.com|www\.w3\.org)[^\s"'`]*\.(js|css)/,
  );
  expect(page).toContain('<div id="app"></div>');
});
