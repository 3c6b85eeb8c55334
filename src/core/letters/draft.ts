import * as v from 'valibot';

/** A letter's text as a person may edit it: plain, with marks where figures and links go. */
export interface Draft {
  subject: string;
  body: string;
}

const DraftShape = v.object({ subject: v.string(), body: v.string() });

/** A draft from a writer's answer, or undefined where it has another shape. */
export function readDraft(answer: unknown): Draft | undefined {
  const parsed = v.safeParse(DraftShape, answer);
  if (!parsed.success) return undefined;
  const { subject, body } = parsed.output;
  return { subject: subject.replace(/\s+/g, ' ').trim(), body: tidy(body) };
}

/** The marks in a text, in order. */
export function marksIn(text: string): string[] {
  return text.match(/\[\[[^\]]*\]\]/g) ?? [];
}

function tidy(body: string): string {
  return body
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
