/** A simple trigger: stamps a booking that a person changes. */
function onEdit(e) {
  const sheet = e.range.getSheet();
  if (sheet.getName() !== 'Bookings' || e.range.getRow() === 1 || e.range.getColumn() === 5) return;
  sheet.getRange(e.range.getRow(), 5).setValue('was ' + (e.oldValue || 'empty'));
}

/** An installed trigger: it may do more than a simple one, and knows who edits. */
function noteEdit(e) {
  const where = e.range.getSheet().getName() + '!' + e.range.getA1Notation();
  SpreadsheetApp.getActive()
    .getSheetByName('Log')
    .appendRow([
      new Date(),
      where,
      (e.value === undefined ? '' : e.value) + ' by ' + e.user.getEmail(),
    ]);
}

/** Runs every morning. */
function mailToday() {
  const today = Utilities.formatDate(new Date(), Session.getScriptTimeZone(), DAY_FORMAT);
  const mine = bookings().filter((booking) => booking.day === today);
  console.log('%s bookings today', mine.length);
  if (!mine.length || MailApp.getRemainingDailyQuota() < 1) return;
  const template = HtmlService.createTemplateFromFile('Mail');
  template.bookings = mine;
  MailApp.sendEmail({
    to: Session.getEffectiveUser().getEmail(),
    subject: 'Rooms on ' + today,
    body: mine.map((booking) => booking.room + ': ' + booking.who).join('\n'),
    htmlBody: template.evaluate().getContent(),
    name: 'Community house',
  });
}
