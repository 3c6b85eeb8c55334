import path from 'node:path';
import { ensurePackages, root, run } from './machine.mjs';

/** `npm run bench:taps [-- tune]`: how well people's taps are told from those of machines. */
ensurePackages();
const { buildProgram } = await import('./build.mjs');
await buildProgram('bench/taps/main');
run(process.execPath, [path.join(root, 'dist/bench/taps/main.js'), ...process.argv.slice(2)]);
