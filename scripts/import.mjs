import path from 'node:path';
import { ensurePackages, root, run } from './machine.mjs';

/** `npm run import -- FILE…`: what reports would book, as one JSON object per file and line. */
ensurePackages();
const { buildProgram } = await import('./build.mjs');
await buildProgram('cli/import');
run(process.execPath, [path.join(root, 'dist/cli/import.js'), ...process.argv.slice(2)], {
  // Files are named from where the command was typed.
  cwd: process.env.INIT_CWD ?? process.cwd(),
});
