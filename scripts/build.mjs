import { createHash } from 'node:crypto';
import { cp, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { build as esbuild } from 'esbuild';
import webpack from 'webpack';
import { buildHost } from '../host/build.mjs';
import projects from '../webpack.config.mjs';

const root = path.dirname(import.meta.dirname);
const dist = (...parts) => path.join(root, 'dist', ...parts);

/** Writes dist/sheet and dist/gate, each just what clasp pushes. */
export async function buildProjects() {
  await rm(dist('sheet'), { recursive: true, force: true });
  await rm(dist('gate'), { recursive: true, force: true });
  const stats = await promisify(webpack)(projects);
  if (stats.hasErrors()) throw new Error(stats.toString({ all: false, errors: true }));
  await cp(path.join(root, 'appsscript.json'), dist('sheet', 'appsscript.json'));
  await cp(path.join(root, 'src/gate/appsscript.json'), dist('gate', 'appsscript.json'));
  await writeFile(dist('sheet', 'sidebar.html'), await buildSidebar());
}

/** What the built files are made from. */
const SOURCES = [
  ...['src', 'sidebar', 'host', 'demo', 'bench', 'scripts'],
  ...['webpack.config.mjs', 'appsscript.json', 'tsconfig.json', 'package-lock.json'],
];

/**
 * Everything: both projects, the laptop host and the demo. Where nothing has changed since the last
 * time, the files stay as they are, so that whatever runs from them is not disturbed.
 */
export async function buildAll() {
  const sources = await fingerprint();
  const stamp = dist('sources.sha256');
  if ((await readFile(stamp, 'utf8').catch(() => '')) === sources) return;
  await rm(stamp, { force: true });
  await mkdir(dist(), { recursive: true });
  await Promise.all([
    buildProjects(),
    buildHost(dist('host')),
    buildProgram('demo/story'),
    buildProgram('bench/main'),
  ]);
  await writeFile(stamp, sources);
}

/** A digest of every source file's name and content. */
async function fingerprint() {
  const hash = createHash('sha256');
  for (const name of SOURCES) {
    for (const file of await filesIn(path.join(root, name))) {
      hash.update(path.relative(root, file)).update(await readFile(file));
    }
  }
  return hash.digest('hex');
}

/** A file itself, or every file below a folder, in order. */
async function filesIn(place) {
  if ((await stat(place)).isFile()) return [place];
  const entries = await readdir(place, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}

/** A program of ours for Node, such as the demo's. */
export async function buildProgram(name) {
  await esbuild({
    entryPoints: [path.join(root, `${name}.ts`)],
    outfile: dist(`${name}.js`),
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    packages: 'external',
    loader: { '.html': 'text' },
  });
}

/** The sidebar as one HTML file: Apps Script serves no others. */
async function buildSidebar() {
  const bundle = async (entry) => {
    const { outputFiles } = await esbuild({
      entryPoints: [path.join(root, 'sidebar', entry)],
      bundle: true,
      minify: true,
      write: false,
      target: 'es2020',
      jsx: 'automatic',
      jsxImportSource: 'preact',
      legalComments: 'none',
    });
    return outputFiles[0].text;
  };
  const [page, script, style] = await Promise.all([
    readFile(path.join(root, 'sidebar/sidebar.html'), 'utf8'),
    bundle('main.tsx'),
    bundle('style.css'),
  ]);
  // As functions, so that no `$` of the code is taken for a pattern.
  return page
    .replace('/* style */', () => style)
    .replace('/* script */', () => script.replace(/<\/(script)/gi, '<\\/$1'));
}

if (process.argv[1] === import.meta.filename) await buildAll();
