import { startRig, type Rig } from './rig';

const code = `
function book() { return SpreadsheetApp.getActive(); }
function fresh() { var old = book().getSheetByName('Work'); var s = book().insertSheet(); if (old) book().deleteSheet(old); return s.setName('Work'); }
function fill(a1, values) { var s = fresh(); s.getRange(a1).setValues(values); return s; }
var Paste = function (name) { return SpreadsheetApp.CopyPasteType[name]; };
function pasting(name) {
  var s = fresh();
  var from = s.getRange('A1').setValue(5).setNumberFormat('0.00').setFontWeight('bold').setNote('n').setBorder(true, true, true, true, null, null)
    .setDataValidation(SpreadsheetApp.newDataValidation().requireNumberGreaterThan(1).build());
  s.setColumnWidth(1, 240);
  s.setConditionalFormatRules([SpreadsheetApp.newConditionalFormatRule().whenNumberGreaterThan(1).setBold(true).setRanges([from]).build()]);
  var to = s.getRange('C3');
  from.copyTo(to, Paste(name), false);
  var rule = s.getConditionalFormatRules()[0].getRanges().map(function (r) { return r.getA1Notation(); });
  return [to.getValue(), to.getNumberFormat(), to.getFontWeight(), to.getNote(), to.getDataValidation() !== null, s.getColumnWidth(3), rule.join()];
}
function pasteFormula() {
  var s = fresh();
  s.getRange('B2').setFormula('=SUM(A1:A2)+$A$1+A$1+$A1&"A1"&LOG10(B1)+Other!C3+SUM(C:C)+SUM(4:5)');
  s.getRange('B2').copyTo(s.getRange('C4'));
  s.getRange('A1').setFormula('=B2');
  s.getRange('B2').setFormula('=A1').copyTo(s.getRange('A1'));
  s.getRange('C4').copyTo(s.getRange('D9'), Paste('PASTE_VALUES'), false);
  return [s.getRange('C4').getFormula(), s.getRange('A1').getFormula(), s.getRange('D9').getFormula()];
}
function transposes() { var s = fill('A1:C2', [[1, 2, 3], [4, 5, 6]]); s.getRange('A1:B1').merge(); s.getRange('A1:C2').copyTo(s.getRange('E5'), Paste('PASTE_NORMAL'), true); return [s.getRange('E5:F7').getValues(), s.getRange('E5').getMergedRanges()[0].getA1Notation()]; }
function fillsTarget() { var s = fill('A1:B1', [['x', 'y']]); s.getRange('A1:B1').copyTo(s.getRange('A3:D5')); return s.getRange('A3:E6').getDisplayValues(); }
function intoRange() { var s = fill('A1:A2', [['x'], ['y']]); s.getRange('A1').setFontWeight('bold'); s.getRange('A1:A2').copyFormatToRange(s, 3, 3, 1, 2); s.getRange('A1:A2').copyValuesToRange(s.getSheetId(), 4, 4, 1, 2); return [s.getRange('C1').getFontWeight(), s.getRange('C1').getValue(), s.getRange('D1:D2').getValues(), s.getRange('D1').getFontWeight()]; }
function moves() { var s = fill('A1:B2', [[1, 2], [3, 4]]); s.getRange('A1').setNote('kept'); s.getRange('A1:B1').merge(); s.getRange('A1:B2').moveTo(s.getRange('B2')); return [s.getRange('A1:C3').getValues(), s.getRange('B2').getNote(), s.getRange('A1').getNote(), s.getRange('B2').getMergedRanges()[0].getA1Notation()]; }
function inserts() { var s = fill('A1:B3', [[1, 'a'], [2, 'b'], [3, 'c']]); s.getRange('A2').insertCells(SpreadsheetApp.Dimension.ROWS); var down = s.getRange('A1:B4').getValues(); s.getRange('A1').insertCells(SpreadsheetApp.Dimension.COLUMNS); return [down, s.getRange('A1:C1').getValues()]; }
function deletes() { var s = fill('A1:C3', [[1, 'a', 'x'], [2, 'b', 'y'], [3, 'c', 'z']]); s.getRange('A1').deleteCells(SpreadsheetApp.Dimension.ROWS); s.getRange('A1').deleteCells(SpreadsheetApp.Dimension.COLUMNS); return s.getRange('A1:C3').getValues(); }
function pushed() { var s = fresh(); s.getRange(1000, 1).setValue('end'); s.getRange('A1').insertCells(SpreadsheetApp.Dimension.ROWS); return [s.getMaxRows(), s.getLastRow()]; }
function series(values, to) {
  var s = fill('B2:B' + (1 + values.length), values.map(function (v) { return [v]; }));
  s.getRange('B2:B' + (1 + values.length)).autoFill(s.getRange(to), SpreadsheetApp.AutoFillSeries.DEFAULT_SERIES);
  return s.getRange(to).getDisplayValues().join();
}
function alternates() { var s = fill('A1:B1', [[1, 2]]); s.getRange('A1:B1').autoFill(s.getRange('A1:F1'), SpreadsheetApp.AutoFillSeries.ALTERNATE_SERIES); return s.getRange('A1:F1').getValues()[0]; }
function fillFormula() { var s = fill('A1:A3', [[1], [2], [3]]); s.getRange('B1').setFormula('=A1*2').setFontWeight('bold'); s.getRange('B1').autoFillToNeighbor(SpreadsheetApp.AutoFillSeries.DEFAULT_SERIES); return [s.getRange('B1:B4').getFormulas(), s.getRange('B3').getFontWeight()]; }
function badFill() { var s = fresh(); s.getRange('A1').autoFill(s.getRange('B2:B3'), SpreadsheetApp.AutoFillSeries.DEFAULT_SERIES); }
function duplicates(columns) { var s = fill('A1:B5', [['a', 1], ['A', 1], ['b', 1], ['a', 2], ['a', 1]]); var left = columns ? s.getRange('A1:B5').removeDuplicates(columns) : s.getRange('A1:B5').removeDuplicates(); return [left.getA1Notation(), s.getRange('A1:B5').getValues()]; }
function shuffles() { var s = fresh(); var rows = []; for (var i = 0; i < 50; i++) rows.push([i, 'r' + i]); var r = s.getRange('A1:B50').setValues(rows).randomize(); var now = r.getValues(); return [now.every(function (row) { return row[1] === 'r' + row[0]; }), now.map(String).sort().join('|') === rows.map(String).sort().join('|'), now.join() !== rows.join()]; }
function splits() { var s = fill('A1:A3', [['a,b, c'], ['d'], ['1,2']]); s.getRange('A1:A3').splitTextToColumns(); var first = s.getRange('A1:C3').getValues(); s.getRange('A1').setValue('x;y').splitTextToColumns(';'); s.getRange('A2').setValue('p q').splitTextToColumns(SpreadsheetApp.TextToColumnsDelimiter.SPACE); return [first, s.getRange('A1:B2').getValues()]; }
function trims() { var s = fill('A1:B1', [['  a   b ', 7]]); s.getRange('A1:B1').trimWhitespace(); return s.getRange('A1:B1').getValues()[0]; }
function regions() { var s = fill('B2:C3', [[1, ''], ['', 2]]); s.getRange('E2').setValue('apart'); return [s.getRange('B2').getDataRegion().getA1Notation(), s.getRange('C2').getDataRegion(SpreadsheetApp.Dimension.ROWS).getA1Notation(), s.getRange('G9').getDataRegion().getA1Notation()]; }
function edges() { var s = fill('A1:A5', [[1], [2], [''], [4], [5]]); var D = SpreadsheetApp.Direction; return ['A1', 'A2', 'A3', 'A5'].map(function (a1) { return s.getRange(a1).getNextDataCell(D.DOWN).getA1Notation(); }).concat(s.getRange('A5').getNextDataCell(D.UP).getA1Notation(), s.getRange('A1').getNextDataCell(D.NEXT).getA1Notation(), s.getRange('A1').getNextDataCell(D.PREVIOUS).getA1Notation()); }
function moveRows() { var s = fill('A1:A5', [['a'], ['b'], ['c'], ['d'], ['e']]); s.setRowHeight(1, 60); s.moveRows(s.getRange('1:2'), 5); var down = s.getRange('A1:A5').getValues().join(); var height = s.getRowHeight(3); s.moveRows(s.getRange('5:5'), 1); return [down, height, s.getRange('A1:A5').getValues().join()]; }
function moveColumns() { var s = fill('A1:D1', [['a', 'b', 'c', 'd']]); s.moveColumns(s.getRange('D:D'), 1); s.moveColumns(s.getRange('A:A'), 4); return s.getRange('A1:D1').getValues()[0].join(); }
function notation() { var s = fresh(); s.getRange('C3').setFormulaR1C1('=SUM(R1C[-1]:R[-1]C2)+RC[1]&"R1C1"'); return [s.getRange('C3').getFormula(), s.getRange('C3').getFormulaR1C1()]; }
function lists() { var s = fresh(); var list = s.getRangeList(['A1', 'C1:C2']); list.setValue('x').setFontWeight('bold').setBackground('red'); var read = [list.getRanges().length, s.getRange('C2').getValue(), s.getRange('C2').getFontWeight(), s.getRange('A1').getBackground()]; list.clear({ contentsOnly: true }); return read.concat(s.getRange('A1').getValue(), s.getRange('A1').getFontWeight()); }
`;

