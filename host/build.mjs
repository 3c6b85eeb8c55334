import { copyFile, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { generateSignatures } from './signatures/generate.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));

/** Builds the host so that `node OUT/main.js` runs it. */
export async function buildHost(outDir = path.join(here, '..', 'dist', 'host')) {
  const fresh = `${outDir}.new`;
  await rm(fresh, { recursive: true, force: true });
  await mkdir(fresh, { recursive: true });
  await Promise.all([
    buildMachine(fresh),
    buildContext(fresh),
    buildPages(path.join(fresh, 'pages')),
    generateSignatures(path.join(fresh, 'signatures')),
  ]);
  await replaceFolder(outDir, fresh);
}

/** Puts one folder in the place of another, which is missing for no longer than a rename takes. */
async function replaceFolder(folder, fresh) {
  const old = `${folder}.old`;
  await rm(old, { recursive: true, force: true });
  await rename(folder, old).catch(() => undefined);
  await rename(fresh, folder);
  await rm(old, { recursive: true, force: true });
}

const shared = { bundle: true, logLevel: 'warning', target: 'es2022', legalComments: 'none' };

/** Some libraries are CommonJS and ask for Node's own modules by `require`. */
const requireForLibraries =
  "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);";

/** The program itself, and the thread in which scripts run. */
function buildMachine(outDir) {
  return build({
    ...shared,
    entryPoints: {
      main: path.join(here, 'main.ts'),
      worker: path.join(here, 'engine', 'worker.ts'),
    },
    outdir: outDir,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    splitting: true,
    banner: { js: requireForLibraries },
    chunkNames: 'chunks/[name]-[hash]',
  });
}

/** What is evaluated inside each script's own context: one expression, whose value installs it. */
async function buildContext(outDir) {
  const file = path.join(outDir, 'context.js');
  await build({
    ...shared,
    entryPoints: [path.join(here, 'context', 'index.ts')],
    outfile: file,
    platform: 'neutral',
    format: 'iife',
    globalName: 'host',
  });
  const code = await readFile(file, 'utf8');
  await writeFile(file, `(function () {\n${code}\nreturn host.install;\n})()`);
}

/** What browsers load. */
async function buildPages(outDir) {
  await mkdir(outDir, { recursive: true });
  await copyFile(path.join(here, 'pages', 'shell.html'), path.join(outDir, 'shell.html'));
  return build({
    ...shared,
    entryPoints: {
      app: path.join(here, 'pages', 'app.tsx'),
      style: path.join(here, 'pages', 'style', 'app.css'),
      frame: path.join(here, 'pages', 'frame.ts'),
      outer: path.join(here, 'pages', 'outer.ts'),
    },
    outdir: outDir,
    platform: 'browser',
    format: 'iife',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    minify: true,
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildHost();
