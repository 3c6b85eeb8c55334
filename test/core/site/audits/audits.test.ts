import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { SpeedFact } from '../../../../src/core/site/speed';
import type { Verdict } from '../../../../src/core/site/audit';
import { AUDITS, judge, judgeAll } from '../../../../src/core/site/audits';
import { LANGUAGES } from '../../../../src/core/words/language';
import { fill } from '../../../../src/core/words/words';
import { siteFacts } from '../../../support/site-facts';

type Given = Parameters<typeof siteFacts>[1];

const HOME = 'https://bakery.example/';
const link = (rest: string): string => `<link rel=canonical ${rest}>`;
const other = (rest: string): string => `<link rel=alternate ${rest}>`;
const header = (name: string, value: string): Given => ({ headers: { [name]: value } });
const robots = (text: string, status = 200): Given => ({ site: { robots: { status, text } } });
const fast = (name: keyof SpeedFact, value: number): Given => {
  const unknown = { largestPaint: undefined, shift: undefined, answer: undefined };
  return { site: { speed: { ...unknown, [name]: { value, source: 'lab' } } } };
};
const NO_BOTS = 'User-agent: *\nDisallow: /';

const icon = (status: number | null, contentType = ''): Given => ({
  site: { icon: { address: `${HOME}favicon.ico`, status, contentType } },
});
const OG_IMAGE = '<meta property=og:image content=/a.png>';
const shared = (status: number, contentType = ''): Given => ({
  site: { sharePicture: { address: `${HOME}a.png`, status, contentType } },
});
const sheets = (...texts: string[]): Given => ({
  site: { sheets: texts.map((text, n) => ({ address: `${HOME}${n}.css`, text })) },
});
const organization = (name: string): string =>
  `<script type="application/ld+json">{"@graph":[{"@type":["Organization"],"name":"${name}"}]}</script>`;
const feed = (text: string): Given => ({ site: { feed: { address: `${HOME}feed`, text } } });
const rss = (date: string): string =>
  `<?xml version="1.0"?><rss><channel><item><title>B</title><link>${HOME}b</link><description><![CDATA[<table><tr>]]></description><pubDate>${date}</pubDate></item></channel></rss>`;
const dated = (...days: string[]): Given => ({
  site: {
    sitemap: {
      address: `${HOME}s.xml`,
      status: 200,
      text: `<?xml version="1.0"?><urlset>${days.map((day) => `<url><loc>${HOME}</loc><lastmod>${day}</lastmod></url>`).join('')}</urlset>`,
    },
  },
});

