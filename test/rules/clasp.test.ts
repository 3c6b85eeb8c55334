import { execFileSync } from 'node:child_process';
import path from 'node:path';

/** What clasp would push, without a login. */

const ROOT = path.join(__dirname, '../..');

function filesToPush(...options: string[]): string[] {
  const clasp = path.join(ROOT, 'node_modules/@google/clasp/build/src/index.js');
  const said = execFileSync(process.execPath, [clasp, 'show-file-status', '--json', ...options], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  return (JSON.parse(said) as { filesToPush: string[] }).filesToPush.sort();
}

it('pushes just the files of the sheet project', () => {
  expect(filesToPush()).toEqual([
    'dist/sheet/appsscript.json',
    'dist/sheet/sheet.js',
    'dist/sheet/sidebar.html',
  ]);
});

it('pushes just the files of the gate', () => {
  expect(filesToPush('-P', '.clasp.gate.json')).toEqual([
    'dist/gate/appsscript.json',
    'dist/gate/gate.js',
  ]);
});
