import path from 'node:path';
import { ensurePackages, root, run } from './machine.mjs';

/** `npm run bench:forecast [-- tune]`: how well the forecast foretells a year, on histories whose course is known. */
ensurePackages();
const { buildProgram } = await import('./build.mjs');
await buildProgram('bench/forecast/main');
run(process.execPath, [path.join(root, 'dist/bench/forecast/main.js'), ...process.argv.slice(2)]);
