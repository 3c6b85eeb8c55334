import path from 'node:path';
import { ensurePackages, root, run } from './machine.mjs';

/** `npm run bench` measures the product on the laptop host, `npm run bench:host` the host itself. */
ensurePackages();
const { buildAll } = await import('./build.mjs');
await buildAll();
const program = process.argv.includes('--host') ? 'host' : 'main';
const asked = process.argv.slice(2).filter((word) => word !== '--host');
run(process.execPath, [path.join(root, `dist/bench/${program}.js`), ...asked]);
