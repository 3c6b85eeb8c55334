import { startRig, type Rig } from './rig';

const code = `
function book() { return SpreadsheetApp.getActive(); }
function fresh() { var old = book().getSheetByName('Work'); var s = book().insertSheet(); if (old) book().deleteSheet(old); return s.setName('Work'); }
function style() { return SpreadsheetApp.newTextStyle().setBold(true).setForegroundColor('red').build(); }
function runsOf(value) { return value.getRuns().map(function (r) { var t = r.getTextStyle(); return [r.getText(), r.getStartIndex(), r.getEndIndex(), t.isBold(), t.getForegroundColor(), r.getLinkUrl()]; }); }
function built() {
  var value = SpreadsheetApp.newRichTextValue().setText('bold and link').setTextStyle(0, 4, style()).setLinkUrl(9, 13, 'https://shop.example/').build();
  return [value.getText(), value.getLinkUrl(), value.getLinkUrl(9, 13), value.getTextStyle(0, 4).isBold(), value.getTextStyle(0, 8).isBold(), runsOf(value)];
}
function inCell() {
  var s = fresh();
  s.getRange('A1').setFontFamily('Lora').setRichTextValue(SpreadsheetApp.newRichTextValue().setText('007 x').setTextStyle(0, 3, style()).build());
  var back = s.getRange('A1').getRichTextValue();
  s.getRange('A1').copyTo(s.getRange('B1'));
  s.insertRowBefore(1);
  return [s.getRange('A2').getValue(), runsOf(back), back.getTextStyle(0, 3).getFontFamily(), runsOf(s.getRange('B2').getRichTextValue()).length];
}
function rewritten() { var s = fresh(); s.getRange('A1').setRichTextValue(SpreadsheetApp.newRichTextValue().setText('ab').setTextStyle(0, 1, style()).build()); s.getRange('A1').setValue('cd'); return runsOf(s.getRange('A1').getRichTextValue()).length; }
function notText() { var s = fresh(); s.getRange('A1:B1').setValues([[5, '']]); var v = s.getRange('A1:B1').getRichTextValues()[0]; return [v[0], v[1].getText()]; }
function tooFar() { SpreadsheetApp.newRichTextValue().setText('abc').setTextStyle(1, 9, style()); }
function changes() { var v = SpreadsheetApp.newRichTextValue().setText('abc').setTextStyle(style()).build(); var w = v.copy().setTextStyle(1, 2, null).setLinkUrl('https://a.example/').build(); return [runsOf(v).length, runsOf(w), w.copy().setText('new').build().getRuns().length]; }
function wrongRich() { fresh().getRange('A1').setRichTextValue('text'); }
function textStyle() {
  var s = fresh();
  s.getRange('A1:B1').setTextStyle(SpreadsheetApp.newTextStyle().setBold(true).setUnderline(true).setFontSize(14).setFontFamily('Lora').setForegroundColor('#123456').build());
  s.getRange('A1').setTextStyle(SpreadsheetApp.newTextStyle().setItalic(true).build());
  var t = s.getRange('A1').getTextStyle();
  return [t.isBold(), t.isItalic(), t.isUnderline(), t.isStrikethrough(), t.getFontSize(), t.getFontFamily(), t.getForegroundColor(), t.getForegroundColorObject().asRgbColor().asHexString(), s.getRange('B1').getFontStyle(), SpreadsheetApp.newTextStyle().build().isBold()];
}
function turned() {
  var s = fresh();
  var r = s.getRange('A1:A3').setTextRotations([[45], [0], [0]].map(function (row) { return row.map(function (d) { s.getRange('Z1').setTextRotation(d); return s.getRange('Z1').getTextRotation(); }); }));
  s.getRange('A2').setVerticalText(true);
  return r.getTextRotations().map(function (row) { return [row[0].getDegrees(), row[0].isVertical()]; });
}
function tooTurned() { fresh().getRange('A1').setTextRotation(120); }
function direction() { var r = fresh().getRange('A1'); var before = r.getTextDirection(); r.setTextDirection(SpreadsheetApp.TextDirection.RIGHT_TO_LEFT); return [before, r.getTextDirection().toString()]; }
function colors() {
  var r = fresh().getRange('A1:B1');
  r.setBackgroundRGB(255, 0, 16);
  r.getCell(1, 2).setBackgroundObject(SpreadsheetApp.newColor().setThemeColor(SpreadsheetApp.ThemeColorType.ACCENT1).build());
  r.setFontColorObject(SpreadsheetApp.newColor().setRgbColor('#00ff00').build());
  var rgb = r.getBackgroundObject().asRgbColor();
  return [r.getBackgrounds()[0], rgb.getRed(), rgb.getGreen(), rgb.getBlue(), r.getFontColor(), SpreadsheetApp.newColor().setThemeColor(SpreadsheetApp.ThemeColorType.TEXT).build().getColorType().toString()];
}
function wraps() { var r = fresh().getRange('A1:B1').setWraps([[true, false]]); return [r.getWraps(), r.getWrap(), r.getWrapStrategies()[0].map(String)]; }
function finding(text, how) {
  var s = fresh();
  s.getRange('A1:C2').setValues([['Ada', 'ada lovelace', 'Bob'], ['=A1', 5, 'ADA']]);
  s.getRange('B3').setValue('Ad\\u00e1');
  var f = s.createTextFinder(text);
  if (how) f[how](true);
  return f.findAll().map(function (r) { return r.getA1Notation(); }).join();
}
function walking() {
  var s = fresh(); s.getRange('A1:B2').setValues([['x', 'y'], ['x', 'x']]);
  var f = s.createTextFinder('x');
  var seen = [f.getCurrentMatch(), f.findNext(), f.findNext(), f.findPrevious(), f.getCurrentMatch(), f.findNext(), f.findNext(), f.findNext()];
  var late = s.createTextFinder('x').startFrom(s.getRange('A1')).findNext();
  return seen.concat(late).map(function (r) { return r && r.getA1Notation(); });
}
function replacing() {
  var s = fresh(); s.getRange('A1:A4').setValues([['aa b'], ['caf\\u00e9 a'], ['=A1'], ['1a']]);
  var times = s.createTextFinder('a').matchCase(true).replaceAllWith('0');
  s.getRange('B1').setValue('Doe, Jane');
  s.getRange('B1').createTextFinder('(\\\\w+), (\\\\w+)').useRegularExpression(true).replaceAllWith('$2 $1');
  s.getRange('C1').setValue('cr\\u00e8me caf\\u00e9');
  s.getRange('C1').createTextFinder('creme').ignoreDiacritics(true).replaceAllWith('milk');
  var one = s.getRange('D1:D2').setValues([['k k'], ['k']]).createTextFinder('k'); one.findNext();
  return [times, s.getRange('A1:A4').getDisplayValues(), s.getRange('A3').getFormula(), s.getRange('B1').getValue(), s.getRange('C1').getValue(), one.replaceWith('l'), s.getRange('D1:D2').getValues()];
}
function inFormulas() { var s = fresh(); s.getRange('A1').setFormula('=SUM(B1:B2)'); var f = s.createTextFinder('SUM').matchFormulaText(true); f.replaceAllWith('MAX'); return s.getRange('A1').getFormula(); }
function everywhere() { fresh().getRange('A1').setValue('needle'); book().insertSheet('Second').getRange('B2').setValue('needle'); var found = book().createTextFinder('needle').findAll().map(function (r) { return r.getSheet().getName() + r.getA1Notation(); }); book().deleteSheet(book().getSheetByName('Second')); return found.sort(); }
`;

