import type { Project } from '../engine/project';
import type { HtmlPage } from '../shared/page';
import { escapeHtml } from '../shared/html';
import { scriptJson } from './http';

const sandbox = [
  'allow-same-origin',
  'allow-forms',
  'allow-scripts',
  'allow-popups',
  'allow-downloads',
  'allow-modals',
  'allow-popups-to-escape-sandbox',
];

/** The sandbox of a script's page; only stand-alone projects may navigate the top by a tap. */
export function sandboxFlags(bound: boolean): string {
  return (bound ? sandbox : [...sandbox, 'allow-top-navigation-by-user-activation']).join(' ');
}

/**
 * The page at a web app's own address. The script's html lives in a frame on the other origin; it
 * stands here too, as data, as on Google.
 */
export function outerPage(page: HtmlPage, address: string, project: Project): string {
  const metas = page.metas.map(
    ({ name, content }) => `<meta name="${escapeHtml(name)}" content="${escapeHtml(content)}">`,
  );
  const favicon = page.favicon ? `<link rel="icon" href="${escapeHtml(page.favicon)}">` : '';
  const data = scriptJson({ title: page.title, userHtml: page.html });
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>${escapeHtml(page.title)}</title>
${metas.join('\n')}${favicon}
<style>
body { margin: 0; display: flex; flex-direction: column; height: 100vh; font: 14px/1.4 Roboto, Arial, sans-serif; }
#warning { padding: 6px 16px; background: #f1f3f4; color: #3c4043; }
iframe { flex: 1; border: 0; width: 100%; }
</style>
</head>
<body>
<div id="warning">This application was created by a Google Apps Script user</div>
<iframe id="sandboxFrame" title="${escapeHtml(page.title)}" sandbox="${sandboxFlags(project.bound)}" allow="clipboard-write" src="${address}"></iframe>
<script type="application/json" id="userPage">${data}</script>
<script src="/host/assets/outer.js" data-call="/p/${encodeURIComponent(project.name)}/call"></script>
</body>
</html>
`;
}

/** Google's plain error page. It is sent with 200. */
export function errorPage(message: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Error</title>
<style>
body { margin: 0; font: 14px/1.5 Roboto, Arial, sans-serif; color: #3c4043; background: #fff; }
.errorMessage { max-width: 560px; margin: 18vh auto 0; padding: 0 24px; font-family: monospace; overflow-wrap: anywhere; }
</style>
</head>
<body><div class="errorMessage">${escapeHtml(message)}</div></body>
</html>
`;
}
