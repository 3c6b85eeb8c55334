import * as v from 'valibot';
import { tryJson } from '../../json';

const Chosen = v.record(v.string(), v.string());

const AnswersSchema = v.object({
  /** What a network's amounts are in that name no currency; blank while nobody said it. */
  currency: v.string(),
  /** The same by programme. */
  currencies: Chosen,
  /** What comes first in dates of three numbers, by report. */
  dates: v.record(v.string(), v.picklist(['dmy', 'mdy'])),
  /** The sign before the decimals, by report. */
  decimal: v.record(v.string(), v.picklist(['.', ','])),
});

/** What a person said of a network's reports where they leave it open. */
export type Answers = v.InferOutput<typeof AnswersSchema>;

const NO_ANSWERS: Answers = { currency: '', currencies: {}, dates: {}, decimal: {} };

/** By what the answers about a network's reports are found again. */
export function answersPrint(network: string): string {
  return `answers ${network}`;
}

/** Answers as the tab keeps them; none for what cannot be read. */
export function parseAnswers(kept: string): Answers {
  const parsed = v.safeParse(AnswersSchema, tryJson(kept));
  return parsed.success ? parsed.output : NO_ANSWERS;
}
