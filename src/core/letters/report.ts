import type { LetterFacts } from './facts';
import { REPORT } from './prompt';

/** Marks at the start of a line that make it part of the report. */
export const PASSED = '✓';
export const FAILED = '✗';

/** The body with its report written out: what failed first, each with its remedy. */
export function withReport(body: string, facts: LetterFacts): string {
  const failed = facts.findings.filter(({ passed }) => !passed);
  const passed = facts.findings.filter((finding) => finding.passed);
  const lines = [
    ...failed.map(({ says, remedy }) => `${FAILED} ${says} ${remedy ?? ''}`.trimEnd()),
    ...passed.map(({ says }) => `${PASSED} ${says}`),
  ];
  return body
    .split('\n')
    .map((line) => (line.trim() === REPORT ? lines.join('\n') : line))
    .join('\n');
}
