import type { DemoClient } from '../clients';
import { safe } from './look';
import { SITE_WORDS } from './words';

/** What a site behind a guard shows to whoever it takes for a robot. */
export const CHALLENGE_PAGE = `<!doctype html>
<html lang="en">
  <head><title>Just a moment...</title><meta name="robots" content="noindex" /></head>
  <body><p>Checking that you are a person before going on.</p></body>
</html>
`;

/** A page that arrives empty and is filled by its script. */
export function scriptPage({ company, language, industry }: DemoClient): string {
  const { tagline, about } = SITE_WORDS[language].trades[industry];
  const content = JSON.stringify({ company, tagline, about }).replace(/</g, '\\u003c');
  return `<!doctype html>
<html lang="${language}">
  <head>
    <meta charset="utf-8" />
    <title>${safe(company)}</title>
    <meta name="description" content="${safe(about)}" />
    <style>body { max-width: 640px; margin: 80px auto; padding: 0 24px; font: 18px/1.6 sans-serif; }</style>
  </head>
  <body>
    <div id="app"></div>
    <script>
      const content = ${content};
      for (const [tag, text] of [['h1', content.company], ['p', content.tagline], ['p', content.about]]) {
        document.getElementById('app').append(Object.assign(document.createElement(tag), { textContent: text }));
      }
    </script>
  </body>
</html>
`;
}

/** What stands where a page should be. */
export function errorPage(status: 404 | 500): string {
  const title = status === 404 ? 'Not Found' : 'Internal Server Error';
  return `<!doctype html>
<html lang="en">
  <head><title>${status} ${title}</title></head>
  <body><h1>${title}</h1></body>
</html>
`;
}
