import fs from 'node:fs';
import path from 'node:path';
import type { Part } from './store';

/**
 * States of all parts by name: in memory, to go back to them quickly, and each in a file of the
 * store's folder, which the log can speak of.
 */
export class KeptStates {
  private readonly states = new Map<string, (() => void)[]>();

  constructor(private readonly folder: string) {}

  /** Keeps the parts as they are; `text` is what all their snapshots say. */
  keep(name: string, parts: Iterable<Part<never>>, text: string): void {
    fs.writeFileSync(this.file(name), text);
    this.states.set(name, Array.from(parts, keepPart));
  }

  /** Puts the parts back as they were; false for a name that is not known. */
  putBack(name: string): boolean {
    const state = this.states.get(name);
    state?.forEach((putBack) => putBack());
    return state !== undefined;
  }

  /** The text of a state that this process, or one before, has kept. */
  read(name: string): string {
    return fs.readFileSync(this.file(name), 'utf8');
  }

  /** Takes out all files; whoever calls this has written a snapshot meanwhile. */
  forget(): void {
    for (const name of fs.readdirSync(this.folder)) {
      if (name.startsWith('kept-')) fs.rmSync(path.join(this.folder, name));
    }
  }

  private file(name: string): string {
    return path.join(this.folder, `kept-${name}.json`);
  }
}

function keepPart(part: Part<never>): () => void {
  if (part.keep) return part.keep();
  const text = JSON.stringify(part.snapshot());
  return () => part.restore(JSON.parse(text));
}
