import type { Day } from '../calendar';
import type { HttpAnswer, HttpRequest } from '../http';
import type { Prompt } from '../letters/prompt';
import type { ProblemDetails } from '../problem';

/** What an exchange took, as the service counts it. */
export interface Tokens {
  input: number;
  output: number;
}

/** What a writer's service said, sorted by what is to be done about it. */
export type WriterAnswer =
  | { kind: 'written'; json: unknown; tokens: Tokens }
  /** It may work if asked again: after so many milliseconds, where the service says so. */
  | { kind: 'busy'; why: string; afterMs?: number }
  /** This letter will not be written by it; others may. What was said in vain is paid for, too. */
  | { kind: 'declined'; why: string; tokens?: Tokens }
  /** Nothing more will be written until a person has put something right. */
  | { kind: 'closed'; problem: ProblemDetails };

/** What one exchange with a writer holds: the prompt and, at a second try, what came before. */
export interface WriterTask extends Prompt {
  /** The first draft as it came, and what was wrong with it. */
  again?: { draft: string; orders: string };
}

/** How a writer's service is reached. */
export interface Access {
  key: string;
  /** Such as https://api.openai.com/v1. */
  address: string;
  model: string;
}

/** How long the chosen model will be there. */
export type ModelLife =
  /** Undefined where nobody has set its last day. */
  | { kind: 'there'; ends: Day | undefined }
  | { kind: 'gone' }
  /** The service did not say. */
  | { kind: 'unknown' };

/** A service that writes drafts: what to ask it, and how to read its answer. */
export interface Writer {
  /** As the Letters tab names it. */
  title: string;
  /** Its answer is waited for so many seconds, or less. */
  ask: (task: WriterTask, seconds: number) => HttpRequest;
  read: (answer: HttpAnswer) => WriterAnswer;
  /** Whether the model will stay. */
  askLife: () => HttpRequest;
  readLife: (answer: HttpAnswer) => ModelLife;
}

/** One kind of service, before anybody has a key for it. */
export interface WriterService {
  /** As people call it. */
  title: string;
  /** Where it answers, unless a person says otherwise. */
  address: string;
  /** The name of its key among the secrets. */
  secret: 'OPENAI_API_KEY' | 'ANTHROPIC_API_KEY';
  open: (access: Access) => Writer;
}
