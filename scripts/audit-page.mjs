import { launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';
import { execFileSync } from 'node:child_process';
import { createServer } from 'node:http';
import path from 'node:path';
import { ensureChromium, ensurePackages, findChromium, root } from './machine.mjs';

/** `npm run audit:page`: Lighthouse's accessibility score of every page of the gate, which must be 100. */

ensurePackages();
await ensureChromium();
const { buildAll } = await import('./build.mjs');
await buildAll();
const pages = JSON.parse(
  execFileSync(process.execPath, [path.join(root, 'dist/bench/pages.js')], { encoding: 'utf8' }),
);
const server = createServer((request, response) => {
  const html = pages[decodeURIComponent(request.url.slice(1))];
  response.writeHead(html === undefined ? 404 : 200, { 'content-type': 'text/html' });
  response.end(html);
});
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
const chrome = await launch({
  chromePath: await findChromium(),
  chromeFlags: ['--headless=new', '--no-sandbox', '--disable-gpu'],
});
try {
  for (const name of Object.keys(pages)) await audit(name);
} finally {
  chrome.kill();
  server.close();
}

async function audit(name) {
  const address = `http://127.0.0.1:${server.address().port}/${encodeURIComponent(name)}`;
  const { lhr } = await lighthouse(address, {
    port: chrome.port,
    onlyCategories: ['accessibility'],
    logLevel: 'error',
  });
  const score = Math.round((lhr.categories.accessibility.score ?? 0) * 100);
  const failed = Object.values(lhr.audits).filter((one) => one.score !== null && one.score < 1);
  console.log(`${name}: ${score}${failed.map(({ title }) => `\n  ${title}`).join('')}`);
  if (score !== 100) process.exitCode = 1;
}
