import { startRig, type Rig } from './rig';

const code = `
function bytes() { return [Utilities.newBlob('é').getBytes(), Utilities.base64Decode('yA=='), Utilities.newBlob([-61, -87]).getDataAsString()]; }
function base64() {
  return [Utilities.base64Encode('a~?'), Utilities.base64EncodeWebSafe('a~?>'), Utilities.base64EncodeWebSafe('ab'),
    Utilities.base64Encode('é'), Utilities.newBlob(Utilities.base64DecodeWebSafe('w6k')).getDataAsString(),
    Utilities.base64Encode([-56, 1])];
}
function badBase64() { Utilities.base64Decode('***'); }
function hex(b) { return b.map(function (x) { return ((x + 256) % 256).toString(16).padStart(2, '0'); }).join(''); }
function digests() {
  var D = Utilities.DigestAlgorithm;
  return [hex(Utilities.computeDigest(D.MD5, 'abc')), hex(Utilities.computeDigest(D.SHA_256, 'é')), hex(Utilities.computeDigest(D.SHA_256, '?')),
    hex(Utilities.computeDigest(D.SHA_256, 'é', Utilities.Charset.UTF_8)), Utilities.computeDigest(D.SHA_1, 'abc')[0]];
}
function hmacs() { return [hex(Utilities.computeHmacSha256Signature('data', 'key')), hex(Utilities.computeHmacSignature(Utilities.MacAlgorithm.HMAC_MD5, 'data', 'key'))]; }
function dates(zone, format) { return Utilities.formatDate(new Date(Date.UTC(2026, 0, 4, 17, 5, 9, 7)), zone, format); }
function parsed() { return Utilities.parseDate('2026-11-21 10:30', 'Asia/Taipei', 'yyyy-MM-dd HH:mm').toISOString(); }
function csv(text, delimiter) { return delimiter ? Utilities.parseCsv(text, delimiter) : Utilities.parseCsv(text); }
function strings() { return [Utilities.formatString('%s is %d, %05.2f and 100%%', 'x', 7.9, 3.14159), Utilities.formatString('[%-4s|%4s]', 'a', 'b')]; }
function uuids() { return [Utilities.getUuid(), Utilities.getUuid()]; }
function zips() { return Utilities.ungzip(Utilities.gzip(Utilities.newBlob('hello', 'text/plain', 'a.txt'))).getDataAsString(); }
function blobs() { var b = Utilities.newBlob('x', 'text/plain', 'a.txt'); var c = b.copyBlob().setName('b.html').setContentTypeFromExtension(); return [b.getName(), c.getName(), c.getContentType(), b.getContentType(), b.getBlob().getDataAsString()]; }
function wrongDate() { Utilities.formatDate('2026', 'UTC', 'yyyy'); }
function session() { return [Session.getScriptTimeZone(), Session.getActiveUser().getEmail(), Session.getEffectiveUser().getEmail()]; }
`;

let rig: Rig;
beforeAll(async () => {
  rig = await startRig(code);
});
afterAll(() => rig.stop());

test('bytes are signed', async () => {
  expect(await rig.value('bytes')).toEqual([[-61, -87], [-56], 'é']);
});

test('web-safe base64 keeps its padding', async () => {
  expect(await rig.value('base64')).toEqual(['YX4/', 'YX4_Pg==', 'YWI=', 'w6k=', 'é', 'yAE=']);
  expect(await rig.error('badBase64')).toBe('Could not decode string.');
});

test('the digest of a text is that of its US-ASCII bytes unless told otherwise', async () => {
  const [md5, accent, mark, utf8, first] = await rig.value<string[]>('digests');
  expect(md5).toBe('900150983cd24fb0d6963f7d28e17f72');
  expect(accent).toBe(mark);
  expect(utf8).not.toBe(accent);
  expect(first).toBe(-87);
});

test('signatures are those of the standard', async () => {
  expect(await rig.value('hmacs')).toEqual([
    '5031fe3d989c6d1537a013fa6e739da23463fdaec3b70137d828e36ace221bd0',
    '9d5c73ef85594d34ec4438b7c97e51d8',
  ]);
});

test('dates are written in the letters of SimpleDateFormat', async () => {
  const expected: [zone: string, format: string, text: string][] = [
    ['Asia/Taipei', "yyyy-MM-dd'T'HH:mm:ss.SSS Z", '2026-01-05T01:05:09.007 +0800'],
    ['UTC', "EEE, d MMM yy 'o''clock' h:mm a X", "Sun, 4 Jan 26 o'clock 5:05 PM Z"],
    ['America/New_York', 'EEEE MMMM dd HH z XXX', 'Sunday January 04 12 EST -05:00'],
    ['GMT+8', 'yyyy-MM-dd HH:mm', '2026-01-05 01:05'],
    ['Asia/Taipei', 'u D w', '1 5 2'],
  ];
  for (const [zone, format, text] of expected) {
    expect(await rig.value('dates', zone, format)).toBe(text);
  }
  expect(await rig.value('parsed')).toBe('2026-11-21T02:30:00.000Z');
});

test('a text is no date', async () => {
  expect(await rig.error('wrongDate')).toBe(
    "The parameters (String,String,String) don't match the method signature for Utilities.formatDate.",
  );
});

test('CSV may quote delimiters, quotes and line ends', async () => {
  expect(await rig.value('csv', 'a,"b, ""c""\nd"\r\n1,,\n')).toEqual([
    ['a', 'b, "c"\nd'],
    ['1', '', ''],
  ]);
  expect(await rig.value('csv', 'a;b', ';')).toEqual([['a', 'b']]);
});

test('strings are formatted as with sprintf', async () => {
  expect(await rig.value('strings')).toEqual(['x is 7, 03.14 and 100%', '[a   |   b]']);
});

test('each UUID is another', async () => {
  const [first, second] = await rig.value<string[]>('uuids');
  expect(first).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(first).not.toBe(second);
});

test('blobs are copied, named, typed and zipped', async () => {
  expect(await rig.value('blobs')).toEqual(['a.txt', 'b.html', 'text/html', 'text/plain', 'x']);
  expect(await rig.value('zips')).toBe('hello');
});

test('the session tells the zone of the manifest and the owner', async () => {
  const owner = 'owner@freelancer.example';
  expect(await rig.value('session')).toEqual(['Asia/Taipei', owner, owner]);
});