let rig: Rig;
beforeAll(async () => {
  rig = await startRig(code);
});
afterAll(() => rig.stop());

test('a rich text has stretches, each with its look and its link', async () => {
  expect(await rig.value('built')).toEqual([
    'bold and link',
    null,
    'https://shop.example/',
    true,
    null,
    [
      ['bold', 0, 4, true, '#ff0000', null],
      [' and ', 4, 9, null, null, null],
      ['link', 9, 13, null, null, 'https://shop.example/'],
    ],
  ]);
});

test('a rich text in a cell stays text, reads with the looks of its cell, and moves with it', async () => {
  expect(await rig.value('inCell')).toEqual([
    '007 x',
    [
      ['007', 0, 3, true, '#ff0000', null],
      [' x', 3, 5, false, '#000000', null],
    ],
    'Lora',
    2,
  ]);
});

test('a new value takes the stretches away', async () => {
  expect(await rig.value('rewritten')).toBe(1);
});

test('a number has no rich text, an empty cell an empty one', async () => {
  expect(await rig.value('notText')).toEqual([null, '']);
});

test('a stretch beyond the text is refused', async () => {
  expect(await rig.error('tooFar')).toMatch(/^Illegal argument/);
});

test('a rich text is changed by a copy, and setText takes looks and links away', async () => {
  const link = 'https://a.example/';
  expect(await rig.value('changes')).toEqual([
    1,
    [
      ['a', 0, 1, true, '#ff0000', link],
      ['b', 1, 2, null, null, link],
      ['c', 2, 3, true, '#ff0000', link],
    ],
    1,
  ]);
});

