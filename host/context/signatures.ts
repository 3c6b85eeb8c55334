import { lent } from './bridge';

/** How a method may be called: whether it gives back service objects, and its parameter lists. */
export type MethodSignature = [givesObjects: 0 | 1, overloads: string[][]];

export interface ClassSignature {
  methods: Record<string, MethodSignature>;
  members: Record<string, string>;
}

interface Namespace {
  classes: Record<string, ClassSignature>;
  enums: Record<string, string[]>;
}

interface Index {
  services: Record<string, string>;
  advanced: Record<string, string>;
}

const namespaces = new Map<string, Namespace>();
let index: Index | undefined;

/** Which globals Google has, and the class that each is an instance of. */
export function knownGlobals(): Index {
  index ??= JSON.parse(lent().signatures('index')) as Index;
  return index;
}

/** What Google's class can do, from its qualified name, as in `Spreadsheet.Range`. */
export function classSignature(kind: string, prefix = ''): ClassSignature | undefined {
  return namespaceOf(kind, prefix).classes[kind];
}

/** The labels of an enum, in their order. */
export function enumLabels(kind: string): string[] | undefined {
  return namespaceOf(kind, '').enums[kind];
}

function namespaceOf(kind: string, prefix: string): Namespace {
  const name = prefix + (kind.split('.')[0] ?? '');
  let namespace = namespaces.get(name);
  if (!namespace) {
    namespace = JSON.parse(lent().signatures(name)) as Namespace;
    namespaces.set(name, namespace);
  }
  return namespace;
}

/**
 * The name under which a class is spoken of in messages and counts: `SpreadsheetApp.Range`. A
 * service's own class is just `SpreadsheetApp`, and shared classes such as Ui have no service.
 */
export function spokenName(kind: string): string {
  let spoken = spokenNames.get(kind);
  if (spoken === undefined) spokenNames.set(kind, (spoken = spell(kind)));
  return spoken;
}

const spokenNames = new Map<string, string>();

function spell(kind: string): string {
  const [namespace = '', name = ''] = kind.split('.');
  if (namespace === 'Base') return name;
  const services = Object.entries(knownGlobals().services);
  const isRoot = ([global, root]: [string, string]): boolean => root === `${namespace}.${global}`;
  const service = services.find(isRoot)?.[0] ?? namespace;
  return service === name ? service : `${service}.${name}`;
}
