import { startRig, type Rig } from './rig';

const code = `
function sheet() { return SpreadsheetApp.getActive().getSheetByName('Sheet1'); }
function clean() { var s = sheet(); s.clear(); s.getRange('A1:Z50').clearDataValidations(); }
function typed(values, format) {
  clean();
  var range = sheet().getRange(1, 1, values.length, 1);
  if (format) range.setNumberFormat(format);
  range.setValues(values.map(function (v) { return [v]; }));
  return range.getValues().map(function (row, at) {
    var v = row[0];
    return [v instanceof Date ? 'date ' + Utilities.formatDate(v, 'Asia/Taipei', 'yyyy-MM-dd HH:mm') : v,
      range.getDisplayValues()[at][0], range.getFormulas()[at][0]];
  });
}
function dates() {
  clean();
  var r = sheet().getRange('A1:A2');
  r.setValues([[new Date(2026, 10, 21, 10, 30)], [new Date(2026, 10, 21)]]);
  return [r.getValues()[0][0].getTime() === new Date(2026, 10, 21, 10, 30).getTime(), r.getDisplayValues(), r.getNumberFormats()];
}
function dateAsNumber() { clean(); var r = sheet().getRange('A1'); r.setValue(new Date(2026, 0, 1)).setNumberFormat('0'); return r.getValue(); }
function sizes(values) {
  clean(); sheet().getRange('A1').setValue('before');
  var message = '';
  try { sheet().getRange('A1:B3').setValues(values); } catch (e) { message = e.message; }
  return [message, sheet().getRange('A1').getValue()];
}
function empties() { clean(); var s = sheet(); return [s.getLastRow(), s.getLastColumn(), s.getRange('B2').getValue(), s.getDataRange().getA1Notation()]; }
function nothing() { clean(); var r = sheet().getRange('A1:C1'); r.setValues([['x', 'y', 'z']]); r.setValues([[null, undefined, '']]); return r.getValues(); }
function append() {
  clean(); var s = sheet();
  s.getRange('A1').setValue('head'); s.getRange('C4').setValue('low');
  s.appendRow(['next', 1]);
  s.getRange('A30').setBackground('red');
  s.appendRow(['after']);
  return [s.getRange('A5:B6').getValues(), s.getLastRow()];
}
function typedBySetValue(text) { clean(); var s = sheet(); s.getRange('A1').setValue(text); s.appendRow([text]); return s.getRange('A1:A2').getValues().map(function (row) { return row[0]; }); }
function appendGrows() { clean(); var s = sheet(); s.getRange(s.getMaxRows(), 1).setValue('end'); s.appendRow(['more']); return [s.getMaxRows(), s.getLastRow()]; }
function notation() {
  var s = sheet();
  return ['C5:B2', '5:7', 'B:B', 'A2:C', 'B3', "'Sheet1'!A1:B2"].map(function (a1) { return s.getRange(a1).getA1Notation(); });
}
function outside(kind) {
  var s = sheet();
  if (kind === 'row') s.getRange(0, 1);
  if (kind === 'column') s.getRange(1, 0);
  if (kind === 'rows') s.getRange(1, 1, 0);
  if (kind === 'columns') s.getRange(1, 1, 1, 0);
  if (kind === 'far') s.getRange(2000, 1);
  if (kind === 'words') s.getRange('hello world');
}
function formulas() {
  clean(); var r = sheet().getRange('A1:B1');
  r.setFormulas([['=SUM(C1:C9)', '']]);
  return [r.getFormulas(), r.getValues(), sheet().getLastColumn()];
}
function fill() { clean(); sheet().getRange('A1:B2').setValue(3); return sheet().getRange('A1:B2').getValues(); }
function objects() { clean(); var r = sheet().getRange('A1:D1'); r.setValues([[true, NaN, [1, 2], 1 / 3]]); return [r.getValues(), r.getDisplayValues()]; }
function checkboxes() { clean(); var r = sheet().getRange('A1:A2').insertCheckboxes(); sheet().getRange('A2').check(); return [r.getValues(), r.isChecked(), sheet().getRange('A2').isChecked(), sheet().getRange('A1').getDataValidation().getCriteriaType().toString()]; }
function sorted() {
  clean(); var s = sheet();
  s.getRange('A1:B5').setValues([['b', 1], ['', 2], ['A', 3], [10, 4], [true, 5]]);
  s.getRange('A1:B5').sort(1);
  var up = s.getRange('A1:B5').getValues();
  s.getRange('A1:B5').sort([{ column: 2, ascending: false }]);
  return [up, s.getRange('B1:B5').getValues().join()];
}
function copies() { clean(); var s = sheet(); s.getRange('A1:B1').setValues([['x', 2]]).setFontWeight('bold'); s.getRange('A1:B1').copyTo(s.getRange('A3')); s.getRange('A1:B1').copyTo(s.getRange('A4'), { contentsOnly: true }); return [s.getRange('A3:B4').getValues(), s.getRange('A3').getFontWeight(), s.getRange('A4').getFontWeight()]; }
function locale(name) { SpreadsheetApp.getActive().setSpreadsheetLocale(name); var v = typed(['31/12/2026']); SpreadsheetApp.getActive().setSpreadsheetLocale('en_US'); return v; }
function offsets() { var r = sheet().getRange('B2:C4'); return [r.offset(1, 1).getA1Notation(), r.offset(0, 0, 1).getA1Notation(), r.getCell(2, 2).getA1Notation(), r.getLastRow(), r.getLastColumn()]; }
`;

