import type { Letter } from '../workbook';
import { CHECKS } from './checks';
import { numbers } from './checks/numbers';
import { FAILED, PASSED } from './report';

/** What stands in a letter's Checks cell, for the queue to show. */
export interface Evidence {
  /** Findings on the client's site that want mending, and those that are fine. */
  failed: number;
  passed: number;
  /** Why each product was chosen, in the order of their places. */
  why: string[];
  /** Titles of the checks that the words passed. */
  checks: string[];
  /** A person changed the words after they were written; only some checks are made of those. */
  isEdited: boolean;
}

const WRITTEN = 'Checks passed: ';
const EDITED = 'Checks passed after your edit: ';

/** The evidence with its last line saying which checks the words passed. */
export function withChecks(evidence: string, titles: string[], isEdited: boolean): string {
  const rest = evidence.split('\n').filter((line) => !isAboutChecks(line));
  return [...rest, `${isEdited ? EDITED : WRITTEN}${titles.join(', ')}.`].join('\n');
}

/** Reads a Checks cell back. */
export function readEvidence(cell: string): Evidence {
  const lines = cell.split('\n');
  const told = lines.find(isAboutChecks) ?? '';
  const isEdited = told.startsWith(EDITED);
  const titles = told.slice((isEdited ? EDITED : WRITTEN).length).replace(/\.$/, '');
  return {
    failed: lines.filter((line) => line.startsWith(`${FAILED} `)).length,
    passed: lines.filter((line) => line.startsWith(`${PASSED} `)).length,
    why: lines.flatMap((line) => /^Product [A-Z], .*?: (.*)$/.exec(line)?.[1] ?? []),
    checks: titles === '' ? [] : titles.split(', '),
    isEdited,
  };
}

/**
 * Whether a draft passed all that can be looked at: every check of a writer's own words, or of a
 * person's that no number in them is unmeasured. What carries a note wants reading.
 */
export function isSound({ status, problem, checks: cell }: Letter): boolean {
  const { checks, isEdited } = readEvidence(cell);
  const wanted = isEdited ? [numbers] : CHECKS;
  return (
    status === 'drafted' && problem === '' && wanted.every(({ title }) => checks.includes(title))
  );
}

function isAboutChecks(line: string): boolean {
  return line.startsWith(WRITTEN) || line.startsWith(EDITED);
}
