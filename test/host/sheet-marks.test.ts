import type { RowsView, TabView } from '../../host/shared/view';
import { startRig, type Rig } from './rig';

const code = `
function book() { return SpreadsheetApp.getActive(); }
function fresh() { var old = book().getSheetByName('Work'); var s = book().insertSheet(); if (old) book().deleteSheet(old); return s.setName('Work'); }
function a1(ranges) { return ranges.map(function (r) { return r.getA1Notation(); }); }
function bands() {
  var s = fresh();
  var b = s.getRange('A1:C6').applyRowBanding(SpreadsheetApp.BandingTheme.BLUE, true, true);
  b.setFirstRowColor('#eeeeee').setSecondRowColor('no colour');
  var seen = [b.getHeaderRowColor(), b.getFirstRowColor(), b.getSecondRowColor() === null, b.getFooterRowColor() !== null, b.getHeaderColumnColor(), s.getRange('A1').getBackground()];
  s.insertRowBefore(1);
  var copy = b.copyTo(s.getRange('E1:F9'));
  seen.push(a1(s.getBandings().map(function (one) { return one.getRange(); })), s.getRange('B3').getBandings().length);
  copy.setHeaderRowColor(null).remove();
  return seen.concat(s.getBandings().length, book().getBandings().length);
}
function bandedTwice() { var s = fresh(); s.getRange('A1:B4').applyRowBanding(); s.getRange('B2:C9').applyColumnBanding(); }
function bandedView() { var s = fresh(); s.getRange('A1:B4').applyRowBanding(SpreadsheetApp.BandingTheme.GREEN, true, false); s.getRange('B3').setBackground('#123456'); return s.getSheetId(); }
function scales() {
  var s = fresh(); s.getRange('A1:A4').setValues([[0], [5], [10], ['text']]);
  s.setConditionalFormatRules([SpreadsheetApp.newConditionalFormatRule().setGradientMinpoint('#000000').setGradientMidpointWithValue('#ff0000', SpreadsheetApp.InterpolationType.PERCENT, '50').setGradientMaxpoint('#ffffff').setRanges([s.getRange('A1:A4')]).build()]);
  var g = s.getConditionalFormatRules()[0].getGradientCondition();
  return [s.getSheetId(), g.getMinColor(), g.getMinType().toString(), g.getMidType().toString(), g.getMidValue(), g.getMaxColor(), s.getConditionalFormatRules()[0].getBooleanCondition()];
}
function halfScale() { SpreadsheetApp.newConditionalFormatRule().setGradientMinpoint('#000000').setRanges([fresh().getRange('A1')]).build(); }
function relative() { var s = fresh(); var rule = SpreadsheetApp.newConditionalFormatRule().whenDateAfter(SpreadsheetApp.RelativeDate.TODAY).setBold(true).setRanges([s.getRange('A1')]).build().getBooleanCondition(); return [rule.getCriteriaType().toString(), rule.getCriteriaValues()[0].toString()]; }
function filters() {
  var s = fresh(); s.getRange('B2:C6').setValues([['Name', 'Stage'], ['c', 'open'], ['a', 'shut'], ['b', 'open'], ['d', 7]]);
  var f = s.getRange('B2:C6').createFilter();
  f.setColumnFilterCriteria(3, SpreadsheetApp.newFilterCriteria().setHiddenValues(['shut']).build());
  var hidden = function () { return [2, 3, 4, 5, 6].filter(function (row) { return s.isRowHiddenByFilter(row); }); };
  var seen = [hidden()];
  f.setColumnFilterCriteria(2, SpreadsheetApp.newFilterCriteria().whenTextEqualTo('b').build()); seen.push(hidden());
  var c = f.getColumnFilterCriteria(2); seen.push([c.getCriteriaType().toString(), c.getCriteriaValues()[0], f.getColumnFilterCriteria(3).getHiddenValues()]);
  f.removeColumnFilterCriteria(2).removeColumnFilterCriteria(3); seen.push(hidden());
  f.sort(2, true); seen.push(s.getRange('B2:B6').getValues().join());
  seen.push(s.getFilter().getRange().getA1Notation(), f.getColumnFilterCriteria(2));
  f.remove(); return seen.concat(s.getFilter());
}
function twoFilters() { var s = fresh(); s.getRange('A1:B2').createFilter(); s.getRange('D1:E2').createFilter(); }
function groups() {
  var s = fresh();
  s.getRange('2:6').shiftRowGroupDepth(1); s.getRange('3:4').shiftRowGroupDepth(1);
  var g = s.getRowGroup(2, 1), inner = s.getRowGroup(3, 2);
  var seen = [s.getRowGroupDepth(2), s.getRowGroupDepth(3), s.getRowGroupDepth(7), g.getRange().getA1Notation(), inner.getRange().getA1Notation(), g.getControlIndex()];
  inner.collapse(); seen.push(s.isRowHiddenByUser(3), s.isRowHiddenByUser(2), inner.isCollapsed());
  s.insertRowBefore(1); seen.push(s.isRowHiddenByUser(4), s.isRowHiddenByUser(3));
  s.expandAllRowGroups(); seen.push(s.isRowHiddenByUser(4));
  s.setRowGroupControlPosition(SpreadsheetApp.GroupControlTogglePosition.AFTER);
  seen.push(s.getRowGroup(3, 1).getControlIndex(), s.getRowGroupControlPosition().toString());
  s.collapseAllRowGroups(); s.expandRowGroupsUpToDepth(1); seen.push(s.isRowHiddenByUser(3), s.isRowHiddenByUser(4));
  s.getRowGroup(3, 1).remove(); seen.push(s.getRowGroupDepth(3), s.getRowGroupDepth(4));
  s.getRange('B:C').shiftColumnGroupDepth(1).collapseGroups(); seen.push(s.isColumnHiddenByUser(2), s.getColumnGroupDepth(2));
  return seen;
}
function noGroup() { fresh().getRowGroup(5, 1); }
function metadata() {
  var s = fresh();
  book().addDeveloperMetadata('version', '3'); s.addDeveloperMetadata('kind', 'ledger', SpreadsheetApp.DeveloperMetadataVisibility.PROJECT);
  s.getRange('2:2').addDeveloperMetadata('head'); s.getRange('C:C').addDeveloperMetadata('money');
  s.insertRowBefore(1);
  var row = s.createDeveloperMetadataFinder().withKey('head').find()[0];
  var seen = [book().getDeveloperMetadata().map(function (m) { return m.getKey() + m.getValue(); }), s.getDeveloperMetadata()[0].getVisibility().toString(), row.getLocation().getRow().getA1Notation(), row.getLocation().getLocationType().toString(), row.getValue(),
    book().createDeveloperMetadataFinder().find().length, s.getRange('A1:D5').createDeveloperMetadataFinder().find().length, s.getRange('A1:D5').createDeveloperMetadataFinder().onIntersectingLocations().find().length, s.getRange('3:3').getDeveloperMetadata().length];
  row.setValue('top').moveToSheet(s); seen.push(s.getDeveloperMetadata().length);
  book().createDeveloperMetadataFinder().find().forEach(function (m) { m.remove(); });
  return seen.concat(book().createDeveloperMetadataFinder().find().length);
}
function metadataOnBlock() { fresh().getRange('A1:B2').addDeveloperMetadata('x'); }
function namedProtection() { var s = fresh(); book().setNamedRange('Rates', s.getRange('B2:B5')); var p = s.getRange('A1').protect().setRangeName('Rates'); var seen = [p.getRange().getA1Notation(), p.getRangeName()]; book().removeNamedRange('Rates'); return seen; }
function selecting() { var s = fresh(); s.getRange('A1:A3').setValues([[1], [2], [3]]); s.activate(); s.getRange('A1').activate(); return [s.getSelection().getNextDataRange(SpreadsheetApp.Direction.DOWN).getA1Notation(), a1(SpreadsheetApp.getActiveRangeList().getRanges()), a1(s.getRangeList(['A1', 'B2:C3']).activate().getRanges()), s.getActiveRange().getA1Notation()]; }
function styledChart() {
  var s = fresh(); s.getRange('A1:B3').setValues([['x', 'y'], ['a', 1], ['b', 2]]);
  var style = Charts.newTextStyle().setColor('#ff0000').setFontSize(20).build();
  var kinds = ['asAreaChart', 'asBarChart', 'asColumnChart', 'asComboChart', 'asHistogramChart', 'asLineChart', 'asPieChart', 'asScatterChart', 'asTableChart'];
  kinds.forEach(function (kind) { s.insertChart(s.newChart()[kind]().addRange(s.getRange('A1:B3')).setOption('title', '<b>' + kind).setNumHeaders(1).setPosition(5, 1, 0, 0).build()); });
  var c = s.newChart().asColumnChart().addRange(s.getRange('A1:B3')).setTitleTextStyle(style).setYAxisTextStyle(style).build();
  return [s.getSheetId(), s.getCharts().map(function (one) { return one.getChartId(); }), c.getOptions().get('titleTextStyle').color];
}
function relativeDates() {
  var s = fresh(); var day = function (n) { var d = new Date(); d.setDate(d.getDate() + n); return [d]; };
  s.getRange('A1:A4').setValues([day(0), day(1), day(-3), day(-40)]);
  var R = SpreadsheetApp.RelativeDate; var paint = function (rule, color) { return rule.setFontColor(color).setRanges([s.getRange('A1:A4')]).build(); };
  var rule = function () { return SpreadsheetApp.newConditionalFormatRule(); };
  s.setConditionalFormatRules([paint(rule().whenDateEqualTo(R.TODAY), '#111111'), paint(rule().whenDateAfter(R.TODAY), '#222222'), paint(rule().whenDateEqualTo(R.PAST_WEEK), '#333333'), paint(rule().whenDateBefore(R.YESTERDAY), '#444444')]);
  return s.getSheetId();
}
function marked() {
  var s = fresh().setName('Marked');
  s.getRange('A1:B3').applyRowBanding(); s.getRange('A1:B3').createFilter(); s.getRange('2:3').shiftRowGroupDepth(1); s.addDeveloperMetadata('kind');
  s.getRange('D1').setRichTextValue(SpreadsheetApp.newRichTextValue().setText('link').setLinkUrl('https://shop.example/').build());
}
function marks() { var s = book().getSheetByName('Marked'); return [s.getBandings().length, s.getFilter() !== null, s.getRowGroupDepth(2), s.getDeveloperMetadata().length, s.getRange('D1').getRichTextValue().getLinkUrl()]; }
function looksFor() {
  var s = fresh();
  s.getRange('A1').setRichTextValue(SpreadsheetApp.newRichTextValue().setText('a link').setLinkUrl(2, 6, 'https://shop.example/').build());
  s.getRange('B1').setValue(1).setBorder(true, null, null, null, null, null, '#ff0000', SpreadsheetApp.BorderStyle.DASHED);
  s.getRange('B1').copyTo(s.getRange('C1'), SpreadsheetApp.CopyPasteType.PASTE_NO_BORDERS, false);
  s.getRange('D1').setTextRotation(90); s.getRange('D1').setValue('turned text');
  return s.getSheetId();
}
`;

