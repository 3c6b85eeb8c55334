import { parseArgs } from 'node:util';
import type { Loopback } from '../../demo/loopback';
import type { Verdict } from '../../src/core/site/audit';
import { markdown } from '../table';
import { auditAddress } from './audit';
import { type Oracle, startOracle } from './lighthouse';
import { findManuals, serveManuals } from './manuals';
import { madePage, servePage } from './pages';

/**
 * How often the product's audits and Lighthouse agree, on made-up pages and on real manuals; each
 * disagreement is told with what the audit saw.
 */

const { values } = parseArgs({
  options: {
    chromium: { type: 'string', default: '' },
    pages: { type: 'string', default: '150' },
    from: { type: 'string', default: '0' },
    seed: { type: 'string', default: 'bread' },
    manuals: { type: 'boolean', default: true },
  },
  allowNegative: true,
});

interface Tally {
  pages: number;
  agreed: number;
  verdicts: Record<Verdict, number>;
}
const tallies = new Map<string, Tally>();

const oracle = await startOracle(values.chromium);
try {
  const from = Number(values.from);
  for (let number = from; number < from + Number(values.pages); number++) {
    const page = madePage(number, values.seed);
    const server = await servePage(page);
    await compare(oracle, server, page.path, `page ${number}`);
    await server.stop();
  }
  if (values.manuals) await compareManuals(oracle);
} finally {
  oracle.stop();
}
report();

async function compareManuals(judge: Oracle): Promise<void> {
  const { present, missing } = findManuals();
  if (missing.length > 0) {
    process.stderr.write(`Skipped, for they are not installed: ${missing.join(', ')}\n`);
  }
  const server = await serveManuals();
  for (const file of present) await compare(judge, server, `/${file}`, file);
  await server.stop();
}

async function compare(judge: Oracle, server: Loopback, path: string, name: string): Promise<void> {
  const url = server.address + path;
  const theirs = await judge.judge(url);
  const { audited, evidence } = await auditAddress(url, Date.now());
  for (const [id, wanted] of Object.entries(theirs)) {
    if (wanted === undefined) {
      process.stderr.write(`${name}: Lighthouse could not judge ${id}\n`);
      continue;
    }
    const tally = tallies.get(id) ?? {
      pages: 0,
      agreed: 0,
      verdicts: { pass: 0, fail: 0, na: 0, noted: 0 },
    };
    tallies.set(id, tally);
    tally.pages++;
    tally.verdicts[wanted]++;
    if (audited.audits[id] === wanted) tally.agreed++;
    else {
      const ours = `${audited.audits[id] ?? 'nothing'} (${evidence[id] ?? audited.said ?? ''})`;
      process.stderr.write(`${name}, ${id}: Lighthouse says ${wanted}, ours says ${ours}\n`);
    }
  }
}

function report(): void {
  const rows = [...tallies].map(([id, { pages, agreed, verdicts }]) => [
    id,
    pages,
    verdicts.pass,
    verdicts.fail,
    verdicts.na,
    `${agreed} (${((100 * agreed) / pages).toFixed(1)} %)`,
  ]);
  process.stdout.write(`Lighthouse ${oracle.version}, seed “${values.seed}”\n\n`);
  process.stdout.write(
    `${markdown(['audit', 'pages', 'pass', 'fail', 'does not apply', 'agreed'], rows)}\n`,
  );
  if ([...tallies.values()].some(({ pages, agreed }) => agreed < pages)) process.exitCode = 1;
}
