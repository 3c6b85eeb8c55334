import { startRig, type Rig } from './rig';
import { startWitness } from './witness';

const code = `
function note(key) { PropertiesService.getScriptProperties().setProperty(key, 'kept'); return key; }
function row(value) { var s = SpreadsheetApp.getActive().getSheets()[0]; s.appendRow([value, new Date(), '@']); s.getRange('A1').setNote('n').setBackground('#ff0000'); return value; }
function tab(name) { SpreadsheetApp.getActive().insertSheet(name).getRange('A1').setValue('=kept').setNumberFormat('0.00'); return name; }
function draft(subject) { return Gmail.Users.Drafts.create({ message: { raw: Utilities.base64EncodeWebSafe('To: a@b.example\\r\\nSubject: ' + subject + '\\r\\n\\r\\nx') } }, 'me').id; }
function trigger() { return ScriptApp.newTrigger('note').timeBased().everyHours(6).create().getUniqueId(); }
function triggers() { return ScriptApp.getProjectTriggers().map(function (t) { return t.getUniqueId(); }); }
function told(address, word) { UrlFetchApp.fetch(address + '/' + encodeURIComponent(word)); }
function raw(subject) { return Utilities.base64EncodeWebSafe('To: a@b.example\\r\\nSubject: ' + subject + '\\r\\n\\r\\nx'); }
function busy(address, name) {
  var s = SpreadsheetApp.getActive().getSheetByName(name) || SpreadsheetApp.getActive().insertSheet(name);
  for (var n = 1; ; n += 1) {
    s.getRange(n, 1).setValue('flushed' + n); SpreadsheetApp.flush(); told(address, name + ' cell "flushed' + n + '"');
    s.getRange(n, 2).setValue('read' + n); s.getRange(n, 2).getValue(); told(address, name + ' cell "read' + n + '"');
    PropertiesService.getScriptProperties().setProperty(name + n, 'x'); told(address, 'property ' + name + n);
    var draft = Gmail.Users.Drafts.create({ message: { raw: raw(name + 'draft' + n) } }, 'me'); told(address, 'draft ' + name + 'draft' + n);
    if (n % 2) continue;
    Gmail.Users.Drafts.send({ id: draft.id }, 'me'); told(address, 'sent ' + name + 'draft' + n);
  }
}
function waits(address) { SpreadsheetApp.getActive().getSheets()[0].getRange('A1').setValue('not flushed'); told(address, 'waiting'); for (;;) Utilities.sleep(50); }
function look() { var c = SpreadsheetApp.getActive().getSheets()[0].getRange('A1'); return [c.getNote(), c.getBackground()]; }
`;

let rig: Rig;

/** Waits for something that will be so. */
async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 5));
}

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
  await until(() => Object.values(kept).every(({ length }) => length > 4));
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
}, 30_000);

test('each write that a script knows of survives a kill: flushed, read, set, drafted or sent', async () => {
  const witness = await startWitness();
  const [first, second] = ['First', 'Second'].map((name) =>
    rig.run('busy', witness.address, name).catch(() => null),
  );
  await until(() => witness.heard.length > 60);
  await rig.host.kill();
  await Promise.all([first, second]);
  witness.stop();
  await rig.restart();

  const { script } = await rig.host.properties('sheet');
  const mails = await rig.host.mail();
  const present = new Set([
    ...Object.keys(script).map((key) => `property ${key}`),
    ...mails.map(({ subject }) => `draft ${subject}`),
    ...mails.filter(({ state }) => state === 'sent').map(({ subject }) => `sent ${subject}`),
  ]);
  for (const name of ['First', 'Second']) {
    const { header, rows } = await rig.host.sheet(name);
    for (const cell of [header, ...rows].flat())
      present.add(`${name} cell ${JSON.stringify(cell)}`);
  }
  expect(witness.heard.filter((word) => !present.has(word))).toEqual([]);
  expect(new Set(mails.map(({ subject }) => subject)).size).toBe(mails.length);
});

test('what a script has not flushed when the host is killed is lost', async () => {
  const witness = await startWitness();
  const waiting = rig.run('waits', witness.address).catch(() => null);
  await until(() => witness.heard.length > 0);
  await rig.host.kill();
  await waiting;
  witness.stop();
  await rig.restart();
  expect((await rig.host.sheet('Sheet1')).header).toEqual([]);
});

test('a state that was kept can be gone back to, and going back survives a kill', async () => {
  await rig.value('note', 'before');
  await rig.value('row', 'first');
  await rig.value('draft', 'first');
  const now = await rig.host.clock();
  const id = await rig.host.snapshot();
  const state = async () => [
    await rig.host.sheet('Sheet1'),
    await rig.host.sheets(),
    (await rig.host.properties('sheet')).script,
    (await rig.host.mail()).map(({ subject, state }) => [subject, state]),
    await rig.value('look'),
    await rig.value('triggers'),
  ];
  const before = await state();
  for (let times = 0; times < 2; times += 1) {
    await rig.value('note', 'after');
    await rig.value('row', 'second');
    await rig.value('tab', 'Second');
    await rig.value('draft', 'second');
    await rig.value('trigger');
    await rig.host.edit({ sheet: 'Sheet1', sort: { column: 1, ascending: false } });
    await rig.host.moveClock({ advance: 'P1D' });
    await rig.host.restore(id);
    expect(await state()).toEqual(before);
    expect(Date.parse(await rig.host.clock()) - Date.parse(now)).toBeLessThan(60_000);
  }
  await rig.value('note', 'later');
  await rig.host.kill();
  await rig.restart();
  expect(Object.keys((await rig.host.properties('sheet')).script)).toEqual(['before', 'later']);
  await expect(rig.host.restore(id)).rejects.toThrow(/There is no snapshot/);
});

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
