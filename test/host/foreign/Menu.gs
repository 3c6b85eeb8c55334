/** The rooms of a small community house, booked from a sheet, a sidebar and a web page. */
function onOpen() {
  const ui = SpreadsheetApp.getUi();
  ui.createMenu('Rooms')
    .addItem('Set up', 'setUp')
    .addItem('Book a room', 'showSidebar')
    .addSeparator()
    .addSubMenu(ui.createMenu('Reports').addItem('Mail today’s bookings', 'mailToday'))
    .addToUi();
}

function setUp() {
  const book = SpreadsheetApp.getActiveSpreadsheet();
  tab_('Rooms', ['Room', 'Seats']);
  tab_('Bookings', ['Id', 'Room', 'Day', 'Who', 'Changed']);
  tab_('Log', ['When', 'Cell', 'Value']);
  book
    .getSheetByName('Rooms')
    .getRange(2, 1, 2, 2)
    .setValues([
      ['Garden', 12],
      ['Attic', 5],
    ]);
  book.getSheetByName('Bookings').getRange('C:C').setNumberFormat('yyyy-mm-dd');

  ScriptApp.getProjectTriggers().forEach((trigger) => ScriptApp.deleteTrigger(trigger));
  ScriptApp.newTrigger('mailToday').timeBased().everyDays(1).atHour(7).create();
  ScriptApp.newTrigger('noteEdit').forSpreadsheet(book).onEdit().create();
  book.toast('Everything is ready.', 'Rooms', 5);
}

function tab_(name, header) {
  const book = SpreadsheetApp.getActiveSpreadsheet();
  const sheet = book.getSheetByName(name) || book.insertSheet(name);
  sheet.getRange(1, 1, 1, header.length).setValues([header]).setFontWeight('bold');
  sheet.setFrozenRows(1);
  return sheet;
}

function showSidebar() {
  const template = HtmlService.createTemplateFromFile('Sidebar');
  template.rooms = roomNames();
  template.today = Utilities.formatDate(new Date(), Session.getScriptTimeZone(), 'yyyy-MM-dd');
  SpreadsheetApp.getUi().showSidebar(template.evaluate().setTitle('Book a room'));
}

/** For templates: the content of another file. */
function include(file) {
  return HtmlService.createHtmlOutputFromFile(file).getContent();
}
