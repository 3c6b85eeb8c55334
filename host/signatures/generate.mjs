import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import ts from 'typescript';

const typesFolder = dirname(
  createRequire(import.meta.url).resolve('@types/google-apps-script/package.json'),
);

/**
 * Writes what `@types/google-apps-script` knows of every service: one JSON file a namespace with
 * its classes and enums, and `index.json`, which says where each global stands. Nothing is written
 * when the folder already holds the table of the installed version.
 */
export async function generateSignatures(outDir) {
  const { version } = JSON.parse(await readFile(join(typesFolder, 'package.json'), 'utf8'));
  const index = join(outDir, 'index.json');
  const present = await readFile(index, 'utf8').catch(() => '{}');
  if (JSON.parse(present).version === version) return;

  await mkdir(outDir, { recursive: true });
  const services = await readNamespaces(typesFolder, '');
  const advanced = await readNamespaces(join(typesFolder, 'apis'), 'advanced.');
  for (const [name, namespace] of [...services.namespaces, ...advanced.namespaces]) {
    await writeFile(join(outDir, `${name}.json`), JSON.stringify(namespace));
  }
  const known = { version, services: services.globals, advanced: advanced.globals };
  await writeFile(index, JSON.stringify(known));
}

async function readNamespaces(folder, prefix) {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.d.ts'));
  const declared = { interfaces: new Map(), enums: new Map(), aliases: new Map() };
  const globals = {};
  for (const file of files) {
    const source = await readFile(join(folder, file), 'utf8');
    const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest);
    for (const statement of tree.statements) {
      if (ts.isModuleDeclaration(statement)) collect(statement, '', declared);
      if (ts.isVariableStatement(statement)) collectGlobals(statement, globals);
    }
  }
  const namespaces = new Map();
  for (const [name, parts] of declared.interfaces) {
    const described = describeInterface(name, parts, declared);
    const isRoot = Object.values(globals).includes(name);
    if (Object.keys(described.methods).length || isRoot)
      namespaceOf(namespaces, prefix, name).classes[name] = described;
  }
  for (const [name, values] of declared.enums) {
    namespaceOf(namespaces, prefix, name).enums[name] = values;
  }
  // Some declared globals are only types: enums, and the constructor of a helper type.
  const services = Object.entries(globals).filter(
    ([name, type]) => declared.interfaces.has(type) && name !== 'Date2',
  );
  return { namespaces, globals: Object.fromEntries(services) };
}

function namespaceOf(namespaces, prefix, name) {
  const key = prefix + name.split('.')[0];
  const namespace = namespaces.get(key) ?? { classes: {}, enums: {} };
  namespaces.set(key, namespace);
  return namespace;
}

function collect(node, path, declared) {
  if (ts.isModuleDeclaration(node)) {
    const own = node.name.text === 'GoogleAppsScript' ? '' : join2(path, node.name.text);
    if (node.body && ts.isModuleDeclaration(node.body)) collect(node.body, own, declared);
    else node.body?.statements.forEach((statement) => collect(statement, own, declared));
  } else if (ts.isInterfaceDeclaration(node)) {
    const name = join2(path, node.name.text);
    declared.interfaces.set(name, [...(declared.interfaces.get(name) ?? []), node]);
  } else if (ts.isEnumDeclaration(node)) {
    declared.enums.set(
      join2(path, node.name.text),
      node.members.map((member) => member.name.text),
    );
  } else if (ts.isTypeAliasDeclaration(node)) {
    declared.aliases.set(join2(path, node.name.text), node.type);
  }
}

const join2 = (path, name) => (path ? `${path}.${name}` : name);

function collectGlobals(statement, globals) {
  for (const { name, type } of statement.declarationList.declarations) {
    const reference = type && ts.isUnionTypeNode(type) ? type.types[0] : type;
    if (!reference || !ts.isTypeReferenceNode(reference)) continue;
    const path = entityName(reference.typeName);
    if (path.startsWith('GoogleAppsScript.'))
      globals[name.text] = path.slice('GoogleAppsScript.'.length);
  }
}

function entityName(node) {
  if (ts.isIdentifier(node)) return node.text;
  if (ts.isQualifiedName(node)) return `${entityName(node.left)}.${node.right.text}`;
  return `${entityName(node.expression)}.${node.name.text}`;
}

