/** Closes the suite with one plain line, after jest's own summary. */
module.exports = class ClosingLine {
  onRunComplete(_contexts, results) {
    const suitesThatCouldNotRun = results.numRuntimeErrorTestSuites;
    const failed = results.numFailedTests + suitesThatCouldNotRun;
    process.stderr.write('', () => {
      process.stdout.write(`${results.numPassedTests} passed, ${failed} failed\n`);
    });
  }
};
