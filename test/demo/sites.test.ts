import { HtmlValidate } from 'html-validate';
import { type DemoClient, demoClients, type SiteKind } from '../../demo/clients';
import { type Sites, startSites } from '../../demo/sites';
import { failingAudits, FLAWS, flawsLeft, siteFlaws } from '../../demo/sites/flaws';
import { AUDITS } from '../../src/core/site/audits';
import { askThrough, lookThrough } from './through-routes';

const SEED = 'perennial';
const clients = demoClients(SEED);
const flaws = siteFlaws(clients, SEED);
let sites: Sites;

beforeAll(async () => {
  sites = await startSites(clients, SEED);
});
afterAll(() => sites.stop());

const clientWith = (kind: SiteKind): DemoClient => {
  const found = clients.find(({ site }) => site === kind);
  if (found === undefined) throw new Error(`no client with the site ${kind}`);
  return found;
};

/** The failing audits of every own site, as the product finds them. */
async function failures(): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>();
  for (const { host, site, website } of clients) {
    if (site !== 'own') continue;
    const look = await lookThrough(sites.routes, website);
    if (!look.seen) throw new Error(`${host} was not seen: ${look.why}`);
    const failed = look.findings.filter(({ verdict }) => verdict === 'fail');
    found.set(host, failed.map(({ id }) => id).sort());
  }
  return found;
}

/** The failing audits as they are meant. */
function meant(quarter: number): Map<string, string[]> {
  return new Map(
    [...flaws].map(([host, all]) => [host, failingAudits(flawsLeft(all, quarter)).sort()]),
  );
}

test.each([0, 1, 2])('the audits find what is meant in quarter %i', async (quarter) => {
  sites.turnTo(quarter);
  expect(await failures()).toEqual(meant(quarter));
});

test('every flaw is one that an audit finds, some sites are faultless, and most differ', () => {
  const all = [...meant(0).values()];
  expect(new Set(all.flat())).toEqual(
    new Set(Object.values(FLAWS).flatMap(({ audits }): readonly string[] => audits)),
  );
  expect(AUDITS.map(({ id }) => id)).toEqual(expect.arrayContaining(all.flat()));
  expect(all.some((failed) => failed.length === 0)).toBe(true);
  expect(new Set(all.map(String)).size).toBeGreaterThan(12);
});

test('from quarter to quarter some flaws are mended and none is added', () => {
  const left = [0, 1, 2, 3, 4].map((quarter) => {
    const counts = [...flaws.values()].map((all) => flawsLeft(all, quarter).length);
    return counts.reduce((sum, count) => sum + count, 0);
  });
  for (let quarter = 1; quarter < left.length; quarter++) {
    expect(left[quarter]).toBeLessThan(left[quarter - 1] ?? 0);
  }
  expect(left[1]).toBeGreaterThan((left[0] ?? 0) / 3);
});

test.each(['a', 'b', 'c'])('with the seed %s there are flaws of each kind', (seed) => {
  const names = [...siteFlaws(demoClients(seed), seed).values()].flat().map(({ name }) => name);
  expect(new Set(names)).toEqual(new Set(Object.keys(FLAWS)));
});

test('the odd sites behave as they should', async () => {
  const look = (kind: SiteKind) => lookThrough(sites.routes, clientWith(kind).website);
  expect(await look('none')).toEqual({ seen: false, why: 'no site' });
  expect(await look('silent')).toEqual({ seen: false, why: 'no answer' });
  expect(await look('challenge')).toEqual({ seen: false, why: 'challenge' });
  expect(await look('script')).toMatchObject({ seen: true, filledByScript: true });
});

test('pages are in their client’s language, and their pictures are there', async () => {
  sites.turnTo(99);
  for (const { site, host, language, company } of clients) {
    if (site !== 'own') continue;
    const ask = (path: string) =>
      askThrough(sites.routes, {
        url: `https://${host}${path}`,
        method: 'GET',
        timeoutSeconds: 1,
      });
    const picture = await ask('/pictures/2.svg');
    expect(picture).toMatchObject({ status: 200, headers: { 'content-type': 'image/svg+xml' } });
    const page = await ask('/');
    if (!page.ok || page.status === 301) continue;
    expect(page.body).toContain(`<html lang="${language}">`);
    expect(page.body).toContain(company);
  }
});

test('a mended page is sound HTML', async () => {
  sites.turnTo(99);
  const validator = new HtmlValidate({
    extends: ['html-validate:standard'],
    rules: { 'no-inline-style': 'off', 'require-sri': 'off', 'long-title': 'off' },
  });
  const steady = clients.filter(
    ({ site, host }) => site === 'own' && flaws.get(host)?.every(({ name }) => name !== 'insecure'),
  );
  for (const { host } of steady) {
    const page = await askThrough(sites.routes, {
      url: `https://${host}/`,
      method: 'GET',
      timeoutSeconds: 1,
    });
    const report = await validator.validateString(page.ok ? page.body : '');
    expect(report.results.flatMap(({ messages }) => messages)).toEqual([]);
  }
});

test('a host that nobody has, and a page that nobody made, are not found', async () => {
  const [address = ''] = Object.values(sites.routes);
  const ask = (host: string, path: string) =>
    askThrough(
      { [host]: address },
      { url: `https://${host}${path}`, method: 'GET', timeoutSeconds: 1 },
    );
  expect(await ask('nobody.example', '/')).toMatchObject({ status: 404 });
  expect(await ask(clientWith('own').host, '/prices')).toMatchObject({ status: 404 });
});
