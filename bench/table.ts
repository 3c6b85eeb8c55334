import type { Cost } from './measure';

const HEAD = [
  'job',
  'clients',
  'letters',
  'executions',
  'ms',
  'sheet reads',
  'sheet writes',
  'fetches',
  'Gmail',
  'sheet calls a wave',
];

/** The costs as a Markdown table, jobs together and sizes rising. */
export function table(costs: Cost[]): string {
  const jobs = [...new Set(costs.map(({ job }) => job))];
  const sorted = jobs.flatMap((job) => costs.filter((cost) => cost.job === job));
  const rows = sorted.map((cost) => [
    cost.job,
    cost.clients,
    cost.letters,
    cost.executions,
    Math.round(cost.ms),
    cost.reads,
    cost.writes,
    cost.fetches,
    cost.gmail,
    cost.sheetCallsAWave === '' ? '' : cost.sheetCallsAWave.toFixed(1),
  ]);
  return markdown(HEAD, rows);
}

/** Rows under a head as a Markdown table. */
export function markdown(head: string[], rows: (string | number)[][]): string {
  const line = (cells: (string | number)[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
