import { startRig, type Rig } from './rig';

const code = `
var counter = 0;
function count() { counter += 1; return counter; }
function absent() {
  return ['setTimeout', 'setInterval', 'fetch', 'URL', 'URLSearchParams', 'TextEncoder', 'crypto',
    'AbortController', 'structuredClone', 'atob', 'performance', 'Blob', 'process', 'require',
    'module', 'global', 'Buffer', 'queueMicrotask'].filter(function (name) {
      return typeof globalThis[name] !== 'undefined';
    });
}
function present() {
  return [typeof Intl, typeof console, typeof Promise, typeof Map, typeof SpreadsheetApp, typeof JSON];
}
async function later() { await null; await Promise.resolve(); return 'settled'; }
async function rejected() { await null; throw new Error('too late'); }
function evaluates() { return eval('1 + 1'); }
function makesFunction() { return new Function('return 1')(); }
function escapes() {
  try { SpreadsheetApp.getActive().getSheetByName(5); } catch (e) {
    return e.constructor.constructor('return typeof process')();
  }
}
function realms() {
  var values = SpreadsheetApp.getActiveSheet().getRange('A1:A2').setValues([[new Date(0)], ['x']]).getValues();
  return [values instanceof Array, values[0] instanceof Array, values[0][0] instanceof Date];
}
function shown() { return [String(SpreadsheetApp.getActiveSheet()), String(SpreadsheetApp.WrapStrategy.WRAP)]; }
function enums() {
  var wrap = SpreadsheetApp.WrapStrategy;
  return [typeof wrap.WRAP, wrap.WRAP === wrap.WRAP, wrap.WRAP === wrap.CLIP, wrap.WRAP.toString()];
}
function notBuilt() { SpreadsheetApp.getActiveSheet().getPivotTables(); }
function serviceNotBuilt() { DriveApp.getFiles(); }
function unknownMethod() { SpreadsheetApp.getActiveSheet().getFoo(); }
function wrongCall() { SpreadsheetApp.getActiveSheet().getRange('A1').setValues('x'); }
function wrongNumbers() { SpreadsheetApp.getActiveSheet().getRange('a', 1, 2, 3); }
function wrongProperty() { PropertiesService.getScriptProperties().setProperty('a', 1); }
function tooMany() { SpreadsheetApp.getActive('x'); }
function thrown() { throw new TypeError('mine'); }
function caught() {
  try { SpreadsheetApp.getActiveSheet().getRange(0, 1); } catch (e) {
    return [e.name, e.message, e instanceof Error];
  }
}
function logs() { console.log('a %s b', 1); console.error('bad'); Logger.log('%s!', 'hey'); return Logger.getLog(); }
function date() {
  return [new Date(2026, 0, 15, 9, 30).toISOString(), new Date('2026-01-15T09:30').toISOString(),
    new Date('2026-01-15').toISOString(), new Date(0).getHours(), String(new Date(0)),
    new Date().getTimezoneOffset(), typeof Date(), new Date(0) instanceof Date, Date.length];
}
function newYork() { return new Date(2026, 6, 1).toISOString(); }
function formats() { return [new Intl.DateTimeFormat().resolvedOptions().timeZone, new Date(0).toLocaleTimeString('en-US')]; }
function setsParts() { var d = new Date(2026, 0, 31); d.setMonth(1); d.setHours(23, 59); return d.toISOString(); }
function lastly() { return [new Date(NaN).toString(), new Date(2026, 0).getDate(), new Date(1e12).getTime()]; }
function hidden_() { return 1; }
const arrow = () => 1;
`;

const closed = {
  'Code.gs': 'function hello() { return "hello"; }',
  'appsscript.json': JSON.stringify({ oauthScopes: [] }),
};

let rig: Rig;
beforeAll(async () => {
  rig = await startRig(code, { others: { closed } });
});
afterAll(() => rig.stop());

test('each execution starts with fresh globals', async () => {
  expect(await rig.value('count')).toBe(1);
  expect(await rig.value('count')).toBe(1);
});

test('what browsers and Node add to JavaScript is absent', async () => {
  expect(await rig.value('absent')).toEqual([]);
});

test('ECMAScript, Intl, console and the services are there', async () => {
  const kinds = ['object', 'object', 'function', 'function', 'object', 'object'];
  expect(await rig.value('present')).toEqual(kinds);
});

test('promises settle before the execution ends', async () => {
  expect(await rig.value('later')).toBe('settled');
  expect(await rig.error('rejected')).toBe('too late');
});

