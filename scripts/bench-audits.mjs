import path from 'node:path';
import { ensureChromium, ensurePackages, findChromium, root, run } from './machine.mjs';

/** `npm run bench:audits [-- --pages 300 --seed cake]`: how often our audits and Lighthouse agree. */
ensurePackages();
await ensureChromium();
const { buildProgram } = await import('./build.mjs');
await buildProgram('bench/audits/compare');
run(process.execPath, [
  path.join(root, 'dist/bench/audits/compare.js'),
  '--chromium',
  await findChromium(),
  ...process.argv.slice(2),
]);
