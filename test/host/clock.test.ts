import { startRig, type Rig } from './rig';

const code = `
function now() { return new Date().toISOString(); }
function every(minutes) { return ScriptApp.newTrigger('tick').timeBased().everyMinutes(minutes).create().getUniqueId(); }
function daily(hour) { ScriptApp.newTrigger('tick').timeBased().everyDays(1).atHour(hour).nearMinute(15).create(); }
function weekly() { ScriptApp.newTrigger('tick').timeBased().onWeekDay(ScriptApp.WeekDay.MONDAY).atHour(9).nearMinute(0).create(); }
function monthly() { ScriptApp.newTrigger('tick').timeBased().onMonthDay(1).atHour(6).nearMinute(0).inTimezone('UTC').create(); }
function soon() { ScriptApp.newTrigger('tick').timeBased().after(60000).create(); }
function hourly() { ScriptApp.newTrigger('tock').timeBased().everyHours(1).create(); }
function clear() { ScriptApp.getProjectTriggers().forEach(function (t) { ScriptApp.deleteTrigger(t); }); }
function list() { return ScriptApp.getProjectTriggers().map(function (t) { return [t.getHandlerFunction(), t.getEventType().toString(), t.getTriggerSource().toString(), t.getEventType() === ScriptApp.EventType.CLOCK]; }); }
function tick(e) { console.log(JSON.stringify(e)); if (e.authMode !== ScriptApp.AuthMode.FULL) throw new Error('mode'); }
function tock() { console.log('tock'); }
function slow() { SpreadsheetApp.getActive(); }
function slowly() { ScriptApp.newTrigger('slow').timeBased().everyHours(1).create(); }
function odd() { ScriptApp.newTrigger('tick').timeBased().everyMinutes(7).create(); }
function many() { for (var i = 0; i < 21; i++) ScriptApp.newTrigger('tick').timeBased().everyHours(1).create(); }
function watch() { var b = ScriptApp.newTrigger('watched').forSpreadsheet(SpreadsheetApp.getActive()); b.onEdit().create(); ScriptApp.newTrigger('changed').forSpreadsheet(SpreadsheetApp.getActive()).onChange().create(); }
function watched(e) { console.log('watched', e.range.getA1Notation(), e.value, e.oldValue, e.triggerUid.length > 5, String(e.source), e.authMode.toString()); UrlFetchApp.fetch(ScriptApp.getService().getUrl()); }
function changed(e) { console.log('changed', e.changeType); }
function onEdit(e) {
  console.log('simple', e.range.getSheet().getName(), e.range.getA1Notation(), e.value, e.oldValue, e.authMode.toString());
  try { UrlFetchApp.fetch('http://site.example'); } catch (error) { console.log(error.message); }
}
function doGet() { return ContentService.createTextOutput('x'); }
function writes() { SpreadsheetApp.getActive().getSheets()[0].getRange('Z1').setValue('by script'); }
`;

let rig: Rig;
beforeAll(async () => {
  rig = await startRig(code, { now: '2026-03-02T00:00:00Z' });
});
afterAll(() => rig.stop());
beforeEach(async () => {
  await rig.host.clearFaults();
  await rig.value('clear');
});

const move = (to: { advance: string } | { now: string }, every?: string) =>
  rig.host.moveClock(every === undefined ? to : { ...to, every });

test('scripts live by the virtual clock, which ticks on from where it was set', async () => {
  await move({ now: '2026-03-02T00:00:00Z' });
  expect(await rig.value('now')).toMatch(/^2026-03-02T00:00:0/);
  const { now } = await move({ advance: 'P1M' });
  expect(now).toMatch(/^2026-04-02T00:00:/);
});

test('moving the clock runs due triggers in order, each with its event', async () => {
  await move({ now: '2026-03-02T00:00:00Z' });
  await rig.value('every', 10);
  await rig.value('hourly');
  const { runs } = await move({ advance: 'PT1H' });
  expect(runs.map((run) => run.function)).toEqual([
    'tick',
    'tick',
    'tick',
    'tick',
    'tick',
    'tick',
    'tock',
  ]);
  expect(runs.map((run) => run.start.slice(11, 16)).slice(0, 3)).toEqual([
    '00:10',
    '00:20',
    '00:30',
  ]);
  expect(JSON.parse(runs[0]?.log[0] ?? '{}')).toMatchObject({
    authMode: 'FULL',
    year: 2026,
    month: 3,
    'day-of-month': 2,
    'day-of-week': 1,
    hour: 0,
    minute: 10,
    timezone: 'Asia/Taipei',
    triggerUid: expect.any(String) as string,
  });
});

test('with `every` a trigger runs at most once in each span', async () => {
  await move({ now: '2026-03-02T00:00:00Z' });
  await rig.value('every', 10);
  const { runs } = await move({ advance: 'P1D' }, 'PT6H');
  expect(runs).toHaveLength(4);
});

test('days, weeks and months are those of the zone', async () => {
  await move({ now: '2026-03-02T00:00:00Z' });
  await rig.value('daily', 8);
  const daily = (await move({ advance: 'P2D' })).runs.map((run) => run.start.slice(0, 16));
  expect(daily).toEqual(['2026-03-02T00:15', '2026-03-03T00:15']);
  await rig.value('clear');
  await rig.value('weekly');
  const weekly = (await move({ advance: 'P14D' })).runs.map((run) => run.start.slice(0, 16));
  expect(weekly).toEqual(['2026-03-09T01:00', '2026-03-16T01:00']);
  await rig.value('clear');
  await rig.value('monthly');
  expect((await move({ advance: 'P1M' })).runs[0]?.start).toMatch(/^2026-04-01T06:00/);
});

