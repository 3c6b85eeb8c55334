import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import path from 'node:path';

/** Brings what a bare machine lacks. Nothing here asks a question. */

export const root = path.dirname(import.meta.dirname);

/** Installs the packages of package-lock.json, unless they are there. */
export function ensurePackages() {
  const installed = path.join(root, 'node_modules/.package-lock.json');
  const wanted = path.join(root, 'package-lock.json');
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(wanted).mtimeMs) return;
  console.log('Installing packages (once, about a minute) …');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  run(npm, ['ci', '--no-fund', '--no-audit', '--loglevel=error']);
}

const BROWSERS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** The Chromium on this machine: `CHROMIUM`, the system's, or Playwright's; undefined where there is none. */
export async function findChromium() {
  const { chromium } = await import('playwright-core');
  return [process.env.CHROMIUM, ...BROWSERS, chromium.executablePath()].find(
    (file) => file && existsSync(file),
  );
}

/** Installs Chromium by apt, else by Playwright; says what to do where neither can. */
export async function ensureChromium() {
  if (await findChromium()) return;
  console.log('Installing Chromium for the browser tests (once) …');
  if (!installByApt(['chromium'])) {
    const cli = path.join(root, 'node_modules/playwright-core/cli.js');
    spawnSync(process.execPath, [cli, 'install', '--with-deps', 'chromium'], { stdio: 'inherit' });
  }
  if (await findChromium()) return;
  throw new Error(
    'There is no Chromium, and neither apt nor Playwright could install one. Install Chromium or ' +
      'Chrome yourself and run again, with CHROMIUM set to its program if it stands elsewhere.',
  );
}

/** Installs SpamAssassin by apt (some seconds); says whether it is there. Without it a few tests are skipped. */
export function ensureSpamAssassin() {
  const isThere = () => spawnSync('spamassassin', ['--version']).status === 0;
  if (isThere()) return true;
  console.log('Installing SpamAssassin for the tests of the letters (once) …');
  installByApt(['spamassassin']);
  if (isThere()) return true;
  console.log('There is no SpamAssassin here, so the letters are not shown to it.');
  return false;
}

/** The manuals that the tests read as clients' sites; a continuous integration must have them. */
export function ensureManuals() {
  const folders = ['git-doc', 'debian-handbook', 'debian-policy'];
  const missing = folders.filter((name) => !existsSync(path.join('/usr/share/doc', name)));
  if (missing.length > 0 && process.env.CI) installByApt(missing);
}

/** Installs Debian packages as root or through a sudo that asks nothing; says whether that worked. */
function installByApt(names) {
  if (spawnSync('apt-get', ['--version']).status !== 0) return false;
  const isRoot = process.getuid?.() === 0;
  const sudo = isRoot ? [] : ['sudo', '-n'];
  if (!isRoot && spawnSync('sudo', ['-n', 'true']).status !== 0) return false;
  const apt = (...args) => {
    const [program, ...rest] = [...sudo, 'apt-get', '-qq', ...args];
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    return spawnSync(program, rest, { stdio: ['ignore', 'ignore', 'inherit'], env }).status === 0;
  };
  apt('update');
  return apt('install', '-y', '--no-install-recommends', ...names);
}

/** Runs a program in the project's folder and lets it be seen. */
export function run(program, args, options = {}) {
  execFileSync(program, args, { cwd: root, stdio: 'inherit', ...options });
}
