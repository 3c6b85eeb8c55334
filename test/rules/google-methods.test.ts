import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gmailScopesFor, scopesFor } from '../../host/shared/scopes';
import { googleCalls, type GoogleCall } from '../support/google-calls';

/** What the product asks of Google: all of it is on the laptop host, and just that is permitted. */

const ROOT = path.join(__dirname, '../..');
const ofSheet = googleCalls('sheet.ts');
const ofGate = googleCalls('gate.ts');
const calls = [...ofSheet, ...ofGate];

interface BuiltClass {
  kind: string;
  methods: { name: string; isBuilt: boolean }[];
}

it('the source is found to call Google', () => {
  const names = calls.map(({ kind, method }) => `${kind}.${method}`);
  expect(names).toContain('Spreadsheet.Range.setValues');
  expect(names).toContain('Gmail.Collection.Users.DraftsCollection.send');
  expect(names).toContain('Content.ContentService.createTextOutput');
});

it('every Google method that the source calls is built in the laptop host', () => {
  const printed = execFileSync(
    process.execPath,
    [path.join(ROOT, 'scripts/host-coverage.mjs'), '--json'],
    { encoding: 'utf8', maxBuffer: 1 << 25 },
  );
  const built = new Set(
    (JSON.parse(printed) as BuiltClass[]).flatMap(({ kind, methods }) =>
      methods.filter(({ isBuilt }) => isBuilt).map(({ name }) => `${kind}.${name}`),
    ),
  );
  const missing = calls.filter(({ kind, method }) => !built.has(`${kind}.${method}`));
  expect(missing).toEqual([]);
});

/** Scopes that let more through, with those that would do where less is needed. */
const NARROWER: Record<string, string[]> = {
  spreadsheets: ['spreadsheets.currentonly'],
  'gmail.modify': ['gmail.readonly', 'gmail.compose', 'gmail.send', 'gmail.labels'],
  'gmail.compose': ['gmail.send'],
  'gmail.readonly': ['gmail.metadata'],
  'mail.google.com': ['gmail.modify', 'gmail.readonly', 'gmail.compose', 'gmail.send'],
};

describe.each([
  { name: 'the sheet', file: 'appsscript.json', own: ofSheet },
  { name: 'the gate', file: 'src/gate/appsscript.json', own: ofGate },
])('the manifest of $name', ({ file, own }) => {
  const { oauthScopes } = JSON.parse(readFileSync(path.join(ROOT, file), 'utf8')) as {
    oauthScopes: string[];
  };
  const granted = oauthScopes.map(shortName);
  const needs = own.map((call) => ({ ...call, anyOf: anyOf(call) }));

  it('holds a scope for every method that needs one', () => {
    const unmet = needs.filter(
      (need) => need.anyOf.length && !need.anyOf.some((scope) => granted.includes(scope)),
    );
    expect(unmet).toEqual([]);
  });

  it('holds no scope that no method needs', () => {
    for (const scope of granted) {
      const others = granted.filter((other) => other !== scope);
      const users = needs.filter(
        (need) => need.anyOf.includes(scope) && !need.anyOf.some((one) => others.includes(one)),
      );
      expect([scope, users.length > 0]).toEqual([scope, true]);
    }
  });

  it('holds no scope where a narrower one would do', () => {
    for (const scope of granted) {
      const users = needs.filter((need) => need.anyOf.includes(scope));
      const enough = (NARROWER[scope] ?? []).filter((less) =>
        users.every((need) => need.anyOf.includes(less)),
      );
      expect([scope, enough]).toEqual([scope, []]);
    }
  });
});

function shortName(scope: string): string {
  return scope.replace(/^https:\/\/(www\.googleapis\.com\/auth\/)?/, '').replace(/\/$/, '');
}

function anyOf({ kind, method }: GoogleCall): string[] {
  const gmail = /^Gmail\.Collection\.(.+)Collection$/.exec(kind)?.[1];
  if (gmail === undefined) return scopesFor(kind, method).map(shortName);
  const name = [...gmail.split('.').map(lowerFirst), method].join('.');
  return gmailScopesFor(name).map(shortName);
}

function lowerFirst(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}