test('a trigger that runs once, runs once', async () => {
  await rig.value('soon');
  expect((await move({ advance: 'PT1H' })).runs).toHaveLength(1);
  expect((await move({ advance: 'PT1H' })).runs).toHaveLength(0);
});

test('moving back runs nothing, and triggers count from there', async () => {
  await move({ now: '2026-06-01T00:00:00Z' });
  await rig.value('every', 30);
  expect((await move({ now: '2026-05-01T00:00:00Z' })).runs).toEqual([]);
  expect((await move({ advance: 'PT1H' })).runs).toHaveLength(2);
});

test('triggers are listed with their function, type and source', async () => {
  await rig.value('every', 5);
  await rig.value('watch');
  expect(await rig.value('list')).toEqual([
    ['tick', 'CLOCK', 'CLOCK', true],
    ['watched', 'ON_EDIT', 'SPREADSHEETS', false],
    ['changed', 'ON_CHANGE', 'SPREADSHEETS', false],
  ]);
});

test('odd intervals and more than 20 triggers are refused', async () => {
  expect(await rig.error('odd')).toBe(
    'The value you passed to everyMinutes was invalid. It must be one of 1, 5, 10, 15 or 30.',
  );
  expect(await rig.error('many')).toMatch(/^This script has too many triggers/);
});

test("a person's edit fires the simple trigger, which may call no authorised service", async () => {
  await rig.host.edit({ sheet: 'Sheet1', a1: 'B2', value: 'before' });
  const runs = await rig.host.edit({ sheet: 'Sheet1', a1: 'B2', value: '5' });
  expect(runs.map((run) => run.function)).toEqual(['onEdit']);
  expect(runs[0]?.log).toEqual([
    'simple Sheet1 B2 5 before LIMITED',
    'You do not have permission to call UrlFetchApp.fetch. Required permissions: https://www.googleapis.com/auth/script.external_request',
  ]);
});

test('installed triggers hear of edits and of changes, with full rights', async () => {
  await rig.value('watch');
  const runs = await rig.host.edit({ sheet: 'Sheet1', a1: 'C1', value: 'x' });
  expect(runs.map((run) => [run.function, run.ok])).toEqual([
    ['onEdit', true],
    ['watched', true],
    ['changed', true],
  ]);
  expect(runs[1]?.log).toEqual(['watched C1 x undefined true Spreadsheet FULL']);
  const inserted = await rig.host.edit({ sheet: 'Sheet1', insertRow: 1 });
  expect(inserted.map((run) => run.log[0])).toEqual(['changed INSERT_ROW']);
});

const starts = (runs: { start: string }[]): string[] => runs.map((run) => run.start.slice(11, 16));

test('triggers that skip and fire twice do so when asked to', async () => {
  await move({ now: '2026-03-02T00:00:00Z' });
  await rig.value('every', 10);
  await rig.host.fault({ triggers: { skipEvery: 3, twiceEvery: 2 } });
  const { runs } = await move({ advance: 'PT1H' });
  expect(starts(runs)).toEqual(['00:10', '00:20', '00:20', '00:40', '00:40', '00:50']);
});

test('drifting triggers come late, each time by another stretch, and the next is on time', async () => {
  await move({ now: '2026-03-02T00:00:00Z' });
  await rig.value('every', 10);
  const fault = { function: 'tick', triggers: { driftMs: 300_000 } };
  await rig.host.fault(fault);
  const { runs } = await move({ advance: 'PT2H' });
  const late = runs.map((run) => (Date.parse(run.start) / 60_000) % 10);
  expect(runs.length).toBeGreaterThanOrEqual(11);
  expect(Math.max(...late)).toBeLessThan(5.1);
  expect(new Set(late).size).toBeGreaterThan(5);
  await rig.host.clearFaults();
  expect(starts((await move({ advance: 'PT20M' })).runs)).toContain('02:20');
});

test('the trigger time of a day is 90 minutes, and the next day has them anew', async () => {
  await move({ now: '2026-03-02T08:00:00Z' });
  await rig.value('slowly');
  await rig.host.fault({ function: 'slow', latency: { 'SpreadsheetApp.*': 350_000 } });
  const { runs } = await move({ advance: 'P1D' });
  // The day turns at midnight in California, just before the last of them.
  const ok = [...Array<boolean>(16).fill(true), ...Array<boolean>(7).fill(false), true];
  expect(runs.map((run) => run.ok)).toEqual(ok);
  expect(runs[16]?.error?.message).toBe('Service using too much computer time for one day');
});

test('the trigger time can be set, as for a business account', async () => {
  await move({ now: '2026-04-02T08:00:00Z' });
  await rig.value('slowly');
  await rig.host.fault({
    latency: { 'SpreadsheetApp.*': 350_000 },
    quota: { triggerMinutes: 360 },
  });
  expect((await move({ advance: 'P1D' })).runs.filter((run) => !run.ok)).toEqual([]);
  await rig.host.fault({ quota: { triggerMinutes: 5 } });
  expect((await move({ advance: 'PT3H' })).runs.map((run) => run.ok)).toEqual([true, false, false]);
});

test('what a script writes fires nothing', async () => {
  await rig.value('watch');
  const { n } = await rig.run('writes');
  expect(await rig.host.executions(n)).toEqual([]);
});
