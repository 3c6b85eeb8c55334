import path from 'node:path';
import { ensurePackages, root, run } from './machine.mjs';

/** `npm run audit -- ADDRESS…`: what the product's audits make of each page, a line of JSON for each. */
ensurePackages();
const { buildProgram } = await import('./build.mjs');
await buildProgram('bench/audits/main');
run(process.execPath, [path.join(root, 'dist/bench/audits/main.js'), ...process.argv.slice(2)]);
