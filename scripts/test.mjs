import { spawn } from 'node:child_process';
import path from 'node:path';
import {
  ensureChromium,
  ensureManuals,
  ensurePackages,
  ensureSpamAssassin,
  findChromium,
  root,
} from './machine.mjs';

/** `npm test`: installs what is missing, then checks types, lint and form, then runs every test. */

const PROJECTS = ['src/core', 'src', 'sidebar', 'host', 'demo', 'bench', 'cli', 'test'];

try {
  ensurePackages();
  await ensureChromium();
  ensureManuals();
  ensureSpamAssassin();
  const { buildAll } = await import('./build.mjs');
  await buildAll();
  await check();
  process.exitCode = await tests(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  console.log('0 passed, 1 failed');
  process.exitCode = 1;
}

/** Types, lint and form, two at a time. */
async function check() {
  const bin = (name) => path.join(root, 'node_modules', name);
  const checks = [
    ['lint', bin('eslint/bin/eslint.js'), ['.']],
    ...PROJECTS.map((name) => [`types of ${name}`, bin('typescript/bin/tsc'), ['-p', name]]),
    ['form', bin('prettier/bin/prettier.cjs'), ['--check', '--log-level', 'warn', '.']],
  ];
  const failed = [];
  const next = async () => {
    for (let one = checks.shift(); one !== undefined; one = checks.shift()) {
      const [what, program, args] = one;
      if ((await runNode(program, args)) !== 0) failed.push(what);
    }
  };
  await Promise.all([next(), next()]);
  if (failed.length > 0) throw new Error(`Not right yet: ${failed.join(', ')}.`);
  console.log('Types, lint and form are right.');
}

async function tests(args) {
  const jest = path.join(root, 'node_modules/jest/bin/jest.js');
  return runNode(jest, args, { ...process.env, CHROMIUM: await findChromium() });
}

function runNode(program, args, env = process.env) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [program, ...args], { cwd: root, stdio: 'inherit', env });
    child.on('exit', (code) => resolve(code ?? 1));
  });
}
