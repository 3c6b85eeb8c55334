import { createVerify, generateKeyPairSync } from 'node:crypto';
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
function zipped() {
  var files = [Utilities.newBlob('one', 'text/plain', 'a.txt'), Utilities.newBlob([-1, 0, 1], 'image/png', 'in/b.png')];
  var zip = Utilities.zip(files), named = Utilities.zip(files, 'mine.zip');
  return [zip.getName(), zip.getContentType(), named.getName(), zip.getBytes().slice(0, 2), Utilities.unzip(zip).map(function (b) { return [b.getName(), b.getContentType(), b.getBytes()]; })];
}
function zipNameless() { Utilities.zip([Utilities.newBlob('x')]); }
function zipTwice() { Utilities.zip([Utilities.newBlob('x', null, 'a'), Utilities.newBlob('y', null, 'a')]); }
function notZipped() { Utilities.unzip(Utilities.newBlob('x')); }
function gzipped() { var g = Utilities.gzip(Utilities.newBlob('x', 'text/plain', 'a.txt')); return [g.getName(), g.getContentType(), Utilities.gzip(Utilities.newBlob('x'), 'b.gz').getName(), Utilities.ungzip(g).getName()]; }
function notGzipped() { Utilities.ungzip(Utilities.newBlob('x')); }
function nullDate() { Utilities.formatDate(null, 'UTC', 'yyyy'); }
function badLetter() { Utilities.formatDate(new Date(0), 'UTC', 'b'); }
function unparsed() { Utilities.parseDate('soon', 'UTC', 'yyyy'); }
function parses(text, zone, format) { return Utilities.parseDate(text, zone, format).toISOString(); }
function rsa(key) { return [Utilities.computeRsaSha256Signature('é', key, Utilities.Charset.UTF_8), Utilities.computeRsaSha256Signature('é', key), Utilities.computeRsaSignature(Utilities.RsaAlgorithm.RSA_SHA_1, 'a', key), Utilities.computeRsaSha1Signature('a', key)]; }
function badRsa() { Utilities.computeRsaSha256Signature('a', 'secret'); }
function charsets() {
  var b = Utilities.newBlob('').setDataFromString('中文', 'Big5');
  return [b.getBytes(), b.getDataAsString('Big5'), Utilities.newBlob([-23]).getDataAsString('ISO-8859-1'), Utilities.newBlob('').setDataFromString('é', 'US-ASCII').getDataAsString()];
}
function badCharset() { Utilities.newBlob('x').getDataAsString('Klingon'); }
function pdf() { Utilities.newBlob('<p>', 'text/html', 'a.html').getAs('application/pdf'); }
function oddType() { Utilities.newBlob('x', 'text/plain', 'a').getAs('image/png'); }
function md2() { Utilities.computeDigest(Utilities.DigestAlgorithm.MD2, 'x'); }
function hmacBytes() { return Utilities.computeHmacSha256Signature([100, 97, 116, 97], [107, 101, 121]).length; }
function json() { return [Utilities.jsonParse('{"a":1}').a, Utilities.jsonStringify({ a: 1 })]; }
function naps() { var t = Date.now(); Utilities.sleep(20); return Date.now() - t >= 19; }
function longNap() { Utilities.sleep(300001); }
function older() { ScriptProperties.setProperty('a', '1'); UserProperties.setProperty('a', '2'); return [PropertiesService.getScriptProperties().getProperty('a'), PropertiesService.getUserProperties().getProperty('a'), String(ScriptProperties)]; }
function users() { return [Session.getUser().getEmail(), Session.getActiveUser().getUserLoginId(), Session.getActiveUserLocale(), Session.getTemporaryActiveUserKey().length > 0]; }
function script() {
  var info = ScriptApp.getAuthorizationInfo(ScriptApp.AuthMode.FULL);
  return [ScriptApp.getScriptId(), ScriptApp.getProjectKey(), typeof ScriptApp.getOAuthToken(), info.getAuthorizationStatus() === ScriptApp.AuthorizationStatus.NOT_REQUIRED, info.getAuthorizationUrl(), String(ScriptApp.getInstallationSource())];
}
function oddHour() { ScriptApp.newTrigger('x').timeBased().atHour(24); }
function oddDay() { ScriptApp.newTrigger('x').timeBased().onMonthDay(0); }
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

