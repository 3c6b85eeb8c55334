import type { HttpAnswer, HttpRequest } from '../http';
import type { Prompt } from '../letters/prompt';
import type { ProblemDetails } from '../problem';

/** What a writer's service said, sorted by what is to be done about it. */
export type WriterAnswer =
  | { kind: 'written'; json: unknown; tokens: { input: number; output: number } }
  /** It may work if asked again: after so many milliseconds, where the service says so. */
  | { kind: 'busy'; why: string; afterMs?: number }
  /** This letter will not be written by it; others may. */
  | { kind: 'declined'; why: string }
  /** Nothing more will be written until a person has put something right. */
  | { kind: 'closed'; problem: ProblemDetails };

/** What one exchange with a writer holds: the prompt and, at a second try, what came before. */
export interface WriterTask extends Prompt {
  /** The first draft as it came, and what was wrong with it. */
  again?: { draft: string; orders: string };
}

/** A service that writes drafts: what to ask it, and how to read its answer. */
export interface Writer {
  /** As the Letters tab names it. */
  title: string;
  /** Its answer is waited for so many seconds, or less. */
  ask: (task: WriterTask, seconds: number) => HttpRequest;
  read: (answer: HttpAnswer) => WriterAnswer;
}
