import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import ts from 'typescript';
import { generateSignatures } from './generate.mjs';

const host = path.join(import.meta.dirname, '..');

/**
 * What Google has and what of it this host has: `[{ service, kind, methods: [{ name, isBuilt }] }]`,
 * one entry for each class of Google's. It is read off the classes as they are once loaded, so a
 * method counts as built exactly when a script's call would reach it.
 */
export async function readCoverage() {
  const folder = await mkdtemp(path.join(tmpdir(), 'coverage-'));
  try {
    await generateSignatures(folder);
    const isBuilt = await loadBuilt(folder);
    const isApiBuilt = await loadGmail(folder);
    const { services, advanced } = await readJson(folder, 'index');
    return [
      ...(await classesOf(folder, services, '', isBuilt)),
      ...(await classesOf(folder, { Gmail: advanced.Gmail }, 'advanced.', isApiBuilt)),
    ];
  } finally {
    await rm(folder, { recursive: true });
  }
}

const readJson = async (folder, name) =>
  JSON.parse(await readFile(path.join(folder, `${name}.json`), 'utf8'));

async function classesOf(folder, globals, prefix, isBuilt) {
  const namespaces = [...new Set(Object.values(globals).map((root) => root.split('.')[0]))];
  const classes = [];
  for (const namespace of namespaces) {
    const known = await readJson(folder, prefix + namespace);
    for (const [kind, { methods }] of Object.entries(known.classes)) {
      const listed = Object.keys(methods).map((name) => ({ name, isBuilt: isBuilt(kind, name) }));
      const service = serviceOf(globals, kind) + (prefix ? ' (advanced)' : '');
      if (listed.length && !ofTheScript.has(kind)) classes.push({ service, kind, methods: listed });
    }
  }
  return classes;
}

/** JavaScript's own Date, and what only says that something can be made into a blob. */
const ofTheScript = new Set(['Base.Date', 'Base.DateConstructor', 'Base.BlobSource']);

/** The global through which a class is reached; what several services share stands under `Base`. */
function serviceOf(globals, kind) {
  const [namespace] = kind.split('.');
  const roots = Object.entries(globals).filter(([, root]) => root.split('.')[0] === namespace);
  const own = roots.find(([, root]) => root === kind);
  return own?.[0] ?? (namespace === 'Base' ? namespace : (roots[0]?.[0] ?? namespace));
}

/** Loads the services' classes; each says by its `kind` for which of Google's it stands. */
async function loadBuilt(folder) {
  const files = await readdir(path.join(host, 'context', 'services'), { recursive: true });
  // First as the host itself loads them: what extends what depends on the order.
  const entry = ['index.ts', ...files]
    .filter((file) => file.endsWith('.ts'))
    .map((file) => `import './${file.split(path.sep).join('/')}';`)
    .join('\n');
  const { loaded } = await load(folder, 'services', {
    stdin: {
      contents: `${entry}\nexport const loaded = globalThis.loadedClasses;`,
      resolveDir: path.join(host, 'context', 'services'),
    },
    banner: { js: 'globalThis.loadedClasses = [];' },
    plugins: [{ name: 'note-classes', setup: noteClasses }],
  });
  const prototypes = new Map(
    loaded.flatMap(([kinds, built]) => kinds.map((kind) => [kind, built.prototype])),
  );
  return (kind, method) => typeof prototypes.get(kind)?.[method] === 'function';
}

function noteClasses(bundle) {
  bundle.onLoad({ filter: /context[\\/]services[\\/].*\.ts$/ }, async ({ path: file }) => {
    const code = await readFile(file, 'utf8');
    const tree = ts.createSourceFile(file, code, ts.ScriptTarget.Latest);
    const notes = tree.statements
      .filter((statement) => ts.isClassDeclaration(statement) && standsForAClass(statement, tree))
      .map((statement) => noteOf(statement, tree));
    return { contents: `${code}\n${notes.join('\n')}`, loader: 'ts' };
  });
}

const standsForAClass = ({ heritageClauses = [] }, tree) =>
  heritageClauses.some((clause) => /^implements .*\bThing\b/.test(clause.getText(tree)));

function noteOf(declaration, tree) {
  const kind = declaration.members.find(
    (member) => ts.isPropertyDeclaration(member) && member.name.getText(tree) === 'kind',
  );
  const name = declaration.name.text;
  const kinds = kind?.initializer ? `[${kind.initializer.getText(tree)}]` : `${name}.kinds`;
  return `(globalThis as any).loadedClasses.push([${kinds}, ${name}]);`;
}

/** Asks the Gmail API for each method, without a mailbox: what is not built says so. */
async function loadGmail(folder) {
  const { gmailHandlers } = await load(folder, 'gmail', {
    entryPoints: [path.join(host, 'mail', 'gmail.ts')],
    platform: 'node',
  });
  const handlers = gmailHandlers({ mailbox: {} }, {}, { now: () => 0 });
  return (kind, name) => {
    // A maker of empty resources, as in `Gmail.newMessage`.
    if (kind === 'Gmail') return true;
    const within = kind.split('.').slice(2).map(resourceOf);
    const method = [...within, name].join('.');
    try {
      handlers['gmail.call']({ method, args: [] }, { ahead: 0 });
    } catch (thrown) {
      return !String(thrown.message).startsWith('NotImplementedLocally');
    }
    return true;
  };
}

/** `Gmail.Collection.Users.DraftsCollection` is `users.drafts` to the API. */
const resourceOf = (part) => {
  const name = part.replace(/Collection$/, '');
  return name.charAt(0).toLowerCase() + name.slice(1);
};

async function load(folder, name, options) {
  const outfile = path.join(folder, `${name}.mjs`);
  await build({
    bundle: true,
    format: 'esm',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    logLevel: 'warning',
    outfile,
    ...options,
  });
  return import(pathToFileURL(outfile).href);
}