test('an archive keeps names, bytes and kinds of its files', async () => {
  expect(await rig.value('zipped')).toEqual([
    'archive.zip',
    'application/zip',
    'mine.zip',
    [80, 75],
    [
      ['a.txt', 'text/plain', [111, 110, 101]],
      ['in/b.png', 'image/png', [-1, 0, 1]],
    ],
  ]);
  expect(await rig.error('zipNameless')).toBe(
    'Blob object must have non-null name for this operation.',
  );
  expect(await rig.error('zipTwice')).toBe('Duplicate file name: a');
  expect(await rig.error('notZipped')).toBe('Invalid argument: blob');
});

test('a zipped blob has a name and a kind of its own', async () => {
  expect(await rig.value('gzipped')).toEqual(['a.txt.gz', 'application/x-gzip', 'b.gz', 'a.txt']);
  expect(await rig.error('notGzipped')).toBe('Invalid argument: blob');
});

test('a missing date does not match the signature, and an unknown letter is illegal', async () => {
  expect(await rig.error('nullDate')).toBe(
    "The parameters (null,String,String) don't match the method signature for Utilities.formatDate.",
  );
  expect(await rig.error('badLetter')).toBe("Illegal pattern character 'b'");
});

test('dates are read in the letters in which they are written', async () => {
  const expected: [text: string, zone: string, format: string, iso: string][] = [
    ['4 Jan 2026 5:05 PM', 'UTC', 'd MMM yyyy h:mm a', '2026-01-04T17:05:00.000Z'],
    ['2026-07-01', 'America/New_York', 'yyyy-MM-dd', '2026-07-01T04:00:00.000Z'],
    ["at 10 o'clock", 'GMT+8', "'at' H 'o''clock'", '1970-01-01T02:00:00.000Z'],
    ['2026-01-04T17:05:09+0200', 'UTC', "yyyy-MM-dd'T'HH:mm:ssZ", '2026-01-04T15:05:09.000Z'],
  ];
  for (const [text, zone, format, iso] of expected) {
    expect(await rig.value('parses', text, zone, format)).toBe(iso);
  }
  expect(await rig.error('unparsed')).toBe('Unparseable date: "soon"');
});

test('RSA signatures can be verified, and an unfit key is not shown', async () => {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const key = privateKey.export({ type: 'pkcs8', format: 'pem' });
  const signatures = (await rig.value<number[][]>('rsa', key)).map((bytes) => Buffer.from(bytes));
  const checks: [algorithm: string, data: string][] = [
    ['sha256', 'é'],
    ['sha256', '?'],
    ['sha1', 'a'],
    ['sha1', 'a'],
  ];
  checks.forEach(([algorithm, data], at) => {
    const signature = signatures[at] ?? Buffer.alloc(0);
    expect(createVerify(algorithm).update(data).verify(publicKey, signature)).toBe(true);
  });
  expect(await rig.error('badRsa')).toBe('Invalid argument: key');
});

test('texts are read and written in other character sets', async () => {
  expect(await rig.value('charsets')).toEqual([[-92, -92, -92, -27], '中文', 'é', '?']);
  expect(await rig.error('badCharset')).toBe('Invalid argument: Klingon');
});

test('a blob becomes no other kind: what Google can, says it is not built', async () => {
  expect(await rig.error('pdf')).toBe('NotImplementedLocally: Blob.getAs(application/pdf)');
  expect(await rig.error('oddType')).toBe(
    'Converting from text/plain to image/png is not supported.',
  );
  expect(await rig.error('md2')).toBe('NotImplementedLocally: Utilities.computeDigest(MD2)');
});

test('bytes are signed like texts, JSON has its older names, and sleep has a limit', async () => {
  expect(await rig.value('hmacBytes')).toBe(32);
  expect(await rig.value('json')).toEqual([1, '{"a":1}']);
  expect(await rig.value('naps')).toBe(true);
  expect(await rig.error('longNap')).toBe('Invalid argument: milliseconds');
});

test('properties are reached by their older names', async () => {
  expect(await rig.value('older')).toEqual(['1', '2', 'ScriptProperties']);
});

test('a script knows its id, its user and that it is authorised', async () => {
  const owner = 'owner@freelancer.example';
  expect(await rig.value('users')).toEqual([owner, owner, 'en', true]);
  expect(await rig.value('script')).toEqual([
    'local-sheet',
    'local-sheet',
    'string',
    true,
    null,
    'NONE',
  ]);
});

test('a trigger takes hours and days that exist', async () => {
  expect(await rig.error('oddHour')).toBe('The value you passed to atHour was invalid.');
  expect(await rig.error('oddDay')).toBe('The value you passed to onMonthDay was invalid.');
});

test('the session tells the zone of the manifest and the owner', async () => {
  const owner = 'owner@freelancer.example';
  expect(await rig.value('session')).toEqual(['Asia/Taipei', owner, owner]);
});
