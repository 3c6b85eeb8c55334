import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { listen, type Loopback } from '../../demo/loopback';

/** HTML that nobody made for us: manuals of Debian packages, as far as they are installed. */
const DOC = '/usr/share/doc';
const MANUALS = [
  'git-doc/git.html',
  'git-doc/git-log.html',
  'git-doc/gittutorial.html',
  'git-doc/user-manual.html',
  'git-doc/SubmittingPatches.html',
  'debian-handbook/html/en-US/index.html',
  'debian-handbook/html/de-DE/apt.html',
  'debian-handbook/html/ja-JP/apt.html',
  'debian-handbook/html/ar-MA/apt.html',
  'debian-handbook/html/en-US/solving-problems.html',
  'debian-policy/policy.html/index.html',
  'debian-policy/policy.html/ch-files.html',
  'debian-policy/policy.html/ap-flowcharts.html',
  'libxslt1-dev/html/index.html',
  'libxslt1-dev/html/API.html',
  'nodejs/api/fs.html',
  'nodejs/api/url.html',
  'valgrind/html/manual.html',
  'valgrind/html/mc-manual.html',
  'libffi8/html/index.html',
  'shared-mime-info/shared-mime-info-spec.html/index.html',
  'libjs-underscore/index.html',
  'bzip2/manual.html',
  'fontconfig/fontconfig-user.html',
];

/** The manuals that are there, and the packages of those that are not. */
export function findManuals(): { present: string[]; missing: string[] } {
  const present = MANUALS.filter((file) => existsSync(path.join(DOC, file)));
  const packages = MANUALS.filter((file) => !present.includes(file)).map(
    (file) => file.split('/')[0] ?? '',
  );
  return { present, missing: [...new Set(packages)] };
}

/** Serves the manuals with the files beside them. */
export function serveManuals(): Promise<Loopback> {
  return listen((request, response) => {
    const wanted = path.join(DOC, decodeURIComponent((request.url ?? '/').split('?')[0] ?? '/'));
    const isThere = wanted.startsWith(DOC) && path.extname(wanted) !== '' && existsSync(wanted);
    const type = TYPES[path.extname(wanted)] ?? 'application/octet-stream';
    response.writeHead(isThere ? 200 : 404, { 'content-type': isThere ? type : 'text/html' });
    response.end(isThere ? readFileSync(wanted) : 'not here');
  });
}

const TYPES: Partial<Record<string, string>> = {
  '.html': 'text/html',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
};