/** Each audit with what it makes of small pages: the awkward ones are what Lighthouse does. */
const CASES: [string, Verdict, string, Given?][] = [
  ['http-status-code', 'pass', '', { status: 204 }],
  ['http-status-code', 'fail', '', { status: 404 }],
  ['http-status-code', 'fail', '', { status: 599 }],
  ['http-status-code', 'pass', '', { status: 600 }],
  ['is-crawlable', 'pass', ''],
  ['is-crawlable', 'fail', '<meta name=ROBOTS content="Follow, NoIndex">'],
  ['is-crawlable', 'fail', '<meta name=robots content=none>'],
  ['is-crawlable', 'pass', '<meta name=robots content="noindex nofollow">'],
  ['is-crawlable', 'pass', '<p>late<meta name=robots content=noindex>'],
  ['is-crawlable', 'pass', '<meta name=robots content=noindex><meta name=googlebot content=all>'],
  ['is-crawlable', 'pass', '<meta name=googlebot content=noindex>'],
  ['is-crawlable', 'fail', '<meta name=robots content="unavailable_after: 25 Jun 2010 15:00 PST">'],
  ['is-crawlable', 'pass', '<meta name=robots content="unavailable_after: 2099-01-01">'],
  ['is-crawlable', 'pass', '<meta name=robots content="unavailable_after: soon">'],
  ['is-crawlable', 'fail', '', header('x-robots-tag', 'NOINDEX, nofollow')],
  ['is-crawlable', 'fail', '', header('x-robots-tag', 'index\nnoindex')],
  ['is-crawlable', 'pass', '', header('x-robots-tag', 'googlebot: noindex')],
  ['is-crawlable', 'pass', '', header('x-robots-tag', 'max-snippet:0, noindex')],
  ['is-crawlable', 'fail', '', header('x-robots-tag', 'unavailable_after: 2010-01-01')],
  ['is-crawlable', 'fail', '', robots(NO_BOTS)],
  ['is-crawlable', 'pass', '', robots(`${NO_BOTS}\n\nUser-agent: bingbot\nDisallow:`)],
  ['is-crawlable', 'pass', '', robots('User-agent: Googlebot\nDisallow: /')],
  ['is-crawlable', 'pass', '', robots('Disallow: /')],
  ['is-on-https', 'pass', ''],
  ['is-on-https', 'fail', '', { address: 'http://bakery.example/' }],
  ['is-on-https', 'pass', '', { address: 'http://127.0.0.1:4000/' }],
  ['document-title', 'pass', '<title>Bread</title>'],
  ['document-title', 'fail', '<title> &nbsp;</title>'],
  ['document-title', 'fail', '<title></title><title>Bread</title>'],
  ['document-title', 'fail', ''],
  ['meta-description', 'pass', '<meta name=description content="Bread">'],
  ['meta-description', 'fail', '<meta name=description content=" ">'],
  ['meta-description', 'fail', '<meta name=description><meta name=description content=Bread>'],
  ['meta-description', 'fail', '<p>late<meta name=description content=Bread>'],
  ['link-text', 'pass', ''],
  ['link-text', 'pass', '<a href=/cakes>Our cakes</a>'],
  ['link-text', 'fail', '<a href=/cakes> Click\n here </a>'],
  ['link-text', 'pass', '<a href=/cakes rel=nofollow>more</a>'],
  ['link-text', 'pass', '<a href=mailto:me@bakery.example>here</a>'],
  ['link-text', 'pass', '<a href="JavaScript:go()">here</a>'],
  ['link-text', 'pass', '<a href="#top">more</a><a href="">more</a><a>more</a>'],
  ['link-text', 'fail', '<a href="?x">more</a>'],
  ['link-text', 'pass', '<a href=/c><svg><title>more</title></svg></a>'],
  ['link-text', 'fail', '<svg><a href=/c><title>more</title></a></svg>'],
  ['link-text', 'fail', '<html lang=de><a href=/c>weiterlesen</a>'],
  ['link-text', 'pass', '<html lang=en><a href=/c>weiterlesen</a>'],
  ['link-text', 'pass', '<a href=/c lang=EN>more</a>'],
  ['link-text', 'fail', '<div lang=fr><a href=/c><b lang=en>more</b></a></div>'],
  [
    'link-text',
    'fail',
    '<p lang=fr><a href=/c><b lang=en>read</b> <b lang=de>more</b></a>x',
    undefined,
  ],
  ['crawlable-anchors', 'pass', ''],
  [
    'crawlable-anchors',
    'pass',
    '<a href=/c>Cakes</a><a>Cakes</a><a name=c>Cakes</a><a href="">C</a>',
  ],
  ['crawlable-anchors', 'fail', '<a href="javascript: void( 0 )">Cakes</a>'],
  ['crawlable-anchors', 'pass', '<a href="javascript:;">Cakes</a>'],
  ['crawlable-anchors', 'pass', '<a href="javascript:void(0)" role=button>Cakes</a>'],
  ['crawlable-anchors', 'fail', '<a href="file:///c" name=c>Cakes</a>'],
  ['crawlable-anchors', 'fail', '<a href="https://">Cakes</a>'],
  ['crawlable-anchors', 'fail', '<a onclick=go()>Cakes</a>'],
  ['crawlable-anchors', 'pass', '<a onclick=go() id=c>Cakes</a>'],
  ['crawlable-anchors', 'fail', '<div onmouseover=go()><a>Cakes</a></div>'],
  ['crawlable-anchors', 'pass', '<body onload=go()><a>Cakes</a>'],
  ['crawlable-anchors', 'fail', '<a target=_blank>Cakes</a>'],
  ['crawlable-anchors', 'pass', '<svg><a target=_top>Cakes</a><a xlink:href="/c">x</a></svg>'],
  ['robots-txt', 'na', ''],
  ['robots-txt', 'na', '', robots('', 404)],
  ['robots-txt', 'na', '', robots('')],
  ['robots-txt', 'fail', '', robots('', 503)],
  ['robots-txt', 'fail', '', { site: { robots: { status: null, text: '' } } }],
  [
    'robots-txt',
    'pass',
    '',
    robots('# hi\nUser-agent: *\rDisallow: *.php$ # x\nHost: a\nNoindex: /'),
  ],
  ['robots-txt', 'fail', '', robots('User-agent:')],
  ['robots-txt', 'fail', '', robots('Disallow: /')],
  ['robots-txt', 'fail', '', robots('User-agent: *\nDisallow: shop')],
  ['robots-txt', 'fail', '', robots('User-agent: *\nDisallow: /a$b')],
  ['robots-txt', 'fail', '', robots('Sitemap: /sitemap.xml')],
  ['robots-txt', 'pass', '', robots('Sitemap: ftp://bakery.example/s.xml')],
  ['robots-txt', 'fail', '', robots('<!doctype html>')],
  ['image-alt', 'na', '<p>no images</p>'],
  ['image-alt', 'pass', '<img src=a alt=Bread><img src=b alt>'],
  ['image-alt', 'fail', '<img src=a alt=Bread><img src=b>'],
  ['image-alt', 'fail', '<img src=a alt=" " title=Bread>'],
  ['image-alt', 'pass', '<img src=a alt=" " role=none>'],
  ['image-alt', 'fail', '<img src=a role=none tabindex=0>'],
  ['image-alt', 'fail', '<img src=a role=none aria-label="">'],
  ['image-alt', 'pass', '<img src=a title=Bread><img src=b aria-label=Bread>'],
  ['image-alt', 'pass', '<b id=l hidden>Bread</b><img src=a aria-labelledby="x l">'],
  ['image-alt', 'fail', '<b id=l><i hidden>Bread</i></b><img src=a aria-labelledby=l>'],
  ['image-alt', 'na', '<img src=a role=heading>'],
  ['image-alt', 'fail', '<img src=a role=button>'],
  ['image-alt', 'na', '<div hidden><img src=a></div><p aria-hidden=true><img src=b></p>'],
  ['image-alt', 'na', '<style>.x{display:none}</style><img class=x src=a><b inert><img src=b></b>'],
  ['image-alt', 'na', '<template><img src=a></template><noscript><img src=b></noscript>'],
  ['image-alt', 'na', '<details><summary>x</summary><img src=a></details><dialog><img></dialog>'],
  ['image-alt', 'fail', '<p style="visibility:hidden"><img style="visibility:visible" src=a></p>'],
  ['image-alt', 'fail', '<img src=a style="opacity:0">'],
  ['hreflang', 'pass', ''],
  ['hreflang', 'pass', other('hreflang=zh-Hant-TW href=https://bakery.example/')],
  ['hreflang', 'pass', other('hreflang=X-Default href=HTTP://bakery.example/')],
  ['hreflang', 'fail', other('hreflang=xx href=https://bakery.example/')],
  ['hreflang', 'fail', other('hreflang=de_AT href=https://bakery.example/')],
  ['hreflang', 'fail', other('hreflang=de href=/de')],
  ['hreflang', 'pass', `<p>late${other('hreflang=xx href=/de')}`],
  ['hreflang', 'fail', '', header('link', '</de>; rel=alternate; hreflang=de')],
  ['canonical', 'na', ''],
  ['canonical', 'na', link('href=""')],
  ['canonical', 'na', `<p>late${link('href=/')}`],
  ['canonical', 'pass', link(`href=${HOME}`)],
  ['canonical', 'pass', link(`href=${HOME}`), header('link', `<${HOME}>; rel=canonical`)],
  ['canonical', 'fail', '', header('link', '</>; rel=canonical')],
  ['canonical', 'fail', link('href=/')],
  ['canonical', 'fail', link('href="https://"')],
  ['canonical', 'fail', link(`href=${HOME}`) + link(`href=${HOME}b`)],
  ['canonical', 'fail', link(`href=${HOME}`), { address: `${HOME}shop` }],
  ['canonical', 'pass', link(`href=${HOME}`), { address: `${HOME}?a` }],
  [
    'canonical',
    'fail',
    other(`hreflang=de href=${HOME}`) +
      other(`hreflang=en href=${HOME}en`) +
      link(`href=${HOME}en`),
  ],
  ['h1', 'pass', '<h1>Bread</h1>'],
  ['h1', 'fail', '<h1></h1>'],
  ['h1', 'fail', '<h1>a</h1><h1>b</h1>'],
  ['h1', 'fail', '<p>none at all</p>'],
  ['title-length', 'na', ''],
  ['title-length', 'pass', '<title>Fresh bread every day</title>'],
  ['title-length', 'pass', '<title>新鮮麵包，每日出爐</title>'],
  ['title-length', 'fail', '<title>Home</title>'],
  ['title-length', 'fail', `<title>${'bread '.repeat(11)}</title>`],
  ['description-length', 'na', '<meta name=description content=" ">'],
  ['description-length', 'pass', `<meta name=description content="${'bread '.repeat(15)}">`],
  ['description-length', 'fail', '<meta name=description content="Bread.">'],
  ['description-length', 'fail', `<meta name=description content="${'bread '.repeat(30)}">`],
  ['heading-order', 'na', ''],
  ['heading-order', 'pass', '<h2>a</h2><h3>b</h3><h1>c</h1><h2>d</h2>'],
  ['heading-order', 'fail', '<h1>a</h1><h3>b</h3>'],
  ['html-has-lang', 'pass', '<html lang=de>'],
  ['html-has-lang', 'fail', '<html lang=" ">'],
  ['viewport', 'pass', '<meta name=viewport content="width=device-width, initial-scale=1">'],
  ['viewport', 'fail', '<meta name=viewport content="width=device-width, initial-scale=0.5">'],
  ['viewport', 'fail', '<meta name=viewport content="user-scalable=no">'],
  ['viewport', 'fail', ''],
  ['charset', 'pass', '', header('content-type', 'text/html; charset=utf-8')],
  ['charset', 'pass', '<meta charset=utf-8>'],
  ['charset', 'pass', '<meta http-equiv=Content-Type content="text/html; charset=big5">'],
  ['charset', 'fail', `<!--${' '.repeat(1024)}--><meta charset=utf-8>`],
  ['charset', 'fail', ''],
  [
    'open-graph',
    'pass',
    '<meta property=og:title content=B><meta property=og:image content=/a.png>',
  ],
  ['open-graph', 'fail', '<meta property=og:title content=B>'],
  ['twitter-card', 'na', ''],
  ['twitter-card', 'pass', '<meta name=twitter:card content=summary>'],
  ['twitter-card', 'fail', '<meta property=og:title content=B>'],
  ['json-ld', 'na', '<script>{}</script>'],
  ['json-ld', 'pass', '<script type="application/ld+json">{"@type": "Bakery"}</script>'],
  ['json-ld', 'fail', '<script type="application/ld+json">{"@type": Bakery}</script>'],
  ['sitemap', 'na', ''],
  [
    'sitemap',
    'pass',
    '',
    { site: { sitemap: { address: `${HOME}s.xml`, status: 200, text: '<urlset>' } } },
  ],
  [
    'sitemap',
    'fail',
    '',
    { site: { sitemap: { address: `${HOME}s.xml`, status: 200, text: '<html>' } } },
  ],
  [
    'sitemap',
    'fail',
    '',
    { site: { sitemap: { address: `${HOME}s.xml`, status: null, text: '' } } },
  ],
  ['redirects-http', 'na', ''],
  [
    'redirects-http',
    'na',
    '',
    { site: { plain: { asked: 'http://bakery.example/', address: undefined } } },
  ],
  [
    'redirects-http',
    'pass',
    '',
    { site: { plain: { asked: 'http://bakery.example/', address: HOME } } },
  ],
  [
    'redirects-http',
    'fail',
    '',
    { site: { plain: { asked: 'http://bakery.example/', address: 'http://bakery.example/' } } },
  ],
  ['redirect-chain', 'pass', '', { through: ['http://bakery.example/'] }],
  [
    'redirect-chain',
    'fail',
    '',
    { through: ['http://bakery.example/', 'https://www.bakery.example/'] },
  ],
  ['mixed-content', 'na', '', { address: 'http://bakery.example/' }],
  ['mixed-content', 'pass', '<img src=/a.png><a href="http://other.example/">x</a>'],
  ['mixed-content', 'fail', '<img src=http://bakery.example/a.png>'],
  ['html-weight', 'pass', ''],
  ['html-weight', 'fail', 'bread '.repeat(40_000)],
  ['broken-links', 'na', ''],
  [
    'broken-links',
    'pass',
    '',
    { site: { tried: [{ address: `${HOME}a`, markup: '<a>', isGone: false }] } },
  ],
  [
    'broken-links',
    'fail',
    '',
    { site: { tried: [{ address: `${HOME}a`, markup: '<a>', isGone: true }] } },
  ],
  ['thin-text', 'pass', 'bread '.repeat(100)],
  ['thin-text', 'fail', 'bread '.repeat(99)],
  ['unsized-images', 'na', ''],
  [
    'unsized-images',
    'pass',
    '<style>.x{aspect-ratio:2}</style><img width=1 height=2><img class=x>',
  ],
  ['unsized-images', 'fail', '<img width=1>'],
  ['largest-contentful-paint', 'na', ''],
  ['largest-contentful-paint', 'pass', '', fast('largestPaint', 2500)],
  ['largest-contentful-paint', 'fail', '', fast('largestPaint', 2501)],
  ['cumulative-layout-shift', 'na', ''],
  ['cumulative-layout-shift', 'pass', '', fast('shift', 0.1)],
  ['cumulative-layout-shift', 'fail', '', fast('shift', 0.11)],
  ['interaction-to-next-paint', 'na', ''],
  ['interaction-to-next-paint', 'pass', '', fast('answer', 200)],
  ['interaction-to-next-paint', 'fail', '', fast('answer', 201)],
  ['one-host', 'na', ''],
  [
    'one-host',
    'pass',
    '',
    { site: { twin: { asked: 'https://www.bakery.example/', address: HOME } } },
  ],
  [
    'one-host',
    'fail',
    '',
    {
      site: {
        twin: { asked: 'https://www.bakery.example/', address: 'https://www.bakery.example/' },
      },
    },
  ],
  [
    'one-host',
    'fail',
    '',
    { site: { twin: { asked: 'https://www.bakery.example/', address: undefined } } },
  ],
  ['favicon', 'na', ''],
  ['favicon', 'pass', '', icon(206, 'image/x-icon')],
  ['favicon', 'fail', '', icon(404, 'text/html')],
  ['favicon', 'fail', '', icon(200, 'text/html; charset=utf-8')],
  ['favicon', 'na', '', icon(503, 'text/html')],
  ['favicon', 'na', '', icon(null)],
  ['share-image', 'fail', ''],
  ['share-image', 'na', OG_IMAGE],
  ['share-image', 'pass', OG_IMAGE, shared(200, 'image/png')],
  ['share-image', 'fail', OG_IMAGE, shared(410)],
  ['share-image', 'na', OG_IMAGE, shared(403, 'text/html')],
  ['one-name', 'na', '<title>Lin Bakery</title>'],
  [
    'one-name',
    'pass',
    '<title>Bread – LIN Bakery</title><meta property=og:site_name content="Lin-Bakery">',
  ],
  ['one-name', 'pass', `<meta property=og:site_name content=Lin>${organization('Lin Bakery')}`],
  [
    'one-name',
    'fail',
    `<meta property=og:site_name content="Lin Cakes">${organization('Lin Bakery')}`,
  ],
  ['one-name', 'fail', `<title>Home</title>${organization('Lin Bakery')}`],
  [
    'one-name',
    'na',
    '<script type="application/ld+json">{"@type":"Product","name":"Cake"}</script>',
  ],
  ['font-families', 'na', '<p style="font-family:Lora">'],
  ['font-families', 'na', '<p style="font-family:sans-serif">', sheets()],
  ['font-families', 'pass', '<p style="font-family:Lora">', sheets('a{font:1rem Inter,serif}')],
  [
    'font-families',
    'fail',
    '<p style="font-family:Lora">',
    sheets('a{font-family:B}b{font-family:C}', 'a{font-family:D}b{font-family:"E F"}'),
  ],
  ['feed-date', 'na', ''],
  [
    'feed-date',
    'na',
    '',
    feed('<rss><channel><pubDate>Mon, 06 Jan 2020 10:00:00 GMT</pubDate></channel></rss>'),
  ],
  ['feed-date', 'pass', '', feed(rss('Mon, 05 Jan 2026 10:00:00 GMT'))],
  ['feed-date', 'fail', '', feed(rss('Mon, 06 Jan 2020 10:00:00 GMT'))],
  [
    'feed-date',
    'pass',
    '',
    feed(
      '<feed><updated>2019-01-01</updated><entry><title>B</title><updated>2026-02-01T10:00:00Z</updated></entry></feed>',
    ),
  ],
  ['sitemap-date', 'na', ''],
  ['sitemap-date', 'na', '', dated()],
  ['sitemap-date', 'na', '', dated('soon', '2031-01-01')],
  ['sitemap-date', 'pass', '', dated('2019-01-01', '2025-11-21')],
  ['sitemap-date', 'fail', '', dated('2019-01-01', '2025-11-20T10:00:00+00:00')],
  ['copyright-year', 'na', '<p>Bread since 1987</p>'],
  ['copyright-year', 'pass', '<footer>© 2019–2026 Lin</footer>'],
  ['copyright-year', 'na', '<footer>© 2019 – today</footer>'],
  ['copyright-year', 'fail', '<p>Copyright Lin Bakery 2021</p>'],
  ['copyright-year', 'pass', '<p>Photo © 2015 Ann</p><footer>(c) 2026</footer>'],
  ['copyright-year', 'pass', '<footer>© 2025</footer>', { at: Date.parse('2026-02-01') }],
];