let rig: Rig;
beforeAll(async () => {
  rig = await startRig(code);
});
afterAll(() => rig.stop());

test.each([
  ['PASTE_NORMAL', [5, '0.00', 'bold', 'n', true, 100, 'A1,C3']],
  ['PASTE_NO_BORDERS', [5, '0.00', 'bold', 'n', true, 100, 'A1,C3']],
  ['PASTE_VALUES', [5, '0.###############', 'normal', '', false, 100, 'A1']],
  ['PASTE_FORMULA', [5, '0.###############', 'normal', '', false, 100, 'A1']],
  ['PASTE_FORMAT', ['', '0.00', 'bold', '', false, 100, 'A1,C3']],
  ['PASTE_DATA_VALIDATION', ['', '0.###############', 'normal', '', true, 100, 'A1']],
  ['PASTE_CONDITIONAL_FORMATTING', ['', '0.###############', 'normal', '', false, 100, 'A1,C3']],
  ['PASTE_COLUMN_WIDTHS', ['', '0.###############', 'normal', '', false, 240, 'A1']],
])('%s takes along just its part', async (name, expected) => {
  expect(await rig.value('pasting', name)).toEqual(expected);
});

test('a copied formula moves its relative references, and loses those that leave the sheet', async () => {
  expect(await rig.value('pasteFormula')).toEqual([
    '=SUM(B3:B4)+$A$1+B$1+$A3&"A1"&LOG10(C3)+Other!D5+SUM(D:D)+SUM(6:7)',
    '=#REF!',
    '',
  ]);
});

