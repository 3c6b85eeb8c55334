import { fullManifest, startRig, type Rig } from './rig';

const code = `
function doGet(e) {
  switch (e.parameter.show) {
    case 'event': return ContentService.createTextOutput(JSON.stringify(e)).setMimeType(ContentService.MimeType.JSON);
    case 'agent': return HtmlService.createHtmlOutput(HtmlService.getUserAgent());
    case 'fails': throw new Error('<b>no</b>');
    case 'nothing': return;
    case 'odd': return 'text';
    case 'user': return ContentService.createTextOutput(JSON.stringify([Session.getActiveUser().getEmail(), Session.getEffectiveUser().getEmail()]));
    case 'file': return ContentService.createTextOutput('a,b').setMimeType(ContentService.MimeType.CSV).downloadAsFile('x.csv');
    case 'named': return ContentService.createTextOutput('a').downloadAsFile('Zähler "1"\\r\\n.csv');
    case 'framed': return HtmlService.createHtmlOutput('x').setXFrameOptionsMode(HtmlService.XFrameOptionsMode.ALLOWALL);
    default: return HtmlService.createHtmlOutput('<p>Hello </script><script>parent.hacked = 1</script></p>').setTitle('My <page>').addMetaTag('viewport', 'width=device-width');
  }
}
function doPost(e) { return HtmlService.createHtmlOutput(JSON.stringify(e)); }
function greet(name) { return 'Hello ' + name; }
function secret_() { return 'no'; }
function dated() { return { when: [new Date()] }; }
`;
const alone = { 'Code.gs': 'function doGet() { return HtmlService.createHtmlOutput("alone"); }' };
const closed = {
  'Code.gs': code,
  'appsscript.json': JSON.stringify({ ...fullManifest, webapp: { access: 'MYSELF' } }),
};

let rig: Rig;
beforeAll(async () => {
  rig = await startRig(code, { others: { alone, closed } });
});
afterAll(() => rig.stop());

const open = (query = '', init: RequestInit = {}, project = 'sheet'): Promise<Response> =>
  fetch(`${rig.host.webApp(project)}${query}`, { redirect: 'manual', ...init });

interface Event {
  parameter: Record<string, string>;
  [field: string]: unknown;
}

async function pageData(response: Response): Promise<{ title: string; userHtml: string }> {
  const html = await response.text();
  const data = /<script type="application\/json" id="userPage">(.*?)<\/script>/.exec(html)?.[1];
  return JSON.parse(data ?? '{}') as { title: string; userHtml: string };
}

test('a page is served in a sandboxed frame on another origin, and stands in the outer page as data', async () => {
  const response = await open();
  expect(response.status).toBe(200);
  expect(response.headers.get('x-frame-options')).toBe('SAMEORIGIN');
  const html = await response.clone().text();
  expect(html).toContain('<title>My &lt;page&gt;</title>');
  expect(html).toContain('<meta name="viewport" content="width=device-width">');
  expect(html).not.toContain('<script>parent.hacked');
  const { userHtml } = await pageData(response);
  expect(userHtml).toContain('<p>Hello </script><script>parent.hacked = 1</script></p>');

  const [, sandbox = '', address = ''] = /sandbox="([^"]*)"[^>]* src="([^"]*)"/.exec(html) ?? [];
  expect(sandbox.split(' ')).toEqual([
    'allow-same-origin',
    'allow-forms',
    'allow-scripts',
    'allow-popups',
    'allow-downloads',
    'allow-modals',
    'allow-popups-to-escape-sandbox',
  ]);
  expect(new URL(address).origin).not.toBe(rig.host.address);
  expect(await (await fetch(address)).text()).toContain('<p>Hello ');
});

test('only a stand-alone project may lead the whole window elsewhere by a tap', async () => {
  const html = await (await open('', {}, 'alone')).text();
  expect(html).toContain('allow-top-navigation-by-user-activation');
});

test('a text answers with a redirect to another host', async () => {
  const response = await open('?show=event');
  expect(response.status).toBe(302);
  const target = response.headers.get('location') ?? '';
  expect(new URL(target).origin).not.toBe(rig.host.address);
  const text = await fetch(target);
  expect(text.headers.get('content-type')).toBe('application/json; charset=utf-8');
  expect(((await text.json()) as Event).parameter).toEqual({ show: 'event' });
});

