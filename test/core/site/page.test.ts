import { readPage } from '../../../src/core/site/page';

const read = (html: string, headers: Record<string, string> = {}) =>
  readPage('https://bakery.example/', 200, headers, html);

describe('readPage', () => {
  it('takes the document’s title, not that of a drawing', () => {
    expect(read('<body><svg><title>Icon</title></svg><title> Fresh\n bread </title>').title).toBe(
      'Fresh bread',
    );
    expect(read('<svg><title>Icon</title></svg>').title).toBeNull();
  });

  it('takes the first description in the head, as a browser parses it', () => {
    expect(
      read('<meta name=Description content="one"><meta name=description content=two>').description,
    ).toBe('one');
    expect(read('<p>text<meta name=description content=late>').description).toBeNull();
  });

  it('lists main headings with their text', () => {
    expect(read('<h1>A <em>b</em></h1><h1> </h1>').mainHeadings).toEqual(['A b', '']);
  });

  it.each([
    ['<img src=a alt="Bread">', true],
    ['<img src=a alt="">', true],
    ['<img src=a alt=" ">', false],
    ['<img src=a>', false],
    ['<img src=a title="Bread">', true],
    ['<img src=a aria-label="Bread">', true],
    ['<img src=a role=presentation>', true],
    ['<img src=a alt=" " role=none>', true],
  ])('judges %s', (html, described) => {
    expect(read(html).images.map((image) => image.described)).toEqual([described]);
  });

  it('leaves hidden images aside', () => {
    const html =
      '<div hidden><img src=a></div><img src=b style="display: none"><noscript><img src=c></noscript><p aria-hidden=true><img src=d>';
    expect(read(html).images).toEqual([]);
  });

  it('finds canonical addresses in head and headers, not in the body', () => {
    const link = { link: '<https://bakery.example/b>; rel="canonical", <x>; rel=preload' };
    expect(
      read(
        '<link rel=canonical href=" https://bakery.example/a "><p><link rel=canonical href=c>',
        link,
      ).canonicals,
    ).toEqual(['https://bakery.example/a', 'https://bakery.example/b']);
  });

  it('notices a page that a script fills', () => {
    expect(read('<div id=root></div><script src=app.js></script>').filledByScript).toBe(true);
    expect(
      read('<p>Bread, cake and coffee, every day from seven in the morning.</p><script>1</script>')
        .filledByScript,
    ).toBe(false);
    expect(read('<p>Closed.</p>').filledByScript).toBe(false);
  });
});
