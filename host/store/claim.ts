import fs from 'node:fs';
import path from 'node:path';

/** Makes a folder this process's own, or refuses when another host that is alive has it. */
export function claimFolder(folder: string): void {
  const file = path.join(folder, 'pid');
  const holder = fs.existsSync(file) ? Number(fs.readFileSync(file, 'utf8')) : 0;
  if (holder && holder !== process.pid && isAlive(holder)) {
    throw new Error(`Another host, process ${holder}, keeps its state in ${folder}.`);
  }
  fs.mkdirSync(folder, { recursive: true });
  fs.writeFileSync(file, String(process.pid));
}

/** Takes out the state that an earlier host left in a claimed folder, and nothing else. */
export function forgetState(folder: string): void {
  for (const name of fs.readdirSync(folder)) {
    if (/^(snapshot|log|kept)-[\w-]+\.json/.test(name)) fs.rmSync(path.join(folder, name));
  }
}

function isAlive(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch {
    return false;
  }
}
