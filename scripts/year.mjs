import path from 'node:path';
import { ensurePackages, root, run } from './machine.mjs';

/** `npm run year [-- tune] [-- --seeds 20]`: years with known truth, and what the ledger makes of them. */
ensurePackages();
const { buildProgram } = await import('./build.mjs');
await buildProgram('bench/year/main');
run(process.execPath, [path.join(root, 'dist/bench/year/main.js'), ...process.argv.slice(2)]);
