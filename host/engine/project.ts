import fs from 'node:fs';
import path from 'node:path';
import type { Manifest } from '../shared/job';

/** One version of a project's files. */
export interface ProjectFiles {
  version: string;
  scripts: { name: string; source: string }[];
  pages: Record<string, string>;
  manifest: Manifest;
}

/** A project that this host runs, from a folder as clasp would push it. */
export class Project {
  private files: ProjectFiles | null = null;
  private stamp = '';
  private versions = 0;

  constructor(
    readonly name: string,
    readonly folder: string,
    readonly bound: boolean,
  ) {}

  /** The files as they are now; they are read again only when one has changed. */
  read(): ProjectFiles {
    const found = listFiles(this.folder);
    const stamp = JSON.stringify(found);
    if (!this.files || stamp !== this.stamp) {
      this.versions += 1;
      this.stamp = stamp;
      this.files = readFiles(this.folder, found, `${this.name}#${this.versions}`);
    }
    return this.files;
  }

  /** The time zone of the manifest; Google's default is the one of whoever made the project. */
  timeZone(): string {
    return this.read().manifest.timeZone ?? 'Etc/UTC';
  }
}

type Found = [file: string, modified: number, size: number];

function listFiles(folder: string): Found[] {
  if (!fs.existsSync(folder)) return [];
  return fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(gs|js|html|json)$/.test(file))
    .sort()
    .map((file) => {
      const { mtimeMs, size } = fs.statSync(path.join(folder, file));
      return [file, mtimeMs, size];
    });
}

function readFiles(folder: string, found: Found[], version: string): ProjectFiles {
  const files: ProjectFiles = { version, scripts: [], pages: {}, manifest: {} };
  for (const [file] of found) {
    const source = fs.readFileSync(path.join(folder, file), 'utf8');
    const name = file
      .replace(/\.\w+$/, '')
      .split(path.sep)
      .join('/');
    if (/\.(gs|js)$/.test(file)) files.scripts.push({ name, source });
    else if (file.endsWith('.html')) files.pages[name] = source;
    else if (file === 'appsscript.json') files.manifest = JSON.parse(source) as Manifest;
  }
  return files;
}
