import { startRig, type Rig } from './rig';

const code = `
function sheet() { return SpreadsheetApp.getActive().getSheetByName('Clients'); }
function setUp() {
  var s = SpreadsheetApp.getActive().getSheets()[0].setName('Clients');
  s.getRange('A1:D1').setValues([['Name', 'Code', 'Since', 'Fee']]); s.setFrozenRows(1);
  s.getRange('B2:B1000').setNumberFormat('@'); s.getRange('C2:C1000').setNumberFormat('yyyy-mm-dd');
  s.getRange('A2:D3').setValues([['Ada', '007', new Date(2026, 0, 5), 12.5], ['Ben', '=1+1', '', '']]);
  SpreadsheetApp.getActive().insertSheet('_notes').hideSheet();
}
function onEdit(e) { console.log(e.range.getA1Notation()); }
function add(a, b) { return a + b; }
function nothing() {}
`;

let rig: Rig;
beforeAll(async () => {
  rig = await startRig(code);
  await rig.value('setUp');
});
afterAll(() => rig.stop());

const ask = async (method: string, path: string, body?: unknown): Promise<[number, unknown]> => {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const init = { method, ...(body === undefined ? {} : { body: text }) };
  const response = await fetch(`${rig.host.address}${path}`, init);
  return [response.status, await response.json()];
};

test('a run tells its result, log, time and calls', async () => {
  const [status, answer] = await ask('POST', '/host/run', {
    project: 'sheet',
    function: 'add',
    args: [1, 2],
  });
  expect([status, answer]).toEqual([
    200,
    {
      ok: true,
      result: 3,
      n: expect.any(Number) as number,
      log: [],
      ms: expect.any(Number) as number,
      calls: {},
    },
  ]);
  expect((await rig.run('nothing')).result).toBeNull();
});

test('tabs are listed with their size, hidden ones too', async () => {
  expect(await rig.host.sheets()).toEqual([
    { name: 'Clients', rows: 1000, columns: 26, hidden: false },
    { name: '_notes', rows: 1000, columns: 26, hidden: true },
  ]);
});

test('a tab is read raw as JSON and as shown in CSV', async () => {
  expect(await rig.host.sheet('Clients')).toEqual({
    header: ['Name', 'Code', 'Since', 'Fee'],
    rows: [
      ['Ada', '007', { date: '2026-01-04T16:00:00.000Z' }, 12.5],
      ['Ben', '=1+1', '', ''],
    ],
  });
  expect(await rig.host.csv('Clients')).toBe(
    'Name,Code,Since,Fee\r\nAda,007,2026-01-05,12.5\r\nBen,=1+1,,\r\n',
  );
  expect(await rig.host.csv('_notes')).toBe('');
});

test('a CSV replaces the rows below the header by name, like one paste', async () => {
  const runs = await rig.host.putCsv(
    'Clients',
    'Fee,Name,Code\n7%,"Cleo, the 3rd",0042\nTRUE,Dan,1/2\n',
  );
  expect(runs.map((run) => run.log[0])).toEqual(['A2:D3']);
  expect((await rig.host.sheet('Clients')).rows).toEqual([
    ['Cleo, the 3rd', '0042', '', 0.07],
    ['Dan', '1/2', '', true],
  ]);
  const [status, answer] = await ask('PUT', '/host/sheets/Clients.csv', 'Name,Colour\nx,y\n');
  expect([status, JSON.stringify(answer)]).toEqual([
    400,
    expect.stringContaining('no column Colour'),
  ]);
});

test('a person types, sorts, inserts and deletes', async () => {
  await rig.host.putCsv('Clients', 'Name,Fee\nb,2\nc,1\na,3\n');
  const names = async (): Promise<unknown[]> =>
    (await rig.host.sheet('Clients')).rows.map(([name]) => name);
  await rig.host.edit({ sheet: 'Clients', sort: { column: 'Name', ascending: true } });
  expect(await names()).toEqual(['a', 'b', 'c']);
  await rig.host.edit({ sheet: 'Clients', sort: { column: 4, ascending: false } });
  expect(await names()).toEqual(['a', 'b', 'c']);
  await rig.host.edit({ sheet: 'Clients', insertRow: 3 });
  expect(await names()).toEqual(['a', '', 'b', 'c']);
  await rig.host.edit({ sheet: 'Clients', deleteRow: 2 });
  expect(await names()).toEqual(['', 'b', 'c']);
  const [run] = await rig.host.edit({ sheet: 'Clients', a1: 'A2:A3', value: [['x'], ['y']] });
  expect(run?.log).toEqual(['A2:A3']);
  expect(await names()).toEqual(['x', 'y', 'c']);
});

test('executions are listed from a number on', async () => {
  const { n } = await rig.run('add', 1, 2);
  await rig.run('missing');
  expect(await rig.host.executions(n)).toMatchObject([
    { n: n + 1, project: 'sheet', function: 'missing', cause: 'run', ok: false, calls: {} },
  ]);
});

test('what cannot be done is refused with a sentence', async () => {
  const refusals: [method: string, path: string, body: unknown, status: number, words: string][] = [
    ['POST', '/host/run', { project: 'nope', function: 'x' }, 404, 'no project \\"nope\\"'],
    ['POST', '/host/run', 'not json', 400, 'no JSON'],
    ['GET', '/host/sheets/Nope.json', undefined, 404, 'no tab named'],
    ['POST', '/host/edit', { sheet: 'Nope', a1: 'A1', value: 1 }, 400, 'no tab named'],
    ['POST', '/host/edit', { sheet: 'Clients', a1: '??', value: 1 }, 400, 'no range'],
    ['POST', '/host/edit', { sheet: 'Clients', deleteRow: 99999 }, 400, 'no line 99999'],
    ['POST', '/host/clock', { advance: 'soon' }, 400, 'The clock takes'],
    ['GET', '/host/mail/none.eml', undefined, 404, 'no message none'],
    ['PUT', '/host/routes', { a: 'nowhere' }, 400, 'leads to no address'],
    ['GET', '/host/nothing', undefined, 404, 'nothing here'],
    ['DELETE', '/host/run', undefined, 405, 'DELETE is not for'],
  ];
  for (const [method, path, body, status, words] of refusals) {
    const [given, answer] = await ask(method, path, body);
    expect([path, given, JSON.stringify(answer)]).toEqual([
      path,
      status,
      expect.stringContaining(words),
    ]);
  }
});

test('pages of other sites may not use the control interface', async () => {
  const send = async (headers: Record<string, string>): Promise<number> => {
    const init = { method: 'POST', headers, body: '{"project":"sheet","function":"nothing"}' };
    return (await fetch(`${rig.host.address}/host/run`, init)).status;
  };
  expect(await send({ Origin: 'https://evil.example' })).toBe(403);
  expect(await send({ Origin: rig.host.address })).toBe(200);
  expect(await send({})).toBe(200);
});