test('a transposed paste turns rows into columns, merged cells too', async () => {
  expect(await rig.value('transposes')).toEqual([
    [
      [1, 4],
      ['', 5],
      [3, 6],
    ],
    'E5:E6',
  ]);
});

test('a target that is a multiple of the source is filled with it', async () => {
  expect(await rig.value('fillsTarget')).toEqual([
    ...new Array<string[]>(3).fill(['x', 'y', 'x', 'y', '']),
    ['', '', '', '', ''],
  ]);
});

test('format and values are copied into a place told by its columns and rows', async () => {
  expect(await rig.value('intoRange')).toEqual(['bold', '', [['x'], ['y']], 'normal']);
});

test('moveTo takes content, notes and merged cells away and along', async () => {
  const [values, ...rest] = await rig.value<unknown[]>('moves');
  expect(values).toEqual([
    ['', '', ''],
    ['', 1, ''],
    ['', 3, 4],
  ]);
  expect(rest).toEqual(['kept', '', 'B2:C2']);
});

test('insertCells pushes only the cells of its columns or rows on', async () => {
  expect(await rig.value('inserts')).toEqual([
    [
      [1, 'a'],
      ['', 'b'],
      [2, 'c'],
      [3, ''],
    ],
    [['', 1, 'a']],
  ]);
});