/** The methods of an interface and of those it extends: `[returns a service object?, overloads]`. */
function describeInterface(name, parts, declared) {
  const described = { methods: {}, members: {} };
  const scope = name.split('.').slice(0, -1).join('.');
  for (const part of parts) {
    for (const parent of (part.heritageClauses ?? []).flatMap((clause) => clause.types)) {
      const parentName = resolveName(entityName(parent.expression), scope, declared);
      const parentParts = declared.interfaces.get(parentName) ?? [];
      const inherited = describeInterface(parentName, parentParts, declared);
      Object.assign(described.methods, inherited.methods);
      Object.assign(described.members, inherited.members);
    }
    part.members.forEach((member) => describeMember(member, scope, declared, described));
  }
  return described;
}

function describeMember(member, scope, declared, described) {
  const name = member.name?.text;
  if (ts.isMethodSignature(member)) {
    const method = Object.hasOwn(described.methods, name) ? described.methods[name] : [0, []];
    const result = member.type ? tagOf(member.type, scope, declared) : 'any';
    if (result.includes('@')) method[0] = 1;
    method[1].push(member.parameters.map((parameter) => parameterTag(parameter, scope, declared)));
    described.methods[name] = method;
  } else if (ts.isPropertySignature(member) && member.type) {
    const type = ts.isTypeQueryNode(member.type)
      ? resolveName(entityName(member.type.exprName), scope, declared)
      : tagOf(member.type, scope, declared).replace(/^[@#]/, '');
    if (declared.enums.has(type) || declared.interfaces.has(type)) described.members[name] = type;
  }
}

function parameterTag(parameter, scope, declared) {
  const tag = parameter.type ? tagOf(parameter.type, scope, declared) : 'any';
  if (parameter.dotDotDotToken) return `...${tag}`;
  return parameter.questionToken ? `${tag}?` : tag;
}

/** A type as one short word: `string`, `number[]`, `@Spreadsheet.Range`, `#Base.Button`, `a|b`. */
function tagOf(type, scope, declared) {
  if (ts.isArrayTypeNode(type)) return arrayOf(tagOf(type.elementType, scope, declared));
  if (ts.isParenthesizedTypeNode(type)) return tagOf(type.type, scope, declared);
  if (ts.isUnionTypeNode(type)) {
    const tags = new Set(type.types.map((part) => tagOf(part, scope, declared)));
    tags.delete('undefined');
    return [...tags].join('|');
  }
  if (ts.isLiteralTypeNode(type)) return literalTag(type.literal);
  if (ts.isTypeReferenceNode(type)) return referenceTag(type, scope, declared);
  return keywordTags[type.kind] ?? 'object';
}

const arrayOf = (tag) => `${tag.includes('|') ? `(${tag})` : tag}[]`;

const keywordTags = {
  [ts.SyntaxKind.StringKeyword]: 'string',
  [ts.SyntaxKind.NumberKeyword]: 'number',
  [ts.SyntaxKind.BooleanKeyword]: 'boolean',
  [ts.SyntaxKind.AnyKeyword]: 'any',
  [ts.SyntaxKind.UndefinedKeyword]: 'undefined',
  [ts.SyntaxKind.VoidKeyword]: 'undefined',
};

function literalTag(literal) {
  if (literal.kind === ts.SyntaxKind.NullKeyword) return 'null';
  if (ts.isStringLiteral(literal)) return 'string';
  return ts.isNumericLiteral(literal) ? 'number' : 'boolean';
}

const namedTags = {
  Integer: 'number',
  Byte: 'number',
  Char: 'string',
  BigNumber: 'any',
  JdbcSQL_XML: 'any',
  Date: 'Date',
  'Base.Date': 'Date',
};

function referenceTag(type, scope, declared) {
  const written = entityName(type.typeName);
  if (written === 'Array') return arrayOf(tagOf(type.typeArguments[0], scope, declared));
  if (Object.hasOwn(namedTags, written)) return namedTags[written];
  const name = resolveName(written, scope, declared);
  const alias = declared.aliases.get(name);
  if (alias) return tagOf(alias, scope, declared);
  if (declared.enums.has(name)) return `#${name}`;
  const parts = declared.interfaces.get(name);
  const hasMethods = parts?.some(
    (part) => part.heritageClauses || part.members.some((member) => ts.isMethodSignature(member)),
  );
  return hasMethods && !/Request(Options)?$/.test(name) ? `@${name}` : 'object';
}

/** Finds a written name from the inside out, as the compiler does. */
function resolveName(written, scope, declared) {
  const bare = written.replace(/^GoogleAppsScript\./, '');
  const kinds = [declared.interfaces, declared.enums, declared.aliases];
  for (let at = scope; ; at = at.split('.').slice(0, -1).join('.')) {
    const candidate = join2(at, bare);
    if (kinds.some((kind) => kind.has(candidate))) return candidate;
    if (!at) return bare;
  }
}
