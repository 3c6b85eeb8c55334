import path from 'node:path';
import { ensurePackages, root, run } from './machine.mjs';

/** `npm run bench:recommend`: how well the recommendation learns, against one that knows it all. */
ensurePackages();
const { buildProgram } = await import('./build.mjs');
await buildProgram('bench/recommend/main');
run(process.execPath, [path.join(root, 'dist/bench/recommend/main.js')]);
