import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { fullManifest, startRig, type Rig } from './rig';

const gate = {
  'Code.gs': `
function sheet() { SpreadsheetApp.getActive(); }
function fetch() { UrlFetchApp.fetch('http://site.example'); }
function dialog() { SpreadsheetApp.getUi().alert('x'); }
function trigger() { ScriptApp.getProjectTriggers(); }
function mail() { MailApp.getRemainingDailyQuota(); }
function user() { Session.getActiveUser(); }
function gmail() { return typeof Gmail; }
function free() {
  PropertiesService.getScriptProperties().setProperty('a', '1'); CacheService.getScriptCache().put('a', '1');
  LockService.getScriptLock().tryLock(1); HtmlService.createHtmlOutput('x'); ContentService.createTextOutput('x');
  Utilities.getUuid(); return ScriptApp.getService().getUrl();
}`,
  'appsscript.json': JSON.stringify({
    timeZone: 'Etc/UTC',
    oauthScopes: [],
    webapp: fullManifest.webapp,
  }),
};

const readOnly = {
  'Code.gs': `
function read() { return Gmail.Users.Messages.list('me').resultSizeEstimate; }
function send() { Gmail.Users.Drafts.send({ id: 'r1' }, 'me'); }`,
  'appsscript.json': JSON.stringify({
    ...fullManifest,
    oauthScopes: ['https://www.googleapis.com/auth/gmail.readonly'],
  }),
};

const code = `
function forever() { for (;;) { try { for (;;) { SpreadsheetApp.getActive().getName(); } } catch (e) { console.log('caught'); } } }
function dozes() { for (;;) Utilities.sleep(60000); }
function works(n) { for (var i = 0; i < n; i++) SpreadsheetApp.getActive().getName(); return n; }
function clock() { var t = Date.now(); SpreadsheetApp.getActive().getName(); return Date.now() - t; }
function onEdit(e) { for (var i = 0; i < 40; i++) SpreadsheetApp.getActive().getName(); console.log('done'); }
function asks(address) { UrlFetchApp.fetch(address); }
function nap(milliseconds) { var t = Date.now(); Utilities.sleep(milliseconds); return Date.now() - t; }
function memory() { var all = []; for (;;) all.push(new Array(100000).fill(all.length)); }
function deep() { return deep(); }
function ok() { return 'ok'; }
function spins() { SpreadsheetApp.getActive(); for (;;) { try { for (;;); } catch (e) { console.log('caught'); } finally { continue; } } }
function sleeps() { Utilities.sleep(300000); Utilities.sleep(300000); for (;;); }
function mark(key) { PropertiesService.getScriptProperties().setProperty(key, 'x'); return key; }
function marks() { return Object.keys(PropertiesService.getScriptProperties().getProperties()).sort(); }
function crashes() {
  LockService.getScriptLock().waitLock(10);
  mark('held'); SpreadsheetApp.getActive().getSheets()[0].getRange('A5').setValue('flushed'); SpreadsheetApp.flush();
  memory();
}
function counts() {
  var lock = LockService.getScriptLock(), store = PropertiesService.getScriptProperties();
  if (!lock.tryLock(15000)) return 'no lock';
  var before = Number(store.getProperty('count')); Utilities.sleep(20);
  store.setProperty('count', String(before + 1)); lock.releaseLock(); return 'counted';
}
function patient() { return LockService.getScriptLock().tryLock(50); }
function holds(milliseconds) { LockService.getScriptLock().waitLock(10); Utilities.sleep(milliseconds); }
function fetches(n) { for (var i = 0; i < n; i++) UrlFetchApp.fetch(ScriptApp.getService().getUrl()); return n; }
function doGet() { return ContentService.createTextOutput('x'); }
function properties(n) { for (var i = 0; i < n; i++) PropertiesService.getScriptProperties().getProperty('a'); return n; }
function quota() { return MailApp.getRemainingDailyQuota(); }
function write() { SpreadsheetApp.getActive().getSheets()[0].getRange('A1').setValue('kept'); for (;;) Utilities.sleep(60000); }
`;

let rig: Rig;
beforeAll(async () => {
  rig = await startRig(code, { others: { gate, readOnly } });
});
afterAll(() => rig.stop());

const gateError = async (name: string): Promise<string> =>
  (await rig.host.run('gate', name)).error?.message ?? '';

test('without permissions no service that needs one can be called', async () => {
  const scope = 'https://www.googleapis.com/auth/';
  expect(await gateError('sheet')).toBe(
    `Specified permissions are not sufficient to call SpreadsheetApp.getActive. Required permissions: (${scope}spreadsheets.currentonly || ${scope}spreadsheets)`,
  );
  expect(await gateError('fetch')).toBe(
    `Specified permissions are not sufficient to call UrlFetchApp.fetch. Required permissions: ${scope}script.external_request`,
  );
  for (const name of ['trigger', 'mail', 'user']) {
    expect(await gateError(name)).toMatch(/^Specified permissions are not sufficient to call/);
  }
  expect(await rig.host.result('gate', 'gmail')).toBe('undefined');
});

test('properties, cache, locks and pages need no permission', async () => {
  expect(await rig.host.result('gate', 'free')).toBe(rig.host.webApp('gate'));
});

test('the Gmail service asks for the scopes of each method', async () => {
  expect(await rig.host.result('readOnly', 'read')).toBe(0);
  expect((await rig.host.run('readOnly', 'send')).error?.message).toBe(
    'API call to gmail.users.drafts.send failed with error: Request had insufficient authentication scopes.',
  );
});