let rig: Rig;
beforeAll(async () => {
  rig = await startRig(code);
});
afterAll(() => rig.stop());

async function view<View>(path: string): Promise<View> {
  const response = await fetch(`${rig.host.address}/host/ui/tabs/${path}`);
  return (await response.json()) as View;
}

/** The looks and texts of a tab's first rows, as the page draws them. */
async function shown(id: number): Promise<(Record<string, unknown> | undefined)[][]> {
  const { rows, looks } = await view<RowsView>(`${id}/rows?from=1&to=6`);
  return rows.map((row) =>
    row.map((cell) => (cell ? { ...looks[cell.look], ...cell } : undefined)),
  );
}

test('alternating colours follow their rows, and leave the cells’ own colours alone', async () => {
  expect(await rig.value('bands')).toEqual([
    '#5b95f9',
    '#eeeeee',
    false,
    true,
    null,
    '#ffffff',
    ['A2:C7', 'E1:F9'],
    1,
    1,
    1,
  ]);
});

test('a block that has alternating colours takes no others', async () => {
  expect(await rig.error('bandedTwice')).toMatch(/^You cannot add alternating background colors/);
});

test('the page shows header, first and second colour, under a cell’s own', async () => {
  const rows = await shown(await rig.value<number>('bandedView'));
  const column = (at: number): unknown[] => rows.slice(0, 4).map((row) => row[at]?.background);
  expect(column(0)).toEqual(['#63d297', '#ffffff', '#e7f9ef', '#ffffff']);
  expect(column(1)).toEqual(['#63d297', '#ffffff', '#123456', '#ffffff']);
});

