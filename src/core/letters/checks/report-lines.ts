import { cut } from '../../problem';
import { check } from './check';

/** Only what was measured may stand in the report: a writer adds no line to it. */
export const reportLines = check({
  title: 'report',
  failures: ({ body }) => {
    const lines = body.split('\n').map((line) => line.trim());
    const added = lines.find((line) => /^[✓✔✅✗✘❌☑☒◦]/u.test(line));
    return added === undefined ? [] : [`“${cut(added)}” looks like a line of the report.`];
  },
});