const finding = (id: string, html: string, given?: Given) =>
  judgeAll(siteFacts(html, given)).find((one) => one.id === id);

it.each(AUDITS.map(({ id }) => id))(
  '%s judges its pages as a browser or Lighthouse would',
  (id) => {
    const own = CASES.filter(([audit]) => audit === id);
    const found = own.map(([, , html, given]) => [finding(id, html, given)?.verdict, html, given]);
    expect(found).toEqual(own.map(([, expected, html, given]) => [expected, html, given]));
  },
);

it('every audit passes and fails somewhere, and has words for it with no figure left out', () => {
  const words = new Set<string>();
  for (const [id, which, html, given] of CASES) {
    const found = finding(id, html, given);
    const audit = AUDITS.find((known) => known.id === id);
    if (audit === undefined || found === undefined || which === 'na') continue;
    words.add(`${id} ${which}`);
    for (const language of LANGUAGES) {
      const phrase = (which === 'pass' ? audit.passes : audit.fails)[language];
      expect([id, fill(phrase, found.figures)]).toEqual([id, expect.not.stringMatching(/[{}]/)]);
      expect(audit.why[language].length).toBeGreaterThan(8);
      expect(audit.remedy[language].length).toBeGreaterThan(4);
    }
  }
  expect([...words].sort()).toEqual(
    AUDITS.flatMap(({ id }) => [`${id} fail`, `${id} pass`]).sort(),
  );
});

