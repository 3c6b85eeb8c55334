import path from 'node:path';
import { ensurePackages, root, run } from './machine.mjs';

/** `npm run bench`: builds, then measures on the laptop host. */
ensurePackages();
const { buildAll } = await import('./build.mjs');
await buildAll();
run(process.execPath, [path.join(root, 'dist/bench/main.js')]);
