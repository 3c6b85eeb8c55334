/** Lets webpack import an MJML file as its compiled HTML. */
module.exports = function mailLoader() {
  const done = this.async();
  import('./compile-mail.mjs')
    .then(({ compileMail }) => compileMail(this.resourcePath))
    .then((html) => done(null, `export default ${JSON.stringify(html)};`), done);
};
