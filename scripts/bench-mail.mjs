import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { ensurePackages, ensureSpamAssassin, root } from './machine.mjs';

/** `npm run bench:mail`: what SpamAssassin thinks of the demo's letters. */
ensurePackages();
if (!ensureSpamAssassin()) {
  throw new Error('SpamAssassin is missing. Install Debian’s package spamassassin and run again.');
}
const { buildAll, buildProgram } = await import('./build.mjs');
await buildAll();
await buildProgram('bench/mail/main');
const program = path.join(root, 'dist/bench/mail/main.js');
process.exitCode =
  spawnSync(process.execPath, [program], { cwd: root, stdio: 'inherit' }).status ?? 1;
