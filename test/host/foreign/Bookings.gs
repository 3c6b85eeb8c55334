const DAY_FORMAT = 'yyyy-MM-dd';

/** The rooms, from the cache where they are. */
function roomNames() {
  const cache = CacheService.getScriptCache();
  const cached = cache.get('rooms');
  if (cached) return JSON.parse(cached);
  const sheet = SpreadsheetApp.getActive().getSheetByName('Rooms');
  const names = sheet
    .getDataRange()
    .getValues()
    .slice(1)
    .map(([name]) => name);
  cache.put('rooms', JSON.stringify(names), 600);
  return names;
}

/** Books a room for a day; one at a time, so that no room is booked twice. */
function bookRoom(request) {
  if (!request.who) throw new Error('Who is it for?');
  if (!roomNames().includes(request.room)) throw new Error('There is no room ' + request.room);
  const lock = LockService.getScriptLock();
  lock.waitLock(5000);
  try {
    const taken = bookings().some(
      (booking) => booking.room === request.room && booking.day === request.day,
    );
    if (taken) throw new Error(request.room + ' is taken on ' + request.day + '.');
    const id = nextId_();
    const sheet = SpreadsheetApp.getActive().getSheetByName('Bookings');
    sheet.appendRow([id, request.room, request.day, request.who, '']);
    SpreadsheetApp.flush();
    return { id: id, text: request.room + ' is yours on ' + request.day + '.' };
  } finally {
    lock.releaseLock();
  }
}

function nextId_() {
  const properties = PropertiesService.getScriptProperties();
  const next = Number(properties.getProperty('lastId') || 0) + 1;
  properties.setProperty('lastId', String(next));
  return 'B' + Utilities.formatString('%03d', next);
}

/** All bookings, days as texts. */
function bookings() {
  const [, ...rows] = SpreadsheetApp.getActive()
    .getSheetByName('Bookings')
    .getDataRange()
    .getValues();
  const zone = SpreadsheetApp.getActive().getSpreadsheetTimeZone();
  return rows.map(([id, room, day, who]) => ({
    id: id,
    room: room,
    day: day instanceof Date ? Utilities.formatDate(day, zone, DAY_FORMAT) : String(day),
    who: String(who),
  }));
}
