import { startRig, type Rig } from './rig';

const code = `
function tell(e) {
  var shown = {};
  Object.keys(e).sort().forEach(function (key) { var v = e[key]; shown[key] = v !== null && typeof v === 'object' && key !== 'parameter' ? String(v) : v; });
  console.log(JSON.stringify(shown));
}
function onOpen(e) { tell(e); }
function onEdit(e) { tell(e); }
function opened(e) { tell(e); }
function edited(e) { tell(e); console.log(e.range.getA1Notation(), e.source.getSheets().length); }
function changed(e) { tell(e); }
function install() {
  var book = SpreadsheetApp.getActive();
  ScriptApp.newTrigger('opened').forSpreadsheet(book).onOpen().create();
  ScriptApp.newTrigger('edited').forSpreadsheet(book).onEdit().create();
  ScriptApp.newTrigger('changed').forSpreadsheet(book).onChange().create();
}
`;

let rig: Rig;
beforeAll(async () => {
  rig = await startRig(code);
  await rig.value('install');
});
afterAll(() => rig.stop());

const told = ({ log }: { log: string[] }): Record<string, unknown> =>
  JSON.parse(log[0] ?? '{}') as Record<string, unknown>;

test('opening tells the simple trigger mode, source and user, and the installed one its id too', async () => {
  await fetch(`${rig.host.address}/host/ui/open`, { method: 'POST' });
  const runs = (await rig.host.executions()).filter(({ cause }) => cause === 'open');
  const common = { source: 'Spreadsheet', user: 'User' };
  expect(runs.map((run) => [run.function, told(run)])).toEqual([
    ['onOpen', { ...common, authMode: 'LIMITED' }],
    ['opened', { ...common, authMode: 'FULL', triggerUid: expect.any(String) as string }],
  ]);
});

test('an edit of one cell tells range, value and old value', async () => {
  const first = await rig.host.edit({ sheet: 'Sheet1', a1: 'B2', value: 'one' });
  expect(told(first[0] ?? { log: [] })).not.toHaveProperty('oldValue');
  const runs = await rig.host.edit({ sheet: 'Sheet1', a1: 'B2', value: 'two' });
  const common = { source: 'Spreadsheet', user: 'User', range: 'Range' };
  const values = { value: 'two', oldValue: 'one' };
  const triggerUid = expect.any(String) as string;
  expect(runs.filter((run) => run.function !== 'changed').map(told)).toEqual([
    { ...common, ...values, authMode: 'LIMITED' },
    { ...common, ...values, authMode: 'FULL', triggerUid },
  ]);
  expect(runs[1]?.log[1]).toBe('B2 1');
  expect(told(runs[2] ?? { log: [] })).toEqual({
    source: 'Spreadsheet',
    user: 'User',
    authMode: 'FULL',
    changeType: 'EDIT',
    triggerUid,
  });
});

test('an edit of many cells tells no value', async () => {
  const runs = await rig.host.edit({ sheet: 'Sheet1', a1: 'A1:B1', value: [['a', 'b']] });
  const edit = told(runs.find((run) => run.function === 'onEdit') ?? { log: [] });
  expect(edit).not.toHaveProperty('value');
  expect(edit).not.toHaveProperty('oldValue');
});

test('a new row is a change, not an edit', async () => {
  const runs = await rig.host.edit({ sheet: 'Sheet1', insertRow: 2 });
  expect(runs.map((run) => [run.function, told(run).changeType])).toEqual([
    ['changed', 'INSERT_ROW'],
  ]);
});