test('a gradient rule reads back, and the page mixes its colours by the numbers', async () => {
  const [id, ...condition] = await rig.value<[number, ...unknown[]]>('scales');
  expect(condition).toEqual(['#000000', 'MIN', 'PERCENT', '50', '#ffffff', null]);
  const rows = await shown(id);
  expect(rows.slice(0, 4).map((row) => row[0]?.background)).toEqual([
    '#000000',
    '#ff0000',
    '#ffffff',
    undefined,
  ]);
});

test('a gradient needs both its ends', async () => {
  expect(await rig.error('halfScale')).toBe('A conditional format rule must have a condition.');
});

test('a date told by today is a criterion of its own', async () => {
  expect(await rig.value('relative')).toEqual(['DATE_AFTER_RELATIVE', 'TODAY']);
});

test('rules that tell dates by today go by the virtual clock', async () => {
  await rig.host.moveClock({ advance: 'P400D' });
  const rows = await shown(await rig.value<number>('relativeDates'));
  expect(rows.slice(0, 4).map((row) => row[0]?.color)).toEqual([
    '#111111',
    '#222222',
    '#333333',
    '#444444',
  ]);
});

test('a filter hides what its columns do not let through, and sorts below its header', async () => {
  expect(await rig.value('filters')).toEqual([
    [4],
    [3, 4, 6],
    ['TEXT_EQUAL_TO', 'b', ['shut']],
    [],
    'Name,a,b,c,d',
    'B2:C6',
    null,
    null,
  ]);
});

