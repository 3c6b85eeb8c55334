/** Where in the workbook something went wrong; `row` counts as the sheet does, from 1. */
export interface Place {
  tab?: string;
  row?: number;
  column?: string;
  value?: string;
}

export interface ProblemDetails extends Place {
  code: string;
  /** What is wrong, with the offending value in it. */
  sentence: string;
  /** What to do about it. */
  remedy: string;
  /** It may be gone at the next try, without anybody doing anything. */
  passes?: true;
}

/**
 * Something that was to be expected and that a person can put right.
 * Any other error is a fault of ours.
 */
export class Problem extends Error {
  readonly details: ProblemDetails;

  constructor(details: ProblemDetails, cause?: unknown) {
    super(`${details.sentence} ${details.remedy}`);
    this.name = 'Problem';
    this.details = details;
    if (cause !== undefined) this.cause = cause;
  }

  declare cause?: unknown;
}

/** The sentence to show for any error: a problem's own, an apology for a fault of ours. */
export function tell(error: unknown): string {
  if (error instanceof Problem) return error.message;
  return `Something went wrong that should not have: ${messageOf(error)}. Nothing is half done; try again, and if it comes back, report it.`;
}

/** What any error says. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** A problem in one line for a list: where, then what, then the remedy. */
export function locate(details: ProblemDetails): string {
  const where = [
    details.tab,
    details.row === undefined ? undefined : `row ${details.row}`,
    details.column,
  ].filter((part) => part !== undefined);
  const sentence = `${details.sentence} ${details.remedy}`;
  return where.length === 0 ? sentence : `${where.join(', ')}: ${sentence}`;
}

/** Runs a reading; a problem in it says which field it is about. */
export function within<T>(field: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const { details } = error;
    const sentence = `${field}: ${details.sentence}`;
    throw new Problem({ ...details, column: field, sentence }, error);
  }
}

/** A value cut to a length that still fits a sentence; no character is cut in two. */
export function cut(value: string, length = 60): string {
  const letters = Array.from(value.replace(/\s+/g, ' ').trim());
  return letters.length <= length ? letters.join('') : `${letters.slice(0, length - 1).join('')}…`;
}
