import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { startRig, type Rig } from './rig';

const code = `
function get(url, options) { var r = UrlFetchApp.fetch(url, options || {}); return [r.getResponseCode(), r.getContentText()]; }
function headers(url) { var r = UrlFetchApp.fetch(url); return [r.getHeaders(), r.getAllHeaders()]; }
function post(url, options) { return JSON.parse(UrlFetchApp.fetch(url, options).getContentText()); }
function form(url) { return post(url, { payload: { a: 'b c&d', e: 'é' } }); }
function json(url) { return post(url, { method: 'put', contentType: 'application/json', payload: '{"a":1}', headers: { 'X-Thing': 'y' } }); }
function blob(url) { return post(url, { method: 'post', payload: Utilities.newBlob('hello', 'text/css') }); }
function multipart(url) { return post(url, { method: 'post', payload: { note: 'hi', file: Utilities.newBlob('data', 'text/plain', 'a.txt') } }); }
function quotedNames(url) { return post(url, { payload: { 'a"b': Utilities.newBlob('data', 'text/plain', 'é"\\r\\n.txt') } }); }
function large() { UrlFetchApp.fetch('http://site.example', { method: 'post', payload: 'x'.repeat(50 * 1024 * 1024 + 1) }); }
function all(urls) { var t = Date.now(); var r = UrlFetchApp.fetchAll(urls.map(function (u) { return { url: u, muteHttpExceptions: true }; })); return [r.map(function (x) { return x.getContentText(); }), Date.now() - t]; }
function request(url) { return UrlFetchApp.getRequest(url, { payload: { a: 'b' }, headers: { 'X-A': '1' } }); }
function long() { UrlFetchApp.fetch('http://site.example/?' + 'x'.repeat(2100)); }
function none() { UrlFetchApp.fetch(''); }
function odd() { UrlFetchApp.fetch('http://site.example', { method: 'jump' }); }
function hostHeader() { UrlFetchApp.fetch('http://site.example', { headers: { Host: 'other.example' } }); }
function latin(url) { return UrlFetchApp.fetch(url).getContentText(); }
`;

let rig: Rig;
let server: http.Server;
let address: string;

beforeAll(async () => {
  server = http.createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  rig = await startRig(code);
  await rig.host.putRoutes({ 'site.example': address, 'deep.example': `${address}/deep` });
});
afterAll(async () => {
  await rig.stop();
  server.close();
});

async function answer(request: http.IncomingMessage, response: http.ServerResponse): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  const body = Buffer.concat(chunks).toString('utf8');
  const { url = '', method, headers } = request;
  if (url.startsWith('/echo')) {
    response.end(JSON.stringify({ method, url, body, headers }));
  } else if (url === '/headers') {
    response.writeHead(200, [
      ['X-Mixed-CASE', 'one'],
      ['Set-Cookie', 'a=1'],
      ['Set-Cookie', 'b=2'],
    ]);
    response.end();
  } else if (url === '/gzip') {
    response.setHeader('Content-Encoding', 'gzip');
    response.end(gzipSync('unpacked'));
  } else if (url === '/latin') {
    response.setHeader('Content-Type', 'text/html; charset=ISO-8859-1');
    response.end(Buffer.from([0xe9]));
  } else if (url === '/moved') {
    response.writeHead(302, { Location: '/echo?moved' });
    response.end('moved');
  } else if (url === '/slow') setTimeout(() => response.end('slow'), 1000);
  else if (url === '/never') return;
  else {
    response.statusCode = 404;
    response.end(`<p>no ${url}</p>`);
  }
}

test('a routed name leads to its address, http and https alike', async () => {
  for (const url of ['http://site.example/echo', 'https://site.example/echo']) {
    const [status, text] = await rig.value<[number, string]>('get', url);
    expect(status).toBe(200);
    expect(JSON.parse(text)).toMatchObject({ url: '/echo', headers: { host: 'site.example' } });
  }
  const [, text] = await rig.value<[number, string]>('get', 'http://deep.example/echo?x=1', {
    muteHttpExceptions: true,
  });
  expect(text).toContain('no /deep/echo?x=1');
});

test('a name without a route is a DNS error, and the log says what to do', async () => {
  const { error, log } = await rig.run('get', 'http://nowhere.example/a');
  expect(error).toMatchObject({
    name: 'Exception',
    message: 'DNS error: http://nowhere.example/a',
  });
  expect(log.join()).toContain('PUT /host/routes');
});

test('nothing outside this machine is asked', async () => {
  expect(await rig.error('get', 'http://192.0.2.1/')).toBe('DNS error: http://192.0.2.1/');
});

