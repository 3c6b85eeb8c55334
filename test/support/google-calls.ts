import path from 'node:path';
import * as ts from 'typescript';

/** A method of Google's that the product calls: its class, as in `Spreadsheet.Range`, and name. */
export interface GoogleCall {
  kind: string;
  method: string;
  /** The file that calls it first. */
  at: string;
}

const ROOT = path.join(__dirname, '../..');

/**
 * Every method of Google's that a file under `src/`, or what it imports, touches: once each. The
 * compiler says what a name means, so a local of the same name is not mistaken for Google's.
 */
export function googleCalls(entry: string): GoogleCall[] {
  const file = path.join(ROOT, 'src/tsconfig.json');
  const { config } = ts.readConfigFile(file, (name) => ts.sys.readFile(name)) as {
    config: unknown;
  };
  const { fileNames, options } = ts.parseJsonConfigFileContent(config, ts.sys, path.dirname(file));
  const ambient = fileNames.filter((name) => name.endsWith('.d.ts'));
  const program = ts.createProgram([path.join(ROOT, 'src', entry), ...ambient], options);
  const checker = program.getTypeChecker();
  const calls = new Map<string, GoogleCall>();
  for (const source of program.getSourceFiles()) {
    if (source.fileName.includes('/node_modules/')) continue;
    visit(source, (name, holder) => {
      const kind = kindOf(checker, name, holder);
      if (kind === null) return;
      const at = path.relative(ROOT, source.fileName);
      const key = `${kind}.${name.text}`;
      if (!calls.has(key)) calls.set(key, { kind, method: name.text, at });
    });
  }
  return [...calls.values()];
}

/** Finds each name that is read off something: `holder.name`, and `{ name } = holder`. */
function visit(node: ts.Node, found: (name: ts.Identifier, holder: ts.Node) => void): void {
  if (ts.isPropertyAccessExpression(node) && ts.isIdentifier(node.name)) {
    found(node.name, node.expression);
  } else if (ts.isBindingElement(node) && ts.isObjectBindingPattern(node.parent)) {
    const name = node.propertyName ?? node.name;
    if (ts.isIdentifier(name)) found(name, node.parent);
  }
  node.forEachChild((child) => {
    visit(child, found);
  });
}

/** The class of Google's whose method this is, or null when it is none of its methods. */
function kindOf(checker: ts.TypeChecker, name: ts.Identifier, holder: ts.Node): string | null {
  const type = checker.getNonNullableType(checker.getTypeAtLocation(holder));
  for (const part of type.isUnion() ? type.types : [type]) {
    const method = checker.getPropertyOfType(part, name.text)?.declarations?.[0];
    if (!method || !isGoogles(method) || !ts.isMethodSignature(method)) continue;
    const symbol = part.aliasSymbol ?? part.symbol;
    return checker.getFullyQualifiedName(symbol).replace(/^.*GoogleAppsScript\./, '');
  }
  return null;
}

const isGoogles = (node: ts.Node): boolean =>
  node.getSourceFile().fileName.includes('/@types/google-apps-script/');
