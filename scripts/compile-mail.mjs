import { readFile } from 'node:fs/promises';
import mjml2html from 'mjml';

/** The HTML of an MJML file; any warning of the compiler's is an error here. */
export async function compileMail(file) {
  const source = await readFile(file, 'utf8');
  const { html } = await mjml2html(source, { validationLevel: 'strict', filePath: file });
  return html
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
}

// As a program it prints the HTML, for callers that cannot wait for a promise.
if (process.argv[1] === import.meta.filename) {
  process.stdout.write(await compileMail(process.argv[2]));
}
