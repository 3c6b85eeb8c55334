import { startRig, type Rig } from './rig';

const code = `
function sheet() { return SpreadsheetApp.getActive().getSheetByName('Sheet1'); }
function looks() {
  var r = sheet().getRange('A1:B2');
  r.setBackgrounds([['red', '#0F0'], [null, 'white']]).setFontWeight('bold').setFontColor('#123456')
    .setFontSize(14).setFontFamily('Lora').setHorizontalAlignment('center').setVerticalAlignment('top')
    .setWrapStrategy(SpreadsheetApp.WrapStrategy.CLIP).setNotes([['n', ''], ['', null]]).setNumberFormats([['0.00', '@'], ['0%', 'General']]);
  var c = sheet().getRange('A1');
  return [r.getBackgrounds(), c.getFontWeight(), c.getFontSize(), c.getFontFamily(),
    c.getHorizontalAlignment(), c.getVerticalAlignment(), c.getWrapStrategy() === SpreadsheetApp.WrapStrategy.CLIP,
    r.getNotes(), r.getNumberFormats()];
}
function plain() { var c = sheet().getRange('Z99'); return [c.getBackground(), c.getFontWeight(), c.getFontSize(), c.getFontFamily(), c.getHorizontalAlignment(), c.getVerticalAlignment(), c.getWrap(), c.getNote(), c.getNumberFormat()]; }
function badColour() { var c = sheet().getRange('C1').setBackground('#abcdef'); c.setBackground('no such colour'); return c.getBackground(); }
function badSize() { sheet().getRange('A1:B2').setBackgrounds([['red']]); }
function clearing() {
  var c = sheet().getRange('D1').setValue(5).setBackground('red').setNote('n').setDataValidation(SpreadsheetApp.newDataValidation().requireNumberGreaterThan(1).build());
  var seen = [];
  c.clearFormat(); seen.push([c.getValue(), c.getBackground(), c.getNote(), c.getDataValidation() !== null]);
  c.clear(); seen.push([c.getValue(), c.getNote(), c.getDataValidation() !== null]);
  c.clear({ validationsOnly: true, commentsOnly: true }); seen.push([c.getNote(), c.getDataValidation()]);
  return seen;
}
function validation() {
  var source = sheet().getRange('F1:F3');
  var rules = [
    SpreadsheetApp.newDataValidation().requireValueInList(['a', 'b'], false).setAllowInvalid(false).setHelpText('a or b').build(),
    SpreadsheetApp.newDataValidation().requireValueInRange(source).build(),
    SpreadsheetApp.newDataValidation().requireDateAfter(new Date(2026, 0, 1)).build(),
  ];
  var r = sheet().getRange('E1:G1').setDataValidations([rules]);
  var back = r.getDataValidations()[0];
  return [back[0].getCriteriaType().toString(), back[0].getCriteriaValues(), back[0].getAllowInvalid(), back[0].getHelpText(),
    back[1].getCriteriaValues()[0].getA1Notation(), back[2].getCriteriaValues()[0] instanceof Date,
    back[0].copy().setAllowInvalid(true).build().getAllowInvalid(), r.clearDataValidations().getDataValidation()];
}
function conditional() {
  var s = sheet();
  var rule = SpreadsheetApp.newConditionalFormatRule().whenTextContains('late').setBackground('#ff0000').setBold(true).setRanges([s.getRange('A1:A9')]).build();
  var custom = SpreadsheetApp.newConditionalFormatRule().whenFormulaSatisfied('=A1>B1').setFontColor('#00ff00').setRanges([s.getRange('B1:B9')]).build();
  s.setConditionalFormatRules([rule, custom]);
  var back = s.getConditionalFormatRules();
  var c = back[0].getBooleanCondition();
  s.setConditionalFormatRules([back[1].copy().setItalic(true).build()]);
  var left = s.getConditionalFormatRules();
  return [back.length, c.getCriteriaType().toString(), c.getCriteriaValues(), c.getBackground(), c.getBold(), c.getItalic(), back[0].getRanges()[0].getA1Notation(), left.length, left[0].getBooleanCondition().getItalic()];
}
function ruleless() { SpreadsheetApp.newConditionalFormatRule().whenCellEmpty().build(); }
function charts() {
  var s = sheet();
  s.getRange('J1:K3').setValues([['Month', 'Earned'], ['Jan', 1], ['Feb', 2]]);
  var builder = s.newChart();
  var before = typeof builder.setTitle;
  var chart = builder.asColumnChart().addRange(s.getRange('J1:K3')).setTitle('Earned').setStacked().setColors(['#111111']).setXAxisTitle('Month').setNumHeaders(1).setPosition(2, 3, 4, 5).build();
  s.insertChart(chart);
  var inserted = s.getCharts()[0];
  var id = inserted.getChartId();
  s.updateChart(inserted.modify().asBarChart().setTitle('Changed').setPosition(9, 9, 0, 0).build());
  var after = s.getCharts();
  return [before, chart.getChartId(), typeof id, after.length, after[0].getChartId() === id, after[0].getOptions().get('title'), after[0].getContainerInfo().getAnchorRow(), after[0].getRanges()[0].getA1Notation()];
}
function dropChart() { var s = sheet(); s.getCharts().forEach(function (c) { s.removeChart(c); }); return s.getCharts().length; }
function unknownChart() { var s = sheet(); s.updateChart(s.newChart().asPieChart().addRange(s.getRange('A1')).build()); }
`;

