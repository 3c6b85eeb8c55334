import { siteFacts } from '../../support/site-facts';

describe('readPage', () => {
  it('takes the document’s title, not that of a drawing or a template', () => {
    const html =
      '<template><title>No</title></template><body><svg><title>Icon</title></svg><title> Fresh\n bread </title>';
    expect(siteFacts(html).title).toBe('Fresh bread');
    expect(siteFacts('<svg><title>Icon</title></svg>').title).toBeNull();
  });

  it('lists what stands in the head, as a browser parses it', () => {
    const html =
      '<meta name=Description content="one"><noscript><meta name=x></noscript><p>text<meta name=robots content=none>';
    expect(siteFacts(html).metas.map(({ name, content }) => [name, content])).toEqual([
      ['description', 'one'],
    ]);
  });

  it('finds links in head, body and header, resolved', () => {
    const html =
      '<base href=/shop/><link rel=Canonical href=a><p><link rel=alternate href="http://[">';
    const headers = { link: '<b>; rel="next canonical", <c>; rel=preload\nbroken <' };
    const { links } = siteFacts(html, { headers });
    expect(links.map(({ rel, href, from }) => `${from} ${rel} ${href}`)).toEqual([
      'head canonical https://bakery.example/shop/a',
      'body alternate http://[',
      'header next https://bakery.example/b',
      'header canonical https://bakery.example/b',
      'header preload https://bakery.example/c',
    ]);
  });

  it('lists the headings that readers see; a picture may speak for one', () => {
    const html = '<h1>A <em>b</em></h1><h2><img alt=Logo></h2><div hidden><h3>c</h3></div>';
    expect(siteFacts(html).headings.map(({ level, text }) => [level, text])).toEqual([
      [1, 'A b'],
      [2, 'Logo'],
    ]);
  });

  it('counts words, two Chinese or Japanese signs as one', () => {
    expect(siteFacts('<p>Fresh bread, 24 hours</p><p hidden>no</p>').words).toBe(4);
    expect(siteFacts('<p>新鮮麵包 bread</p>').words).toBe(3);
  });

  it('weighs the page in bytes', () => {
    expect(siteFacts('aü字😀').weight).toBe(10);
  });

  it.each([
    [true, '<div id=root></div><script src=app.js></script>'],
    [true, '<div id=app><p>Loading…</p></div><script>start()</script>'],
    [true, '<body><script type=module src=app.js></script><noscript>Turn it on</noscript>'],
    [false, '<p>Closed.</p><script src=count.js></script>'],
    [false, '<img src=a><script src=count.js></script>'],
    [false, '<p>Closed.</p>'],
    [false, '<div id=root></div><script type="application/ld+json">{}</script>'],
    [
      false,
      '<div id=root><p>Bread, cake and coffee, every day from seven in the morning.</p></div><script>1</script>',
    ],
  ])('says %s of whether a script fills %s', (filled, html) => {
    expect(siteFacts(html).filledByScript).toBe(filled);
  });
});

describe('what a reader sees of a link', () => {
  const text = (html: string): string | undefined => siteFacts(html).anchors[0]?.text;

  it.each([
    ['<a> read\n  more </a>', ' read more '],
    ['<a>read<br>more</a>', 'read\nmore'],
    ['<a>read<span hidden> on</span></a>', 'read'],
    ['<a>read<span style="display:none"> on</span></a>', 'read'],
    ['<a>read<span style="visibility:hidden"> on</span></a>', 'read'],
    ['<style>.x{display:none}</style><a>read<i class=x> on</i></a>', 'read'],
    ['<style>i.x{display:inline}.x{display:none}</style><a>read<i class=x> on</i></a>', 'read on'],
    [
      '<style>.x{display:none!important}</style><a>a<i class=x style="display:block">b</i></a>',
      'a',
    ],
    ['<style media=print>i{display:none}</style><a>read<i> on</i></a>', 'read on'],
    ['<style>@media (max-width:600px){i{display:none}}</style><a>read<i> on</i></a>', 'read on'],
    [
      '<meta name=viewport content="width=device-width"><style>@media (max-width:600px){i{display:none}}</style><a>read<i> on</i></a>',
      'read',
    ],
    ['<style>i:hover{display:none} {} @import "x"; b{</style><a>read<i> on</i></a>', 'read on'],
    ['<a hidden>read <i hidden>on</i></a>', 'read on'],
    ['<a><p>read</p>on</a>', '\nread\non'],
    ['<a style="display:flex"><b>read</b><b>on</b></a>', '\nread\n\non\n'.replace('\n\n', '\n')],
    ['<a>read<svg><title>on</title></svg></a>', 'read'],
    ['<a>read<details><summary>x</summary> on</details></a>', 'read\nx\n'],
    ['<details><summary>x</summary><a>read</a></details>', ''],
    ['<a style="white-space:pre">read  on</a>', 'read  on'],
  ])('%s', (html, expected) => {
    expect(text(html)).toBe(expected);
  });
});