test('a tab has one filter at most', async () => {
  expect(await rig.error('twoFilters')).toMatch(/already has a filter/);
});

test('groups lie in each other, hide their rows when shut, and move with them', async () => {
  expect(await rig.value('groups')).toEqual([
    ...[1, 2, 0, 'A2:Z6', 'A3:Z4', 1],
    ...[true, false, true],
    ...[true, false],
    false,
    ...[8, 'AFTER'],
    ...[false, true],
    ...[0, 1],
    ...[true, 1],
  ]);
});

test('a group that is not there is refused', async () => {
  expect(await rig.error('noGroup')).toBe('There is no row group at index 5 and depth 1.');
});

test('metadata is kept on the spreadsheet, a tab or a line, moves with it and is found there', async () => {
  expect(await rig.value('metadata')).toEqual([
    ['version3'],
    'PROJECT',
    'A3:Z3',
    'ROW',
    null,
    4,
    0,
    2,
    1,
    2,
    0,
  ]);
});

test('metadata cannot be kept on a mere block', async () => {
  expect(await rig.error('metadataOnBlock')).toMatch(
    /^Adding developer metadata to arbitrary ranges is not currently supported/,
  );
});

test('a protection takes its place from a named range', async () => {
  expect(await rig.value('namedProtection')).toEqual(['B2:B5', 'Rates']);
});

test('the selection grows to the end of the data', async () => {
  expect(await rig.value('selecting')).toEqual(['A1:A3', ['A1'], ['A1', 'B2:C3'], 'B2:C3']);
});

test('every type of chart is drawn, and its title is text', async () => {
  const [id, charts, color] = await rig.value<[number, number[], string]>('styledChart');
  expect([charts.length, color]).toEqual([9, '#ff0000']);
  for (const chart of charts) {
    const response = await fetch(`${rig.host.address}/host/ui/tabs/${id}/charts/${chart}.svg`);
    const svg = await response.text();
    expect(svg).toMatch(/^<svg/);
    expect(svg).toMatch(/as\w+Chart/);
    expect(svg).not.toContain('<b>');
  }
});

test('the page shows stretches and links of a text, borders, and rows high enough for turned text', async () => {
  const id = await rig.value<number>('looksFor');
  const [first = []] = await shown(id);
  expect(first[0]?.runs).toEqual([
    { text: 'a ' },
    { text: 'link', link: 'https://shop.example/', line: 'underline', color: '#1155cc' },
  ]);
  expect(first[1]?.borders).toEqual({ top: 'DASHED #ff0000' });
  expect(first[2]?.borders).toBeUndefined();
  const { heights } = await view<TabView>(`${id}`);
  expect(heights[1]).toBeGreaterThan(60);
});

test('what lies on cells is there again after a restart, from the log and from the snapshot', async () => {
  await rig.value('marked');
  const kept = [1, true, 1, 1, 'https://shop.example/'];
  for (const end of ['kill', 'stop'] as const) {
    await rig.host[end]();
    await rig.restart();
    expect(await rig.value('marks')).toEqual(kept);
  }
});