it('shows the element that decided', () => {
  expect(finding('image-alt', '<img alt=a><img src=b class=c>')?.evidence).toBe(
    '1 of 2 images, such as <img src="b" class="c">',
  );
});

it('a page that a script fills is not failed for what the script may bring', () => {
  const html = '<html lang=de><div id=root></div><script src=app.js></script>';
  const given = { site: { robots: { status: 503, text: '' } } };
  const failed = judge(siteFacts(html, given), AUDITS).filter(({ verdict }) => verdict === 'fail');
  expect(failed.map(({ id }) => id)).toEqual(['robots-txt']);
  expect(finding('html-has-lang', html)?.verdict).toBe('pass');
  expect(finding('link-text', html)?.verdict).toBe('na');
});

it('of an error page only its status and its connection are told', () => {
  const told = judge(siteFacts('<h1>Gone</h1>', { status: 404 }), AUDITS);
  expect(told.map(({ id, verdict }) => `${id} ${verdict}`)).toEqual([
    'http-status-code fail',
    'is-on-https pass',
  ]);
});

it('lists every file of the folder, under the file’s own name', () => {
  const folder = path.join(__dirname, '../../../../src/core/site/audits');
  const files = readdirSync(folder).filter((file) => file !== 'index.ts');
  expect(AUDITS.map(({ id }) => `${id}.ts`).sort()).toEqual(files.sort());
});