let rig: Rig;
beforeAll(async () => {
  rig = await startRig(code, { now: '2031-05-05T00:00:00Z' });
});
afterAll(() => rig.stop());

const typed = (values: unknown[], format = ''): Promise<unknown[][]> =>
  rig.value('typed', values, format);

test('text is read as if typed', async () => {
  expect(
    await typed(['007', '5%', 'TRUE', "'007", '=A1', '12.50', '$3.50', '1,234', 'x7']),
  ).toEqual([
    [7, '7', ''],
    [0.05, '5%', ''],
    [true, 'TRUE', ''],
    ['007', '007', ''],
    ['#N/A', '#N/A', '=A1'],
    [12.5, '12.5', ''],
    [3.5, '$3.50', ''],
    [1234, '1,234', ''],
    ['x7', 'x7', ''],
  ]);
});

test('setValue and appendRow read text as if typed too', async () => {
  expect(await rig.value('typedBySetValue', '007')).toEqual([7, 7]);
  expect(await rig.value('typedBySetValue', "'007")).toEqual(['007', '007']);
  expect(await rig.value('typedBySetValue', '=A9')).toEqual(['#N/A', '#N/A']);
});

test('typed dates and times become dates; one without a year is in the virtual year', async () => {
  expect(
    await typed(['1/2', '2026-11-21', '12/31/2025', '2026-11-21 10:20', '5 Jan 2026']),
  ).toEqual([
    ['date 2031-01-02 00:00', '1/2', ''],
    ['date 2026-11-21 00:00', '2026-11-21', ''],
    ['date 2025-12-31 00:00', '12/31/2025', ''],
    ['date 2026-11-21 10:20', '2026-11-21 10:20', ''],
    ['date 2026-01-05 00:00', '5 Jan 2026', ''],
  ]);
});

test('day and month stand as the locale has them', async () => {
  expect(await rig.value('locale', 'en_GB')).toEqual([
    ['date 2026-12-31 00:00', expect.any(String), ''],
  ]);
  expect(await rig.value('locale', 'en_US')).toEqual([['31/12/2026', '31/12/2026', '']]);
});

test('in a plain text cell everything stays as it was written', async () => {
  const texts = ['=1+1', '007', '+886912345678', '1/2', "'quoted", 'TRUE', '5%'];
  expect(await typed(texts, '@')).toEqual(texts.map((text) => [text, text, '']));
});

