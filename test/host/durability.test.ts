import { startRig, type Rig } from './rig';

const code = `
function note(key) { PropertiesService.getScriptProperties().setProperty(key, 'kept'); return key; }
function row(value) { var s = SpreadsheetApp.getActive().getSheets()[0]; s.appendRow([value, new Date(), '@']); s.getRange('A1').setNote('n').setBackground('#ff0000'); return value; }
function tab(name) { SpreadsheetApp.getActive().insertSheet(name).getRange('A1').setValue('=kept').setNumberFormat('0.00'); return name; }
function draft(subject) { return Gmail.Users.Drafts.create({ message: { raw: Utilities.base64EncodeWebSafe('To: a@b.example\\r\\nSubject: ' + subject + '\\r\\n\\r\\nx') } }, 'me').id; }
function trigger() { return ScriptApp.newTrigger('note').timeBased().everyHours(6).create().getUniqueId(); }
function triggers() { return ScriptApp.getProjectTriggers().map(function (t) { return t.getUniqueId(); }); }
function look() { var c = SpreadsheetApp.getActive().getSheets()[0].getRange('A1'); return [c.getNote(), c.getBackground()]; }
`;

let rig: Rig;
beforeEach(async () => {
  rig = await startRig(code);
});
afterEach(() => rig.stop());

test('what was acknowledged survives a kill in the middle of a load', async () => {
  const kept: Record<string, string[]> = { note: [], row: [], draft: [] };
  let killed = false;
  const load = async (name: string): Promise<void> => {
    for (let at = 0; !killed; at += 1) {
      const answer = await rig.run<string>(name, `${name}${at}`).catch(() => null);
      if (answer?.ok) kept[name]?.push(name === 'draft' ? `draft${at}` : String(answer.result));
    }
  };
  const loads = ['note', 'row', 'draft', 'note'].map(load);
  await new Promise((resolve) => setTimeout(resolve, 700));
  killed = true;
  await rig.host.kill();
  await Promise.all(loads);
  await rig.restart();

  const { script } = await rig.host.properties('sheet');
  expect(Object.keys(script)).toEqual(expect.arrayContaining(kept.note ?? []));
  const { header, rows } = await rig.host.sheet('Sheet1');
  expect([header, ...rows].map(([first]) => first)).toEqual(expect.arrayContaining(kept.row ?? []));
  const subjects = (await rig.host.mail()).map(({ subject }) => subject);
  expect(subjects).toEqual(expect.arrayContaining(kept.draft ?? []));
  expect(kept.row?.length).toBeGreaterThan(1);
}, 30_000);

test('two hosts cannot keep their state in one folder', async () => {
  await expect(rig.restart()).rejects.toThrow(/keeps its state in/);
});

test('a stop and a kill keep everything that there is', async () => {
  await rig.host.moveClock({ now: '2030-01-01T00:00:00Z' });
  await rig.value('row', '007');
  await rig.value('tab', 'Second');
  const id = await rig.value('trigger');
  await rig.host.putRoutes({ 'site.example': 'http://127.0.0.1:4101' });
  const before = [
    await rig.host.sheets(),
    await rig.host.sheet('Sheet1'),
    await rig.host.csv('Second'),
  ];
  for (const end of ['kill', 'stop'] as const) {
    await rig.host[end]();
    await rig.restart();
    const after = [
      await rig.host.sheets(),
      await rig.host.sheet('Sheet1'),
      await rig.host.csv('Second'),
    ];
    expect(after).toEqual(before);
    expect(await rig.value('look')).toEqual(['n', '#ff0000']);
    expect(await rig.value('triggers')).toEqual([id]);
    expect(await rig.host.routes()).toEqual({ 'site.example': 'http://127.0.0.1:4101' });
    expect(await rig.host.clock()).toMatch(/^2030-01-01/);
    expect((await rig.host.executions()).length).toBeGreaterThan(3);
  }
});
