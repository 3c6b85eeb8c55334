import { startRig, type Rig } from './rig';

const code = {
  'Code.gs': `
function page(name, values) { var t = HtmlService.createTemplateFromFile(name); Object.assign(t, values); return t.evaluate().getContent(); }
function inline(html, values) { var t = HtmlService.createTemplate(html); Object.assign(t, values); return t.evaluate().getContent(); }
function output() {
  var o = HtmlService.createHtmlOutput('<b>a</b>').append('c').appendUntrusted('<i>').setTitle('T').setWidth(300).setHeight(200).addMetaTag('viewport', 'width=device-width').setXFrameOptionsMode(HtmlService.XFrameOptionsMode.ALLOWALL);
  return [o.getContent(), o.getTitle(), o.getWidth(), o.getHeight(), o.getMetaTags()[0].getName(), o.getBlob().getContentType()];
}
function oddMeta() { HtmlService.createHtmlOutput('x').addMetaTag('refresh', '0'); }
function fromFile() { return HtmlService.createHtmlOutputFromFile('Plain').getContent(); }
function missing() { HtmlService.createHtmlOutputFromFile('Nowhere'); }
function broken() { return inline('<? if ( ?>', {}); }
function text() { var t = ContentService.createTextOutput('a').append('b').setMimeType(ContentService.MimeType.JSON); return [t.getContent(), t.getMimeType().toString(), t.getFileName(), t.downloadAsFile('x.json').getFileName()]; }
function helper(x) { return x * 2; }
`,
  'Loop.html': `<ul><? for (var i = 0; i < items.length; i++) { ?><li title="<?= items[i] ?>"><?= items[i] ?></li><? } ?></ul><?!= raw ?>`,
  'Plain.html': '<p>plain <?= not read ?></p>',
};

let rig: Rig;
beforeAll(async () => {
  rig = await startRig(code);
});
afterAll(() => rig.stop());

const inline = (html: string, values: object): Promise<string> => rig.value('inline', html, values);

test('a template has statements, escaped values and raw ones', async () => {
  const values = { items: ['a', '<b>"'], raw: '<hr>' };
  expect(await rig.value('page', 'Loop', values)).toBe(
    '<ul><li title="a">a</li><li title="&lt;b&gt;&quot;">&lt;b&gt;&quot;</li></ul><hr>',
  );
});

test('a value is escaped for the place where it stands', async () => {
  expect(await inline('<a href="<?= v ?>">', { v: 'javascript:alert(1)' })).toBe(
    '<a href="about:invalid">',
  );
  expect(await inline('<a href="/x?q=<?= v ?>">', { v: 'a"b' })).toBe('<a href="/x?q=a&quot;b">');
  expect(await inline('<script>var v = <?= v ?>;</script>', { v: '</script><b>' })).toBe(
    '<script>var v = "\\u003c/script\\u003e\\u003cb\\u003e";</script>',
  );
  expect(await inline("<script>var v = '<?= v ?>';</script>", { v: "it's </script>" })).toBe(
    "<script>var v = 'it\\u0027s \\u003c/script\\u003e';</script>",
  );
  expect(
    await inline("<script>// don't\nvar v = <?= v ?>;</script><p><?= v ?>", { v: { a: 1 } }),
  ).toBe('<script>// don\'t\nvar v = {"a":1};</script><p>[object Object]');
  expect(await inline('<div title=<?= v ?>>', { v: 'a b' })).toBe('<div title=a&#32;b>');
});

test('a template reaches the functions of its project', async () => {
  expect(await inline('<?= helper(n) ?><? output.append("!") ?>', { n: 21 })).toBe('42!');
});

test('a broken template says so', async () => {
  expect(await rig.error('broken')).toMatch(/SyntaxError/);
});

test('an output keeps its content, title, size and meta tags', async () => {
  expect(await rig.value('output')).toEqual([
    '<b>a</b>c&lt;i&gt;',
    'T',
    300,
    200,
    'viewport',
    'text/html',
  ]);
});

test('only some meta tags can be added', async () => {
  expect(await rig.error('oddMeta')).toBe('The specified meta tag cannot be used in this context.');
});

test('a file that is no template is read as it is', async () => {
  expect(await rig.value('fromFile')).toBe('<p>plain <?= not read ?></p>');
  expect(await rig.error('missing')).toBe('No HTML file named Nowhere was found.');
});

test('a text output has a kind and may have a file name', async () => {
  expect(await rig.value('text')).toEqual(['ab', 'JSON', null, 'x.json']);
});
