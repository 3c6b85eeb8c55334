import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** The folder of facts beside the project; tests that need it are skipped, aloud, where it is absent. */
const SHARED = path.join(__dirname, '../../../shared');

/** Whether the facts are there. */
export const isShared = existsSync(SHARED);

/** `describe` where the shared facts are there, else a skipped one that says so. */
export const describeWithShared: jest.Describe = isShared ? describe : describe.skip;

if (!isShared) {
  process.stderr.write('Skipped: tests that need ../shared, which is not beside this project.\n');
}

/** A file of the shared facts. */
export function sharedFile(name: string): string {
  return path.join(SHARED, name);
}

/** A realistic answer of an outside API. */
export interface Fixture {
  op: string;
  status: number;
  headers: Record<string, string>;
  body: unknown;
}

export function fixture(name: string): Fixture {
  return JSON.parse(readFileSync(sharedFile(`apis/fixtures/${name}.json`), 'utf8')) as Fixture;
}
