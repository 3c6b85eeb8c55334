import path from 'node:path';
import { ensurePackages, root, run } from './machine.mjs';

/** `npm run soak`: builds, then presses the gate on the laptop host, with kills. */
ensurePackages();
const { buildAll } = await import('./build.mjs');
await buildAll();
run(process.execPath, [path.join(root, 'dist/bench/soak-main.js')]);
