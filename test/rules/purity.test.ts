import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as ts from 'typescript';

/** Who may import whom, as the design draws it, and what the core must never know. */

const SRC = path.join(__dirname, '../../src');

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts'))
  .map((file) => file.split(path.sep).join('/'));

/** The room a file is in: the first two folders of the core, else the first folder or the file. */
function room(file: string): string {
  const parts = file.split('/');
  if (parts[0] !== 'core') return parts[0] ?? '';
  return parts.length === 2
    ? `core/${(parts[1] ?? '').replace('.ts', '')}`
    : `core/${parts[1] ?? ''}`;
}

function importsOf(file: string): string[] {
  const source = ts.createSourceFile(
    file,
    readFileSync(path.join(SRC, file), 'utf8'),
    ts.ScriptTarget.ES2020,
  );
  return source.statements.flatMap((statement) =>
    (ts.isImportDeclaration(statement) || ts.isExportDeclaration(statement)) &&
    statement.moduleSpecifier !== undefined &&
    ts.isStringLiteral(statement.moduleSpecifier)
      ? [statement.moduleSpecifier.text]
      : [],
  );
}

/** The rooms of the core from the ground up: each may import those before it. */
const FLOORS = [
  [
    'core/problem',
    'core/identity',
    'core/base64',
    'core/hex',
    'core/charset',
    'core/http',
    'core/quest',
    'core/html',
    'core/json',
    'core/address',
    'core/picture',
    'core/text',
    'core/group',
    'core/words',
  ],
  ['core/money', 'core/calendar', 'core/csv', 'core/statistics'],
  ['core/schema'],
  ['core/settings', 'core/workbook'],
  ['core/clients', 'core/site', 'core/referrals'],
  ['core/letters', 'core/lists', 'core/revenue', 'core/webhooks'],
  ['core/dashboard', 'core/connectors', 'core/hooks'],
];

/** Names of the world outside that the core must not speak of. */
const FOREIGN =
  /\b(SpreadsheetApp|UrlFetchApp|PropertiesService|CacheService|LockService|ScriptApp|HtmlService|ContentService|GmailApp|MailApp|Gmail|Utilities|Session|Logger|console|setTimeout|fetch|process|window|document)\s*[.(]|Date\.now\(|new Date\(\)|Math\.random\(/;

it('the core knows no Google, clock, chance or network', () => {
  for (const file of files.filter((name) => name.startsWith('core/'))) {
    const code = readFileSync(path.join(SRC, file), 'utf8');
    expect([file, FOREIGN.exec(code)?.[0]]).toEqual([file, undefined]);
  }
});

it('every room of the core has its floor and imports only from its own or below', () => {
  const floorOf = (name: string): number => FLOORS.findIndex((floor) => floor.includes(name));
  for (const file of files.filter((name) => name.startsWith('core/'))) {
    expect([file, floorOf(room(file))]).not.toEqual([file, -1]);
    for (const imported of importsOf(file).filter((name) => name.startsWith('.'))) {
      const target = path.posix.join(path.posix.dirname(file), imported);
      const isBelow = floorOf(room(target)) <= floorOf(room(file));
      expect([file, imported, isBelow]).toEqual([file, imported, true]);
    }
  }
});

it('only the folder google names a Google global, and only app and gate import it', () => {
  const globals =
    /\b(SpreadsheetApp|UrlFetchApp|PropertiesService|CacheService|LockService|ScriptApp|HtmlService|ContentService|Gmail|Utilities)\b\??\.\w/;
  for (const file of files) {
    const code = readFileSync(path.join(SRC, file), 'utf8');
    if (!file.startsWith('google/'))
      expect([file, globals.exec(code)?.[0]]).toEqual([file, undefined]);
    const usesGoogle = importsOf(file).some((name) => /(^|\/)google\//.test(name));
    if (usesGoogle && !file.startsWith('google/')) expect(['app.ts', 'gate.ts']).toContain(file);
  }
});

it('the gate shares only the contract, the links and the words with the rest', () => {
  const allowed = /^(\.\/|\.\.\/core\/(referrals\/|words\/|identity|html|json|picture))/;
  for (const file of files.filter((name) => name.startsWith('gate/'))) {
    for (const imported of importsOf(file).filter((name) => name.startsWith('.'))) {
      expect([file, imported, allowed.test(imported)]).toEqual([file, imported, true]);
    }
  }
});
