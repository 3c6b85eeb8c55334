import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
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

/** Everything: both projects, the laptop host and the demo. */
export async function buildAll() {
  await mkdir(dist(), { recursive: true });
  await Promise.all([
    buildProjects(),
    buildHost(dist('host')),
    buildProgram('demo/story'),
    buildProgram('bench/main'),
  ]);
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
