import type { LetterFacts } from './facts';
import { REPORT } from './prompt';

/** Marks at the start of a line that make it part of the report. */
export const PASSED = '✓';
export const FAILED = '✗';

/** The body with its report written out: what failed first, each with why and what to do; then the sums. */
export function withReport(body: string, facts: LetterFacts): string {
  const failed = facts.findings.filter(({ passed }) => !passed);
  const passed = facts.findings.filter((finding) => finding.passed);
  const lines = [
    ...failed.map(({ says, why = '', remedy = '' }) =>
      [FAILED, says, why, remedy].filter((part) => part !== '').join(' '),
    ),
    ...passed.map(({ says }) => `${PASSED} ${says}`),
    ...[facts.counted, facts.changes].filter((line) => line !== ''),
  ];
  return body
    .split('\n')
    .map((line) => (line.trim() === REPORT ? lines.join('\n') : line))
    .join('\n');
}