test('an execution ends after six minutes, latency included, and cannot catch it', async () => {
  await rig.host.fault({ latency: { 'SpreadsheetApp.*': 1000 } });
  const { ok, error, log, ms } = await rig.run('forever');
  expect(ok).toBe(false);
  expect(error?.message).toBe('Exceeded maximum execution time');
  expect(log).toEqual([]);
  expect(ms).toBeGreaterThanOrEqual(360_000);
  expect(ms).toBeLessThan(370_000);
  await rig.host.clearFaults();
});

test('a loop that asks nothing of Google is ended too, and cannot catch it', async () => {
  await rig.host.fault({ function: 'spins', latency: { 'SpreadsheetApp.*': 359_500 } });
  const { error, log } = await rig.run('spins');
  expect([error?.message, log]).toEqual(['Exceeded maximum execution time', []]);
  await rig.host.clearFaults();
});

test('a sleep beyond the limit ends the execution where it sleeps', async () => {
  expect((await rig.run('sleeps')).error?.message).toBe('Exceeded maximum execution time');
});

test('moving the clock does not use up the time of what runs', async () => {
  const nap = rig.run('nap', 1500);
  await rig.host.moveClock({ advance: 'PT1H' });
  expect((await nap).ok).toBe(true);
});

test('sleep counts toward the limit, and what was written before is kept', async () => {
  expect((await rig.run('write')).error?.message).toBe('Exceeded maximum execution time');
  expect((await rig.host.sheet('Sheet1')).header).toEqual(['kept']);
});

test('latency and long sleeps pass on the virtual clock', async () => {
  await rig.host.fault({ latency: { 'SpreadsheetApp.Spreadsheet.getName': 5000 } });
  expect(await rig.value('clock')).toBeGreaterThanOrEqual(5000);
  await rig.host.clearFaults();
  const before = Date.parse(await rig.host.clock());
  expect(await rig.value('nap', 100_000)).toBeGreaterThanOrEqual(100_000);
  expect(Date.parse(await rig.host.clock()) - before).toBeGreaterThanOrEqual(100_000);
});

test('a simple trigger has 30 seconds', async () => {
  await rig.host.fault({ function: 'onEdit', latency: { 'SpreadsheetApp.*': 1000 } });
  const [run] = await rig.host.edit({ sheet: 'Sheet1', a1: 'B1', value: 'x' });
  expect(run).toMatchObject({ function: 'onEdit', ok: false });
  expect(run?.error?.message).toBe('Exceeded maximum execution time');
  await rig.host.clearFaults();
});

test('thirty executions run at once; the next is refused, has done nothing, and there is room again afterwards', async () => {
  // They ask a server that answers nobody yet, so all of them are under way for certain.
  const waiting: http.ServerResponse[] = [];
  const server = http.createServer((_, response) => waiting.push(response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const asking = Array.from({ length: 30 }, () => rig.run('asks', address));
  while (waiting.length < 30) await new Promise((resolve) => setTimeout(resolve, 20));

  const refused = await rig.run('mark', 'refused');
  for (const response of waiting) response.end('go');
  const results = await Promise.all(asking);
  server.close();
  expect([refused.ok, refused.calls]).toEqual([false, {}]);
  expect(refused.error?.message).toMatch(/^There are too many scripts running simultaneously/);
  expect(results.every(({ ok }) => ok)).toBe(true);
  expect(await rig.value('marks')).not.toContain('refused');
});

test('a crash leaves the others, the locks and what was kept sound', async () => {
  const others = Array.from({ length: 4 }, (_, at) => rig.run('mark', `other${at}`));
  const [crash, ...fine] = await Promise.all([rig.run('crashes'), ...others]);
  expect(crash.error?.message).toBe('Out of memory error.');
  expect(fine.every(({ ok }) => ok)).toBe(true);
  expect(await rig.value('patient')).toBe(true);
  const marks = ['held', 'other0', 'other1', 'other2', 'other3'];
  expect(await rig.value('marks')).toEqual(expect.arrayContaining(marks));
  const before = await rig.host.csv('Sheet1');
  expect(before).toContain('flushed');
  await rig.host.kill();
  await rig.restart();
  expect(await rig.host.csv('Sheet1')).toBe(before);
  expect(await rig.value('marks')).toEqual(expect.arrayContaining(marks));
});

test('executions really contend for a lock: with it no count is lost, and waiting ends', async () => {
  await rig.host.putProperties('sheet', { script: { count: '0' } });
  const runs = await Promise.all(Array.from({ length: 12 }, () => rig.run('counts')));
  expect(runs.map(({ result }) => result)).toEqual(Array<string>(12).fill('counted'));
  expect((await rig.host.properties('sheet')).script.count).toBe('12');
  const holding = rig.run('holds', 1500);
  while ((await rig.value('patient')) === true);
  expect((await holding).ok).toBe(true);
  expect(await rig.value('patient')).toBe(true);
});

test('an execution that needs too much memory ends alone', async () => {
  const [greedy, modest] = await Promise.all([rig.run('memory'), rig.run('ok')]);
  expect(greedy.error?.message).toBe('Out of memory error.');
  expect(modest.result).toBe('ok');
});

test('endless recursion is an error like any other', async () => {
  expect((await rig.run('deep')).error?.name).toBe('RangeError');
  expect(await rig.value('ok')).toBe('ok');
});

test('quotas count for a day, and can be set', async () => {
  await rig.host.fault({ quota: { fetch: 2, properties: 3, mail: 7 } });
  expect(await rig.error('fetches', 3)).toBe(
    'Service invoked too many times for one day: urlfetch.',
  );
  expect(await rig.error('properties', 4)).toBe(
    'Service invoked too many times for one day: properties.',
  );
  expect(await rig.value('quota')).toBe(7);
  await rig.host.moveClock({ advance: 'P1D' });
  expect(await rig.value('fetches', 2)).toBe(2);
  await rig.host.clearFaults();
  expect(await rig.value('fetches', 3)).toBe(3);
});
