import { startRig, type Rig } from './rig';

const code = `
function book() { return SpreadsheetApp.getActive(); }
function names() { return book().getSheets().map(function (s) { return s.getName(); }); }
function fresh(name) { var old = book().getSheetByName(name); if (old) book().deleteSheet(old); return book().insertSheet(name); }
function tabs() {
  var out = [];
  book().insertSheet('One', 0); book().insertSheet('Two', 1); book().insertSheet();
  out.push(names());
  book().setActiveSheet(book().getSheetByName('Two')); book().moveActiveSheet(1);
  out.push(names());
  book().getSheetByName('One').setName('Uno');
  book().deleteSheet(book().getSheetByName('Two'));
  out.push(names(), book().getNumSheets(), book().getSheetByName('nobody'));
  return out;
}
function template() { var s = fresh('Model'); s.getRange('A1').setValue('kept').setBackground('#ff0000'); var c = book().insertSheet('Copy', 0, { template: s }); return [c.getRange('A1').getValue(), c.getRange('A1').getBackground(), c.getSheetId() !== s.getSheetId()]; }
function duplicate() { book().insertSheet('sheet1'); }
function duplicateName() { fresh('Other').setName('Sheet1'); }
function hideAll() { book().getSheets().forEach(function (s) { s.hideSheet(); }); }
function hides() { var s = fresh('Hidden'); s.hideSheet(); return [s.isSheetHidden(), s.showSheet().isSheetHidden()]; }
function deleteAll() { book().getSheets().forEach(function (s) { book().deleteSheet(s); }); }
function lines() {
  var s = fresh('Lines');
  s.getRange('A1:B3').setValues([['a', 1], ['b', 2], ['c', 3]]); s.getRange('A2').setNote('two').setBackground('#00ff00');
  s.insertRowAfter(1); s.insertColumnBefore(1); s.deleteRow(1);
  return [s.getDataRange().getValues(), s.getRange('B2').getNote(), s.getRange('B2').getBackground(), s.getMaxRows(), s.getMaxColumns()];
}
function inherits() { var s = fresh('Formats'); s.getRange('A2').setNumberFormat('@').setNote('n'); s.insertRowsAfter(2, 1); return [s.getRange('A3').getNumberFormat(), s.getRange('A3').getNote()]; }
function badDelete(kind) {
  var s = fresh('Small');
  if (kind === 'far') s.deleteRows(999, 5);
  if (kind === 'all') s.deleteRows(1, 1000);
  s.setFrozenRows(1);
  if (kind === 'frozen') s.deleteRows(2, 999);
}
function moving() {
  var s = fresh('Moving');
  s.getRange('A1:B3').setValues([['m', 'v'], ['a', 1], ['b', 2]]);
  s.insertChart(s.newChart().asColumnChart().addRange(s.getRange('A1:B3')).setPosition(1, 4, 0, 0).build());
  book().setNamedRange('Data', s.getRange('A2:B3'));
  s.setConditionalFormatRules([SpreadsheetApp.newConditionalFormatRule().whenNumberGreaterThan(1).setBackground('#ff0000').setRanges([s.getRange('B2:B3')]).build()]);
  s.getRange('A1:B1').protect().setWarningOnly(true);
  s.insertRowBefore(2);
  return [s.getCharts()[0].getRanges()[0].getA1Notation(), book().getRangeByName('Data').getA1Notation(),
    s.getConditionalFormatRules()[0].getRanges()[0].getA1Notation(), s.getProtections(SpreadsheetApp.ProtectionType.RANGE)[0].getRange().getA1Notation()];
}
function sizes() { var s = fresh('Sizes'); s.setColumnWidth(2, 240).setRowHeight(1, 40); s.hideColumns(3); s.insertColumnBefore(1); return [s.getColumnWidth(3), s.getColumnWidth(2), s.getRowHeight(1), s.isColumnHiddenByUser(4)]; }
function settings() { var s = fresh('Settings'); s.setFrozenRows(2); s.setFrozenColumns(1); s.setTabColor('#123456').setHiddenGridlines(true); return [s.getFrozenRows(), s.getFrozenColumns(), s.getTabColor(), s.hasHiddenGridlines()]; }
function spreadsheet() { book().rename('Ledger'); return [book().getName(), book().getSpreadsheetTimeZone(), book().getSpreadsheetLocale(), typeof book().getId()]; }
function people() { var b = book(); b.addEditor('ada@bakery.example').addEditors(['bo@bakery.example', Session.getEffectiveUser()]).addViewer('cy@bakery.example'); b.removeEditor('bo@bakery.example'); var mails = function (users) { return users.map(function (u) { return u.getEmail(); }); }; return [mails(b.getEditors()), mails(b.getViewers())]; }
function computing() { var b = book(); var before = [b.getRecalculationInterval().toString(), b.isIterativeCalculationEnabled(), b.getMaxIterativeCalculationCycles()]; b.setRecalculationInterval(SpreadsheetApp.RecalculationInterval.HOUR).setIterativeCalculationEnabled(true).setMaxIterativeCalculationCycles(9); return before.concat(b.getRecalculationInterval().toString(), b.isIterativeCalculationEnabled(), b.getMaxIterativeCalculationCycles()); }
function protections() {
  var s = fresh('Locked');
  var p = s.protect().setDescription('mine').setWarningOnly(true);
  s.getRange('A1:B2').protect().setDescription('part');
  var all = s.getProtections(SpreadsheetApp.ProtectionType.SHEET);
  var seen = [all.length, all[0].getDescription(), all[0].isWarningOnly(), s.getProtections(SpreadsheetApp.ProtectionType.RANGE)[0].getRange().getA1Notation()];
  p.remove();
  return seen.concat(s.getProtections(SpreadsheetApp.ProtectionType.SHEET).length);
}
function merges() { var s = fresh('Merged'); s.getRange('A1:B2').merge(); var m = s.getRange('A1').getMergedRanges()[0].getA1Notation(); s.getRange('A1:B2').breakApart(); return [m, s.getRange('A1').isPartOfMerge()]; }
function mergeContent() { var s = fresh('Content'); s.getRange('A1:B2').setValues([[1, 2], [3, 4]]).merge(); return s.getRange('A1:B2').getValues(); }
function cutMerge(how) { var s = fresh('Cut'); s.getRange('A1:B2').merge(); if (how === 'merge') s.getRange('B2:C3').merge(); else s.getRange('A1').breakApart(); }
function across() { var s = fresh('Across'); s.getRange('A1:B2').mergeAcross(); var rows = s.getRange('A1:B2').getMergedRanges().map(function (r) { return r.getA1Notation(); }); s.getRange('A1:B2').mergeVertically(); return [rows, s.getRange('A1:B2').getMergedRanges().map(function (r) { return r.getA1Notation(); })]; }
function unflushed() { var s = book().getSheetByName('Sheet1'); s.getRange('A1').setValue('waiting'); return UrlFetchApp.fetch(ScriptApp.getService().getUrl() + '?a=A1').getContentText(); }
function flushed() { var s = book().getSheetByName('Sheet1'); s.getRange('A1').setValue('shown'); SpreadsheetApp.flush(); return UrlFetchApp.fetch(ScriptApp.getService().getUrl() + '?a=A1').getContentText(); }
function doGet(e) { return ContentService.createTextOutput(String(book().getSheetByName('Sheet1').getRange(e.parameter.a).getValue())); }
`;

