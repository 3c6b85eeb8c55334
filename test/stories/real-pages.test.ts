import { existsSync, readFileSync } from 'node:fs';
import { listen, type Loopback } from '../../demo/loopback';
import { startTestHost, type TestHost } from '../support/host';
import { SEARCH_AUDITS } from '../../src/core/site/audits';
import { PRODUCTS, SENDER } from '../support/cast';

/**
 * The report on pages that nobody made for it: HTML manuals of Debian packages, served as three
 * clients' sites. What must be found was read out of the files by hand.
 */

interface Manual {
  package: string;
  host: string;
  file: string;
  /** Lines of the evidence, as a reader of the file would write them. */
  found: string[];
}

const DOC = '/usr/share/doc';
const MANUALS: Manual[] = [
  {
    package: 'git-doc',
    host: 'gitmanual.example',
    file: `${DOC}/git-doc/git.html`,
    found: [
      '✓ http-status-code: status 200',
      '✓ is-on-https: https://gitmanual.example/',
      '✓ document-title: git(1)',
      '✗ meta-description: no description',
      '✓ h1: git(1) Manual Page',
      '– image-alt: no images',
      '– canonical: none given',
      '✓ link-text: 259 links',
      '✗ html-has-lang: no lang attribute on the html element',
      '✗ viewport: no viewport',
      '✗ title-length: 6 signs: git(1)',
    ],
  },
  {
    package: 'debian-handbook',
    host: 'handbook.example',
    file: `${DOC}/debian-handbook/html/en-US/index.html`,
    found: [
      '✓ http-status-code: status 200',
      '✓ is-on-https: https://handbook.example/',
      "✓ document-title: The Debian Administrator's Handbook",
      '✓ meta-description: A reference book presenting the Debian distribution, from initial installation to configuration of services.',
      '✗ h1: 2 h1',
      '✓ image-alt: 2 of 2 images',
      '✓ canonical: https://debian-handbook.info/browse/stable/',
      '✗ viewport: no viewport',
      '✗ unsized-images: 2 of 2, such as <img alt="Product Site" src="Common_Content/images//image_left.png">',
      '✗ sitemap: https://handbook.example/sitemap.xml: 404',
    ],
  },
  {
    package: 'debian-policy',
    host: 'policy.example',
    file: `${DOC}/debian-policy/policy.html/ap-flowcharts.html`,
    found: [
      '✓ http-status-code: status 200',
      '✓ is-on-https: https://policy.example/',
      '✓ document-title: 9. Maintainer script flowcharts — Debian Policy Manual v4.6.2.0',
      '✗ meta-description: no description',
      '✓ h1: 9. Maintainer script flowcharts¶',
      '✓ image-alt: 6 of 6 images',
      '– canonical: none given',
      '✗ heading-order: <h4>',
      '– robots-txt: status 404, no rules',
    ],
  },
];

const missing = MANUALS.filter(({ file }) => !existsSync(file)).map((manual) => manual.package);
if (missing.length > 0) {
  const sentence = `The manuals of ${missing.join(', ')} are not installed, so the report is not tried on real pages.`;
  if (process.env.CI) throw new Error(sentence);
  process.stderr.write(`Skipped: ${sentence}\n`);
}

(missing.length === 0 ? describe : describe.skip)('on real pages', () => {
  let host: TestHost;
  let server: Loopback;

  beforeAll(async () => {
    server = await listen((request, response) => {
      const manual = MANUALS.find(({ host: name }) => request.headers.host?.startsWith(name));
      const isThere = manual !== undefined && request.url === '/';
      response.writeHead(isThere ? 200 : 404, { 'content-type': 'text/html; charset=utf-8' });
      response.end(isThere ? readFileSync(manual.file) : 'not here');
    });
    host = await startTestHost();
    await host.client.putRoutes(
      Object.fromEntries(MANUALS.map((manual) => [manual.host, server.address])),
    );
    await host.client.result('sheet', 'setUp');
    await host.panel({ do: 'saveSettings', settings: SENDER });
    await host.panel({ do: 'pair', address: host.client.webApp('gate') });
    const rows = MANUALS.map(
      (manual) => `${manual.package},editor@${manual.host},${manual.host},yes,contract,2025-01-02`,
    );
    const csv = ['Name,Email,Website,Consent,Consent basis,Consent date', ...rows].join('\n');
    await host.panel({ do: 'importClients', csv, commit: true });
    for (const product of PRODUCTS) await host.panel({ do: 'saveProduct', product });
    await host.client.result('sheet', 'writeLettersNow');
  });

  afterAll(async () => {
    await host.stop();
    await server.stop();
  });

  it.each(MANUALS.map((manual) => [manual.package, manual] as const))(
    'finds in %s what a reader of the file finds',
    async (_, manual) => {
      const clients = await host.rows('Clients');
      const id = clients.find((row) => row.Website === manual.host)?.['Client ID'];
      const letter = (await host.rows('Letters')).find((row) => row['Client ID'] === id);
      const evidence = String(letter?.Checks).split('\n');
      expect(evidence[0]).toBe(`Measured on https://${manual.host}/ on 2026-11-21:`);
      expect(evidence).toEqual(expect.arrayContaining(manual.found));
      expect(evidence.filter((line) => /^[✓✗–] /.test(line))).toHaveLength(SEARCH_AUDITS.length);
    },
  );

  it('goes the whole way with them: approved, sent, read', async () => {
    const { letters } = await host.panel({ do: 'queue' });
    await host.panel({ do: 'approve', letters: letters.map(({ id }) => id) });
    expect((await host.panel({ do: 'sendNow' })).done).toBe('3 letters sent');
    const texts = (await host.client.mail()).map(({ text }) => text).join('\n');
    expect(texts).toContain('Main headings on the page: 2. There should be just one.');
    expect(texts).toContain('The page has no description for search engines to show.');
  });
});
