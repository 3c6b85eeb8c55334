/** The board that everybody may see; as JSON for other programs. */
function doGet(e) {
  const shown = bookings().map(({ room, day, who }) => ({ room, day, who }));
  if (e.parameter.format === 'json') {
    return ContentService.createTextOutput(JSON.stringify(shown)).setMimeType(
      ContentService.MimeType.JSON,
    );
  }
  const template = HtmlService.createTemplateFromFile('Board');
  template.bookings = shown;
  template.rooms = roomNames();
  template.room = e.parameter.room || '';
  return template
    .evaluate()
    .setTitle('Rooms')
    .addMetaTag('viewport', 'width=device-width, initial-scale=1');
}

/** Books for another program, which sends a form or JSON. */
function doPost(e) {
  const sent =
    e.postData.type === 'application/json' ? JSON.parse(e.postData.contents) : e.parameter;
  try {
    return HtmlService.createHtmlOutput(bookRoom(sent).text);
  } catch (error) {
    return HtmlService.createHtmlOutput('Refused: ' + error.message);
  }
}