test('deleteCells closes the gap from below or from the right', async () => {
  expect(await rig.value('deletes')).toEqual([
    ['a', 'x', ''],
    [3, 'b', 'y'],
    ['', 'c', 'z'],
  ]);
});

test('cells pushed over the edge make the tab larger', async () => {
  expect(await rig.value('pushed')).toEqual([1001, 1001]);
});

test('autoFill goes on by the step of numbers, days of dates and counting texts, and repeats the rest', async () => {
  expect(await rig.value('series', [1, 3], 'B2:B5')).toBe('1,3,5,7');
  expect(await rig.value('series', [4], 'B2:B4')).toBe('4,4,4');
  expect(await rig.value('series', ['2026-12-31'], 'B2:B4')).toBe(
    '2026-12-31,2027-01-01,2027-01-02',
  );
  expect(await rig.value('series', ['Item 9'], 'B2:B4')).toBe('Item 9,Item 10,Item 11');
  expect(await rig.value('series', ['a', 'b'], 'B2:B6')).toBe('a,b,a,b,a');
  expect(await rig.value('series', [5, 6], 'B1:B3')).toBe('4,5,6');
  expect(await rig.value('alternates')).toEqual([1, 2, 1, 2, 1, 2]);
});

test('autoFillToNeighbor goes down as far as the column beside, formulas moving along', async () => {
  expect(await rig.value('fillFormula')).toEqual([[['=A1*2'], ['=A2*2'], ['=A3*2'], ['']], 'bold']);
});

test('autoFill refuses a destination that does not extend the range in one direction', async () => {
  expect(await rig.error('badFill')).toBe(
    'AutoFill destination must contain the source range and extend it in one direction.',
  );
});

test('removeDuplicates keeps the first of each, whatever its case, and gives what is left', async () => {
  expect(await rig.value('duplicates')).toEqual([
    'A1:B3',
    [
      ['a', 1],
      ['b', 1],
      ['a', 2],
      ['', ''],
      ['', ''],
    ],
  ]);
  expect(await rig.value('duplicates', [1])).toEqual([
    'A1:B2',
    [
      ['a', 1],
      ['b', 1],
      ['', ''],
      ['', ''],
      ['', ''],
    ],
  ]);
});

test('randomize keeps rows whole', async () => {
  expect(await rig.value('shuffles')).toEqual([true, true, true]);
});

test('splitTextToColumns finds the delimiter or takes the one it is given', async () => {
  expect(await rig.value('splits')).toEqual([
    [
      ['a', 'b', 'c'],
      ['d', '', ''],
      [1, 2, ''],
    ],
    [
      ['x', 'y'],
      ['p', 'q'],
    ],
  ]);
});

test('trimWhitespace leaves one space between words, and numbers alone', async () => {
  expect(await rig.value('trims')).toEqual(['a b', 7]);
});

test('a data region grows over neighbours, corners too, until the cells around are empty', async () => {
  expect(await rig.value('regions')).toEqual(['B2:C3', 'C2:C3', 'G9']);
});

test('getNextDataCell stops at the end of a run, at the next filled cell, or at the edge', async () => {
  expect(await rig.value('edges')).toEqual(['A2', 'A4', 'A4', 'A1000', 'A4', 'Z1', 'A1']);
});

test('rows and columns are moved to before a place, with their sizes', async () => {
  expect(await rig.value('moveRows')).toEqual(['c,d,a,b,e', 60, 'e,c,d,a,b']);
  expect(await rig.value('moveColumns')).toBe('a,b,d,c');
});

test('R1C1 formulas are kept as A1 and read back', async () => {
  expect(await rig.value('notation')).toEqual([
    '=SUM(B$1:$B2)+D3&"R1C1"',
    '=SUM(R1C[-1]:R[-1]C2)+RC[1]&"R1C1"',
  ]);
});

test('a range list treats all its ranges alike', async () => {
  expect(await rig.value('lists')).toEqual([2, 'x', 'bold', '#ff0000', '', 'bold']);
});
