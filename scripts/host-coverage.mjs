import { parseArgs } from 'node:util';
import { readCoverage } from '../host/signatures/built.mjs';

/**
 * `npm run host:coverage`: how many of Google's methods the laptop host has, by service.
 * `-- --classes` by class too, `-- --missing NAME` what a service or class lacks, `-- --json` all.
 */

const { values: options } = parseArgs({
  options: {
    classes: { type: 'boolean', default: false },
    missing: { type: 'string' },
    json: { type: 'boolean', default: false },
  },
});

const classes = await readCoverage();
if (options.json) console.log(JSON.stringify(classes));
else if (options.missing !== undefined) printMissing(options.missing);
else printServices();

function printServices() {
  for (const service of new Set(classes.map((one) => one.service))) {
    const own = classes.filter((one) => one.service === service);
    printLine(service, own);
    if (options.classes) for (const one of own) printLine(`  ${nameOf(one)}`, [one]);
  }
  printLine('all', classes);
}

function printLine(name, counted) {
  const methods = counted.flatMap((one) => one.methods);
  const built = methods.filter(({ isBuilt }) => isBuilt).length;
  const share = `${Math.floor((built / methods.length) * 100)} %`;
  console.log(
    `${name.padEnd(34)} ${String(built).padStart(5)} / ${String(methods.length).padStart(5)} ${share.padStart(6)}`,
  );
}

function printMissing(name) {
  for (const one of classes.filter((one) => one.service === name || nameOf(one) === name)) {
    const missing = one.methods.filter(({ isBuilt }) => !isBuilt).map((method) => method.name);
    if (missing.length) console.log(`${nameOf(one)}: ${missing.join(', ')}`);
  }
}

function nameOf({ kind }) {
  return kind.split('.').slice(1).join('.') || kind;
}
