import path from 'node:path';
import { ensurePackages, root, run } from './machine.mjs';

/** `npm run sweeps`: every end and every edit before every service call; some minutes. */
ensurePackages();
const { buildAll } = await import('./build.mjs');
await buildAll();
run(
  process.execPath,
  [path.join(root, 'node_modules/jest/bin/jest.js'), 'test/stories/(sweeps|lists|line|fold)'],
  {
    env: { ...process.env, SWEEP: 'whole' },
  },
);