let rig: Rig;
beforeAll(async () => {
  rig = await startRig(code);
});
afterAll(() => rig.stop());

test('tabs are inserted, moved, renamed and deleted', async () => {
  expect(await rig.value('tabs')).toEqual([
    ['One', 'Two', 'Sheet4', 'Sheet1'],
    ['Two', 'One', 'Sheet4', 'Sheet1'],
    ['Uno', 'Sheet4', 'Sheet1'],
    3,
    null,
  ]);
});

test('a tab is made from a template', async () => {
  expect(await rig.value('template')).toEqual(['kept', '#ff0000', true]);
});

test('two tabs cannot have one name, whatever its case', async () => {
  expect(await rig.error('duplicate')).toBe(
    'A sheet with the name "sheet1" already exists. Please enter another name.',
  );
  expect(await rig.error('duplicateName')).toBe(
    'A sheet with the name "Sheet1" already exists. Please enter another name.',
  );
});

test('one tab stays, and one can be seen', async () => {
  expect(await rig.error('hideAll')).toBe("You can't hide all the sheets in a document.");
  expect(await rig.value('hides')).toEqual([true, false]);
  expect(await rig.error('deleteAll')).toMatch(/^You can't remove all the (visible )?sheets/);
  await rig.restartFresh();
});

test('content, notes and formats move with their rows and columns', async () => {
  expect(await rig.value('lines')).toEqual([
    [
      ['', '', ''],
      ['', 'b', 2],
      ['', 'c', 3],
    ],
    'two',
    '#00ff00',
    1000,
    27,
  ]);
});

test('a new row takes the format, not the note, of the one beside it', async () => {
  expect(await rig.value('inherits')).toEqual(['@', '']);
});

test('rows that are not there, all rows and all unfrozen rows cannot be deleted', async () => {
  expect(await rig.error('badDelete', 'far')).toBe('Those rows are out of bounds.');
  expect(await rig.error('badDelete', 'all')).toBe("You can't delete all the rows on the sheet.");
  expect(await rig.error('badDelete', 'frozen')).toBe(
    'Sorry, it is not possible to delete all non-frozen rows.',
  );
});

test('charts, named ranges, rules and protections follow an inserted row', async () => {
  expect(await rig.value('moving')).toEqual(['A1:B4', 'A3:B4', 'B3:B4', 'A1:B1']);
});

test('widths, heights and hidden columns are kept and move along', async () => {
  expect(await rig.value('sizes')).toEqual([240, 100, 40, true]);
});

test('frozen lines, tab colour and gridlines are kept', async () => {
  expect(await rig.value('settings')).toEqual([2, 1, '#123456', true]);
});

test('the spreadsheet has a name, a zone from the manifest and a locale', async () => {
  expect(await rig.value('spreadsheet')).toEqual(['Ledger', 'Asia/Taipei', 'en_US', 'string']);
});

test('editors and viewers are kept; the owner is always one of them', async () => {
  const owner = 'owner@freelancer.example';
  expect(await rig.value('people')).toEqual([
    [owner, 'ada@bakery.example'],
    [owner, 'ada@bakery.example', 'cy@bakery.example'],
  ]);
});

test('settings of computing are kept, though nothing is computed', async () => {
  expect(await rig.value('computing')).toEqual(['ON_CHANGE', false, 50, 'HOUR', true, 9]);
});

test('protections are listed by type and removed', async () => {
  expect(await rig.value('protections')).toEqual([1, 'mine', true, 'A1:B2', 0]);
});

test('merged cells are known and can be parted', async () => {
  expect(await rig.value('merges')).toEqual(['A1:B2', false]);
});

test('of merged cells the first keeps its content', async () => {
  expect(await rig.value('mergeContent')).toEqual([
    [1, ''],
    ['', ''],
  ]);
});

test('part of a merged block can be neither merged nor parted', async () => {
  const refusal = 'You must select all cells in a merged range to merge or unmerge them.';
  expect(await rig.error('cutMerge', 'merge')).toBe(refusal);
  expect(await rig.error('cutMerge', 'part')).toBe(refusal);
});

test('cells are merged row by row or column by column', async () => {
  expect(await rig.value('across')).toEqual([
    ['A1:B1', 'A2:B2'],
    ['A1:A2', 'B1:B2'],
  ]);
});

test('others see what was written after a flush, not before', async () => {
  expect(await rig.value('flushed')).toBe('shown');
  expect(await rig.value('unflushed')).toBe('shown');
  expect((await rig.host.sheet('Sheet1')).header).toEqual(['waiting']);
});