test('a file name makes a text a download', async () => {
  const text = await fetch(`${rig.host.webApp('sheet')}?show=file`);
  expect(text.headers.get('content-disposition')).toBe('attachment; filename="x.csv"');
  expect(text.headers.get('content-type')).toBe('text/csv; charset=utf-8');
});

test('a file name of any signs stays within its header', async () => {
  const text = await fetch(`${rig.host.webApp('sheet')}?show=named`);
  expect(text.headers.get('content-disposition')).toBe(
    `attachment; filename="Z_hler _1___.csv"; filename*=UTF-8''Z%C3%A4hler%20%221%22%0D%0A.csv`,
  );
});

test('the event holds the query, and no headers, method or address', async () => {
  const response = await fetch(`${rig.host.webApp('sheet')}?show=event&a=1&a=2&b=%C3%A9`);
  expect(await response.json()).toEqual({
    queryString: 'show=event&a=1&a=2&b=%C3%A9',
    parameter: { show: 'event', a: '1', b: 'é' },
    parameters: { show: ['event'], a: ['1', '2'], b: ['é'] },
    contextPath: '',
    contentLength: -1,
  });
  const path = await fetch(`${rig.host.webApp('sheet')}/some?show=event`);
  expect(await path.json()).toMatchObject({ pathInfo: 'some' });
});

test('a POST brings its body, and a form its fields', async () => {
  const body = '{"a":"é"}';
  const { userHtml } = await pageData(await open('?k=v', { method: 'POST', body }));
  expect(JSON.parse(userHtml)).toMatchObject({
    contentLength: 10,
    parameter: { k: 'v' },
    postData: { length: 10, type: 'text/plain;charset=UTF-8', contents: body, name: 'postData' },
  });
  const form = await pageData(
    await open('', { method: 'POST', body: new URLSearchParams({ x: 'a b' }) }),
  );
  expect(JSON.parse(form.userHtml)).toMatchObject({
    parameter: { x: 'a b' },
    parameters: { x: ['a b'] },
  });
});

test('the page knows the browser, and a stranger has no name', async () => {
  const agent = await pageData(
    await open('?show=agent', { headers: { 'User-Agent': 'Tester/1' } }),
  );
  expect(agent.userHtml).toBe('Tester/1');
  const user = await fetch(`${rig.host.webApp('sheet')}?show=user`);
  expect(await user.json()).toEqual(['', 'owner@freelancer.example']);
});

test('errors are pages with status 200', async () => {
  const messages: Record<string, string> = {
    fails: 'Error: &lt;b&gt;no&lt;/b&gt;',
    nothing: 'The script completed but did not return anything.',
    odd: 'not a supported return type',
  };
  for (const [show, message] of Object.entries(messages)) {
    const response = await open(`?show=${show}`);
    expect([show, response.status, await response.text()]).toEqual([
      show,
      200,
      expect.stringContaining(message),
    ]);
  }
  expect(await (await open('', { method: 'POST' }, 'alone')).text()).toContain(
    'Script function not found: doPost',
  );
});

test('HEAD is forbidden, and so are the parameter names that Google keeps for itself', async () => {
  expect((await open('', { method: 'HEAD' })).status).toBe(403);
  expect((await open('?sid=1')).status).toBe(405);
});

test('an app that is not for everyone is not there for strangers', async () => {
  expect((await open('', {}, 'closed')).status).toBe(404);
  expect((await open('', {}, 'nobody')).status).toBe(404);
});

test('a page may be framed only when it says so', async () => {
  expect((await open('?show=framed')).headers.has('x-frame-options')).toBe(false);
});

test('a page runs public functions, and gets only what may cross', async () => {
  const call = async (name: string, args: unknown[] = []): Promise<unknown> => {
    const body = JSON.stringify({ function: name, args });
    return (await fetch(`${rig.host.address}/p/sheet/call`, { method: 'POST', body })).json();
  };
  expect(await call('greet', ['you'])).toEqual({ ok: true, result: 'Hello you' });
  expect(await call('secret_')).toMatchObject({ ok: false });
  expect(await call('dated')).toMatchObject({
    ok: false,
    error: { message: 'The script returned an illegal value in property: 0' },
  });
});