test('what is no rich text is refused in words', async () => {
  expect(await rig.error('wrongRich')).toBe(
    "The parameters (String) don't match the method signature for SpreadsheetApp.Range.setRichTextValue.",
  );
});

test('a text style sets what it says and leaves the rest', async () => {
  expect(await rig.value('textStyle')).toEqual([
    ...[true, true, true, false, 14, 'Lora', '#123456', '#123456'],
    'normal',
    null,
  ]);
});

test('text is turned by degrees or stands', async () => {
  expect(await rig.value('turned')).toEqual([
    [45, false],
    [0, true],
    [0, false],
  ]);
  expect(await rig.error('tooTurned')).toBe('The degrees must be between -90 and 90.');
});

test('the direction of text is null until it is set', async () => {
  expect(await rig.value('direction')).toEqual([null, 'RIGHT_TO_LEFT']);
});

test('colours are given by their parts, as objects and by the theme', async () => {
  expect(await rig.value('colors')).toEqual([
    ['#ff0010', '#4285f4'],
    255,
    0,
    16,
    '#00ff00',
    'THEME',
  ]);
});

test('wrapping is set cell by cell', async () => {
  expect(await rig.value('wraps')).toEqual([[[true, false]], true, ['WRAP', 'OVERFLOW']]);
});

test('a text finder looks at what cells show, row by row, whatever its case', async () => {
  expect(await rig.value('finding', 'ada')).toBe('A1,B1,C2');
  expect(await rig.value('finding', 'ada', 'matchCase')).toBe('B1');
  expect(await rig.value('finding', 'ada', 'matchEntireCell')).toBe('A1,C2');
  expect(await rig.value('finding', 'ada', 'ignoreDiacritics')).toBe('A1,B1,C2,B3');
  expect(await rig.value('finding', 'a1', 'matchFormulaText')).toBe('A2');
  expect(await rig.value('finding', '^b|5', 'useRegularExpression')).toBe('C1,B2');
  expect(await rig.value('finding', '.')).toBe('');
});

test('a text finder goes from match to match and back', async () => {
  expect(await rig.value('walking')).toEqual([
    ...[null, 'A1', 'A2', 'A1', 'A1', 'A2', 'B2', null],
    'A2',
  ]);
});

test('replacing counts occurrences, keeps the rest of the text, and leaves formulas alone', async () => {
  expect(await rig.value('replacing')).toEqual([
    5,
    [['00 b'], ['c0fé 0'], ['#N/A'], ['10']],
    '=A1',
    'Jane Doe',
    'milk café',
    2,
    [['l l'], ['k']],
  ]);
  expect(await rig.value('inFormulas')).toBe('=MAX(B1:B2)');
});

test('a text finder of the spreadsheet looks on all its tabs', async () => {
  expect(await rig.value('everywhere')).toEqual(['SecondB2', 'WorkA1']);
});