test('a leading plus is a number, not a formula', async () => {
  expect(await typed(['+886912345678'])).toEqual([[886912345678, '886912345678', '']]);
});

test('a Date is kept in the spreadsheet zone and shown by its format', async () => {
  expect(await rig.value('dates')).toEqual([
    true,
    [['11/21/2026 10:30:00'], ['11/21/2026']],
    [['M/d/yyyy H:mm:ss'], ['M/d/yyyy']],
  ]);
});

test('a date whose format is a number is read as its serial number', async () => {
  expect(await rig.value('dateAsNumber')).toBe(46023);
});

test('data of another size is refused before anything is written', async () => {
  expect(
    await rig.value('sizes', [
      ['a', 'b'],
      ['c', 'd'],
    ]),
  ).toEqual([
    'The number of rows in the data does not match the number of rows in the range. The data has 2 but the range has 3.',
    'before',
  ]);
  expect(await rig.value('sizes', [['a'], ['c'], ['d']])).toEqual([
    'The number of columns in the data does not match the number of columns in the range. The data has 1 but the range has 2.',
    'before',
  ]);
});

test('an empty sheet has last row 0 and empty cells read as empty text', async () => {
  expect(await rig.value('empties')).toEqual([0, 0, '', 'A1']);
});

test('null, undefined and empty text clear a cell', async () => {
  expect(await rig.value('nothing')).toEqual([['', '', '']]);
});

test('a row is appended below the last content, whatever is formatted further down', async () => {
  expect(await rig.value('append')).toEqual([
    [
      ['next', 1],
      ['after', ''],
    ],
    6,
  ]);
});

test('appending below the last row of the grid makes it larger', async () => {
  expect(await rig.value('appendGrows')).toEqual([1001, 1001]);
});

test('A1 notation is put in order, and open ranges stay open', async () => {
  expect(await rig.value('notation')).toEqual(['B2:C5', '5:7', 'B:B', 'A2:C', 'B3', 'A1:B2']);
});

test('ranges outside the sheet are refused in words', async () => {
  const messages: Record<string, string> = {
    row: 'The starting row of the range is too small.',
    column: 'The starting column of the range is too small.',
    rows: 'The number of rows in the range must be at least 1.',
    columns: 'The number of columns in the range must be at least 1.',
    far: 'The coordinates of the range are outside the dimensions of the sheet.',
    words: 'Range not found',
  };
  for (const [kind, message] of Object.entries(messages)) {
    expect(await rig.error('outside', kind)).toBe(message);
  }
});

test('a formula is kept word for word and has no value here', async () => {
  expect(await rig.value('formulas')).toEqual([[['=SUM(C1:C9)', '']], [['#N/A', '']], 1]);
});

test('setValue fills the whole range', async () => {
  expect(await rig.value('fill')).toEqual([
    [3, 3],
    [3, 3],
  ]);
});

test('odd values are kept as well as a cell can', async () => {
  expect(await rig.value('objects')).toEqual([
    [[true, '#NUM!', '1,2', 1 / 3]],
    [['TRUE', '#NUM!', '1,2', '0.3333333333']],
  ]);
});

test('checkboxes hold booleans', async () => {
  expect(await rig.value('checkboxes')).toEqual([[[false], [true]], null, true, 'CHECKBOX']);
});

test('sorting puts numbers first, then text, then booleans, and empty cells last', async () => {
  expect(await rig.value('sorted')).toEqual([
    [
      [10, 4],
      ['A', 3],
      ['b', 1],
      [true, 5],
      ['', 2],
    ],
    '5,4,3,2,1',
  ]);
});

test('copyTo copies all, or contents only', async () => {
  const rows = [
    ['x', 2],
    ['x', 2],
  ];
  expect(await rig.value('copies')).toEqual([rows, 'bold', 'normal']);
});

test('offset, getCell and the last row and column count from the range', async () => {
  expect(await rig.value('offsets')).toEqual(['C3:D5', 'B2:C2', 'C3', 4, 3]);
});
