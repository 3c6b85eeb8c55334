const { execFileSync } = require('node:child_process');
const path = require('node:path');

/** Lets jest import an HTML file as text, and an MJML file as its compiled HTML. */
module.exports = {
  process(source, file) {
    const text = file.endsWith('.mjml')
      ? execFileSync(process.execPath, [path.join(__dirname, 'compile-mail.mjs'), file], {
          encoding: 'utf8',
        })
      : source;
    return { code: `module.exports = { __esModule: true, default: ${JSON.stringify(text)} };` };
  },
};
