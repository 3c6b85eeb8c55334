import { startRig, type Rig } from './rig';

const code = `
function sheet() { return SpreadsheetApp.getActive().getSheets()[0]; }
function work() {
  var p = PropertiesService.getScriptProperties();
  p.setProperty('a', '1');
  sheet().getRange('A1').setValue('one');
  SpreadsheetApp.flush();
  p.setProperty('b', '1');
  sheet().getRange('A2').setValue('two');
  p.setProperty('c', '1');
  return 'done';
}
function reset() { PropertiesService.getScriptProperties().deleteAllProperties(); sheet().clear(); }
function reads() { var s = sheet(); s.getRange('A1').getValue(); return s.getRange('A1:A3').getValues().join(); }
function retries() { try { UrlFetchApp.fetch('http://api.example/one'); } catch (e) { return e.message; } return UrlFetchApp.fetch('http://api.example/two').getContentText(); }
function asks(n) { var t = Date.now(); var r = UrlFetchApp.fetchAll(new Array(n).fill('http://api.example/x')).map(function (x) { return x.getContentText() + x.getHeaders()['X-A']; }); return [r, Date.now() - t]; }
function patient() { UrlFetchApp.fetch('http://api.example/slow', { timeoutSeconds: 5 }); }
function stubborn() { for (var i = 0; i < 50000; i++) { try { PropertiesService.getScriptProperties().setProperty(String(i), '1'); } catch (e) {} } }
function locks() { LockService.getScriptLock().waitLock(10); PropertiesService.getScriptProperties().setProperty('z', '1'); }
function isFree() { return LockService.getScriptLock().tryLock(10); }
`;

let rig: Rig;
beforeAll(async () => {
  rig = await startRig(code);
});
afterAll(() => rig.stop());
beforeEach(async () => {
  await rig.host.clearFaults();
  await rig.value('reset');
});

const state = async (): Promise<string> => {
  const { script } = await rig.host.properties('sheet');
  return `${Object.keys(script).sort().join('')} ${await rig.host.csv('Sheet1')}`.trim();
};

test('the counts of an execution add up to the numbers that faults use', async () => {
  const { calls } = await rig.run('work');
  const total = Object.values(calls).reduce((sum, times) => sum + times, 0);
  await rig.host.fault({ killAtCall: total });
  expect((await rig.run('work')).ok).toBe(false);
  await rig.host.fault({ killAtCall: total + 1 });
  expect((await rig.run('work')).ok).toBe(true);
});

test('the calls can be asked for in their order, as faults number them', async () => {
  const { trace = [], calls } = await rig.host.trace('sheet', 'work');
  expect(trace).toHaveLength(Object.values(calls).reduce((sum, times) => sum + times, 0));
  expect(trace.slice(0, 3)).toEqual([
    'PropertiesService.getScriptProperties',
    'PropertiesService.Properties.setProperty',
    'SpreadsheetApp.getActive',
  ]);
  expect((await rig.run('work')).trace).toBeUndefined();
});

test('a script that catches its end reaches nothing any more', async () => {
  await rig.host.fault({ function: 'stubborn', killAtCall: 4 });
  expect((await rig.run('stubborn')).error?.message).toMatch(/was ended before call 4/);
  await rig.host.fault({ function: 'stubborn', killAtCall: 1 });
  expect((await rig.run('stubborn')).ok).toBe(false);
  expect(await state()).toBe('0');
  expect(await rig.value('reads')).toBe(',,');
});

test('an execution is ended before its n-th call; the next one is not', async () => {
  await rig.host.fault({ function: 'work', killAtCall: 3 });
  expect(await rig.value('reads')).toBe(',,');
  const { ok, error } = await rig.run('work');
  expect(ok).toBe(false);
  expect(error?.message).toBe('The execution was ended before call 3, as a fault asked.');
  expect(await state()).toBe('a');
  expect((await rig.run('work')).ok).toBe(true);
});

test('killed anywhere, what was acknowledged stays and what was not shown may be lost', async () => {
  const { calls } = await rig.run('work');
  const total = Object.values(calls).reduce((sum, times) => sum + times, 0);
  const seen = new Set<string>();
  for (const lose of [false, true]) {
    for (let call = 1; call <= total; call += 1) {
      await rig.value('reset');
      await rig.host.fault({ function: 'work', killAtCall: call, ...(lose ? { lose: true } : {}) });
      expect((await rig.run('work')).ok).toBe(false);
      seen.add(`${lose ? 'lost' : 'kept'} ${await state()}`.replace(/\s+/g, ' ').trim());
    }
  }
  expect([...seen].sort()).toEqual([
    'kept',
    'kept a',
    'kept a one',
    'kept ab one',
    'kept ab one two',
    'lost',
    'lost a',
    'lost a one',
    'lost ab one',
  ]);
});

test('locks of a killed execution are free', async () => {
  await rig.host.fault({ function: 'locks', killAtCall: 4 });
  expect((await rig.run('locks')).ok).toBe(false);
  expect(await rig.value('isFree')).toBe(true);
});

test('a call fails when asked to', async () => {
  const method = 'PropertiesService.Properties.setProperty';
  await rig.host.fault({ failCall: { method, nth: 2, message: 'Server error' } });
  const { error } = await rig.run('work');
  expect(error).toMatchObject({ name: 'Exception', message: 'Server error' });
  expect(await state()).toBe('a one');
});

test("a person's edit happens before a call", async () => {
  const edit = { sheet: 'Sheet1', a1: 'A2', value: 'by hand' };
  await rig.host.fault({ function: 'reads', editBeforeCall: { n: 6, edit } });
  expect(await rig.value('reads')).toBe(',by hand,');
  expect(await rig.value('reads')).toBe(',by hand,');
});

test('requests are answered as planned, as often as planned', async () => {
  await rig.host.fault({
    fetch: [
      { prefix: 'http://api.example/one', status: 503, body: 'busy', times: 1 },
      { prefix: 'http://api.example/', body: 'fine', headers: { 'X-A': '!' }, delayMs: 4000 },
    ],
  });
  expect(await rig.value('retries')).toMatch(/returned code 503/);
  expect(await rig.value('retries')).toBe('fine');
  const [texts, took] = await rig.value<[string[], number]>('asks', 3);
  expect(texts).toEqual(['fine!', 'fine!', 'fine!']);
  expect(took).toBeGreaterThanOrEqual(4000);
  expect(took).toBeLessThan(8000);
});

test('a planned delay beyond timeoutSeconds is a timeout', async () => {
  await rig.host.fault({ fetch: [{ prefix: 'http://api.example/', delayMs: 6000 }] });
  expect(await rig.error('patient')).toBe('Timeout: http://api.example/slow');
});