test('code cannot be made from text', async () => {
  expect(await rig.error('evaluates')).toMatch(/Code generation from strings/);
  expect(await rig.error('makesFunction')).toMatch(/Code generation from strings/);
});

test('an error of a service gives no way out of the context', async () => {
  expect(await rig.error('escapes')).toMatch(/Code generation from strings/);
});

test('arrays and dates from services belong to the script', async () => {
  expect(await rig.value('realms')).toEqual([true, true, true]);
});

test('service objects and enums show their names', async () => {
  expect(await rig.value('shown')).toEqual(['Sheet', 'WRAP']);
});

test('enums are objects of which there is one each', async () => {
  expect(await rig.value('enums')).toEqual(['object', true, false, 'WRAP']);
});

test('a real method that is not built says so', async () => {
  expect(await rig.error('notBuilt')).toBe('NotImplementedLocally: Sheet.getPivotTables');
  expect(await rig.error('serviceNotBuilt')).toBe('NotImplementedLocally: DriveApp.getFiles');
});

test('an unknown method is a TypeError', async () => {
  const { error } = await rig.run('unknownMethod');
  expect(error?.name).toBe('TypeError');
  expect(error?.message).toMatch(/getFoo is not a function/);
});

test('a wrong call names the parameters and the method', async () => {
  expect(await rig.error('wrongCall')).toBe(
    "The parameters (String) don't match the method signature for SpreadsheetApp.Range.setValues.",
  );
  expect(await rig.error('wrongNumbers')).toBe(
    "The parameters (String,number,number,number) don't match the method signature for SpreadsheetApp.Sheet.getRange.",
  );
  expect(await rig.error('wrongProperty')).toBe(
    "The parameters (String,number) don't match the method signature for PropertiesService.Properties.setProperty.",
  );
  expect(await rig.error('tooMany')).toMatch(/don't match the method signature for SpreadsheetApp/);
});

test('what services throw is an Error named Exception', async () => {
  const message = 'The starting row of the range is too small.';
  expect(await rig.value('caught')).toEqual(['Exception', message, true]);
});

test('a thrown error is reported with its name and place', async () => {
  const { ok, error } = await rig.run('thrown');
  expect(ok).toBe(false);
  expect(error).toMatchObject({ name: 'TypeError', message: 'mine' });
  expect(error?.stack).toMatch(/at thrown \(Code:\d+/);
});

test('console and Logger write to the same log', async () => {
  const { log, result } = await rig.run('logs');
  expect(log).toEqual(['a 1 b', 'bad', 'hey!']);
  expect(result).toBe('hey!\n');
});

test('Date lives in the time zone of the manifest', async () => {
  expect(await rig.value('date')).toEqual([
    '2026-01-15T01:30:00.000Z',
    '2026-01-15T01:30:00.000Z',
    '2026-01-15T00:00:00.000Z',
    8,
    'Thu Jan 01 1970 08:00:00 GMT+0800 (Taiwan Standard Time)',
    -480,
    'string',
    true,
    7,
  ]);
  expect(await rig.value('formats')).toEqual(['Asia/Taipei', '8:00:00 AM']);
  expect(await rig.value('setsParts')).toBe('2026-03-03T15:59:00.000Z');
  expect(await rig.value('lastly')).toEqual(['Invalid Date', 1, 1e12]);
});

test('only real global functions can be run by name', async () => {
  expect(await rig.error('arrow')).toBe('Script function not found: arrow');
  expect(await rig.error('missing')).toBe('Script function not found: missing');
});

test('files are read anew when they change, and a broken one fails the execution', async () => {
  rig.write('sheet', { 'Other.gs': 'function fresh() { return "new"; }' });
  expect(await rig.value('fresh')).toBe('new');
  rig.write('sheet', { 'Other.gs': 'function fresh( {' });
  expect((await rig.run('fresh')).error?.name).toBe('SyntaxError');
  rig.write('sheet', { 'Other.gs': 'throw new Error("while loading");' });
  expect(await rig.error('count')).toBe('while loading');
  rig.write('sheet', { 'Other.gs': '' });
});

test('a stranger runs public functions of a web app only', async () => {
  expect((await rig.host.run('sheet', 'count', [], 'stranger')).result).toBe(1);
  const { error } = await rig.host.run('sheet', 'hidden_', [], 'stranger');
  expect(error?.message).toBe('Script function not found: hidden_');
  expect((await rig.host.run('closed', 'hello')).ok).toBe(true);
  expect((await rig.host.run('closed', 'hello', [], 'stranger')).ok).toBe(false);
});
