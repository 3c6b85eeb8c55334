/** Leaves out of a table of ours where and when it was read: that is for readers of the code. */
module.exports = function withoutSources(code) {
  return code.replace(/^ {2}(source|checked):\s*('(?:[^'\n\\]|\\.)*'|"[^"\n]*"),\n/gm, '');
};