test('an answer that is no success is thrown unless it is muted', async () => {
  expect(await rig.error('get', 'https://site.example/missing?x=1')).toBe(
    'Request failed for https://site.example returned code 404. Truncated server response: ' +
      '<p>no /missing?x=1</p> (use muteHttpExceptions option to examine full response)',
  );
  const muted = { muteHttpExceptions: true };
  expect(await rig.value('get', 'https://site.example/missing', muted)).toEqual([
    404,
    '<p>no /missing</p>',
  ]);
});

test('an address that nobody listens at is unavailable', async () => {
  await rig.host.putRoutes({ 'site.example': address, 'down.example': 'http://127.0.0.1:1' });
  expect(await rig.error('get', 'http://down.example/')).toBe(
    'Address unavailable: http://down.example/',
  );
});

test('header names keep their case, and repeated ones are all there', async () => {
  const [headers, all] = await rig.value<Record<string, unknown>[]>(
    'headers',
    'http://site.example/headers',
  );
  expect(headers?.['X-Mixed-CASE']).toBe('one');
  expect(all?.['Set-Cookie']).toEqual(['a=1', 'b=2']);
});

test('an object is sent as a form, and by POST', async () => {
  expect(await rig.value('form', 'http://site.example/echo')).toMatchObject({
    method: 'POST',
    body: 'a=b+c%26d&e=%C3%A9',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  });
});

test('text, blobs and files are sent as what they are', async () => {
  expect(await rig.value('json', 'http://site.example/echo')).toMatchObject({
    method: 'PUT',
    body: '{"a":1}',
    headers: { 'content-type': 'application/json', 'x-thing': 'y' },
  });
  expect(await rig.value('blob', 'http://site.example/echo')).toMatchObject({
    body: 'hello',
    headers: { 'content-type': 'text/css' },
  });
  const { body } = await rig.value<{ body: string }>('multipart', 'http://site.example/echo');
  expect(body).toContain('name="note"\r\n\r\nhi\r\n');
  expect(body).toContain('filename="a.txt"\r\nContent-Type: text/plain\r\n\r\ndata\r\n');
});

test('a name cannot leave its quotes in a part of a form', async () => {
  const { body } = await rig.value<{ body: string }>('quotedNames', 'http://site.example/echo');
  expect(body).toContain('name="a%22b"; filename="é%22%0D%0A.txt"\r\n');
});

test('redirects are followed unless told otherwise', async () => {
  const [, text] = await rig.value<[number, string]>('get', 'http://site.example/moved');
  expect(text).toContain('/echo?moved');
  const stay = { followRedirects: false };
  expect(await rig.value('get', 'http://site.example/moved', stay)).toEqual([302, 'moved']);
});

test('packed answers are unpacked, and other character sets read', async () => {
  expect(await rig.value('get', 'http://site.example/gzip')).toEqual([200, 'unpacked']);
  expect(await rig.value('latin', 'http://site.example/latin')).toBe('é');
});

test('a batch runs in parallel and keeps its order', async () => {
  const urls = Array.from({ length: 8 }, (_, at) =>
    at % 2 ? 'http://site.example/slow' : `http://site.example/${at}`,
  );
  const [texts, took] = await rig.value<[string[], number]>('all', urls);
  expect(texts.slice(0, 3)).toEqual(['<p>no /0</p>', 'slow', '<p>no /2</p>']);
  expect(took).toBeLessThan(3500);
});

test('one name without a route loses the whole batch', async () => {
  const urls = ['http://site.example/gzip', 'http://nowhere.example/'];
  expect(await rig.error('all', urls)).toBe('DNS error: http://nowhere.example/');
});

test('a request that takes longer than timeoutSeconds fails', async () => {
  expect(await rig.error('get', 'http://site.example/never', { timeoutSeconds: 1 })).toBe(
    'Timeout: http://site.example/never',
  );
});

test('bad requests are refused in words', async () => {
  expect(await rig.error('long')).toBe('Limit Exceeded: URLFetch URL Length.');
  expect(await rig.error('large')).toBe('Limit Exceeded: URLFetch POST Size.');
  expect(await rig.error('none')).toBe('Attribute provided with no value: url');
  expect(await rig.error('odd')).toBe('Attribute provided with invalid value: method');
  expect(await rig.error('hostHeader')).toBe('Attribute provided with invalid value: Header:Host');
});

test('getRequest shows what would be sent', async () => {
  expect(await rig.value('request', 'http://site.example/')).toMatchObject({
    url: 'http://site.example/',
    method: 'post',
    payload: { a: 'b' },
    headers: { 'X-A': '1' },
  });
});
