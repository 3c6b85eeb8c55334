import type { LetterFacts } from './facts';
import { REPORT } from './prompt';
import { wordsOf } from './reports';

/** Marks at the start of a line that make it part of the report. */
export const PASSED = '✓';
export const FAILED = '✗';
/** What was measured and not judged. */
export const NOTED = '◦';

/** Whether a line of a body is one of the report's. */
export function isReportLine(line: string): boolean {
  return [PASSED, FAILED, NOTED].some((mark) => line.trim().startsWith(`${mark} `));
}

/** A body without its report: its title, which stands alone directly above it, goes with it. */
export function withoutReport(body: string): string {
  const lines = body.split('\n');
  const isTitle = (n: number): boolean =>
    isReportLine(lines[n + 1] ?? '') && (lines[n - 1] ?? '').trim() === '';
  return lines.filter((line, n) => !isReportLine(line) && !isTitle(n)).join('\n');
}

/** The body with its report written out: its title; what failed, each with why and what to do; then the rest and the sums. */
export function withReport(body: string, facts: LetterFacts): string {
  const failed = facts.findings.filter(({ passed }) => passed === false);
  const noted = facts.findings.filter((finding) => finding.passed === undefined);
  const passed = facts.findings.filter((finding) => finding.passed === true);
  const lines = [
    wordsOf(facts.report, facts.language).title,
    ...failed.map(({ says, why = '', remedy = '' }) =>
      [FAILED, says, why, remedy].filter((part) => part !== '').join(' '),
    ),
    ...passed.map(({ says }) => `${PASSED} ${says}`),
    ...noted.map(({ says }) => `${NOTED} ${says}`),
    ...[facts.counted, facts.changes].filter((line) => line !== ''),
  ];
  return body
    .split('\n')
    .map((line, n, all) => {
      if (line.trim() !== REPORT) return line;
      // A title that stood close below other words would be taken for one of them.
      const isClose = n > 0 && all[n - 1]?.trim() !== '';
      return [...(isClose ? [''] : []), ...lines].join('\n');
    })
    .join('\n');
}