let rig: Rig;
beforeAll(async () => {
  rig = await startRig(code);
});
afterAll(() => rig.stop());

test('formats and notes are kept cell by cell', async () => {
  expect(await rig.value('looks')).toEqual([
    [
      ['#ff0000', '#00ff00'],
      ['#ffffff', '#ffffff'],
    ],
    'bold',
    14,
    'Lora',
    'center',
    'top',
    true,
    [
      ['n', ''],
      ['', ''],
    ],
    [
      ['0.00', '@'],
      ['0%', 'General'],
    ],
  ]);
});

test('an untouched cell has the usual looks', async () => {
  const looks = ['#ffffff', 'normal', 10, 'Arial', 'general', 'bottom', false, ''];
  expect(await rig.value('plain')).toEqual([...looks, '0.###############']);
});

test('a bad colour is silently passed over', async () => {
  expect(await rig.value('badColour')).toBe('#abcdef');
});

test('looks of another size than the range are refused', async () => {
  expect(await rig.error('badSize')).toMatch(/^The number of rows in the data does not match/);
});

test('clear takes content and format, and leaves notes and validation unless told', async () => {
  expect(await rig.value('clearing')).toEqual([
    [5, '#ffffff', 'n', true],
    ['', 'n', true],
    ['', null],
  ]);
});

test('validation rules come back as they were set', async () => {
  expect(await rig.value('validation')).toEqual([
    'VALUE_IN_LIST',
    [['a', 'b'], false],
    false,
    'a or b',
    'F1:F3',
    true,
    true,
    null,
  ]);
});

test('setConditionalFormatRules replaces all rules', async () => {
  expect(await rig.value('conditional')).toEqual([
    2,
    'TEXT_CONTAINS',
    ['late'],
    '#ff0000',
    true,
    null,
    'A1:A9',
    1,
    true,
  ]);
  expect(await rig.error('ruleless')).toBe(
    'A conditional format rule must have at least one range.',
  );
});

test('a chart has no setTitle before its type, and keeps its id when it is updated', async () => {
  expect(await rig.value('charts')).toEqual([
    'undefined',
    null,
    'number',
    1,
    true,
    'Changed',
    9,
    'J1:K3',
  ]);
});

test('the control interface shows charts with their data', async () => {
  expect(await rig.host.charts()).toMatchObject([
    {
      sheet: 'Sheet1',
      type: 'BAR',
      title: 'Changed',
      ranges: ['Sheet1!J1:K3'],
      data: [
        ['Month', 'Earned'],
        ['Jan', 1],
        ['Feb', 2],
      ],
    },
  ]);
});

test('a chart is removed, and an unknown one cannot be updated', async () => {
  expect(await rig.value('dropChart')).toBe(0);
  expect(await rig.error('unknownChart')).toMatch(/^Cannot update a chart/);
});
