import * as v from 'valibot';
import { type Language, languageOf } from '../../src/core/words/language';

/** What stands under FACTS in a letter's prompt. */
const Facts = v.object({
  sender: v.string(),
  period: v.string(),
  client: v.object({ name: v.string(), pastWork: v.string(), needs: v.string() }),
  site: v.string(),
  site_could_not_be_looked_at: v.string(),
  page_is_filled_by_a_script: v.boolean(),
  findings: v.array(
    v.object({ passed: v.optional(v.boolean()), says: v.string(), remedy: v.optional(v.string()) }),
  ),
  products: v.array(
    v.object({ place: v.string(), name: v.string(), category: v.string(), facts: v.string() }),
  ),
});
export type PromptFacts = v.InferOutput<typeof Facts>;

/** A letter's prompt, as far as the sample writer understands it. */
export interface Asked {
  language: Language;
  /** The marks to be put on lines of their own, in order. */
  places: string[];
  facts: PromptFacts;
}

/** What a prompt asks for; undefined where it does not ask for a letter. */
export function readPrompt(input: string): Asked | undefined {
  const [, language = ''] = /^Write in ([^.]*)/m.exec(input) ?? [];
  const [, places = ''] = /^PLACES: (.*)$/m.exec(input) ?? [];
  const [, json = ''] = /^FACTS\n```json\n([\s\S]*?)\n```/m.exec(input) ?? [];
  const facts = v.safeParse(Facts, tryJson(json));
  if (!facts.success) return undefined;
  return {
    language: languageOf(language),
    places: places.match(/\[\[[^\]]+\]\]/g) ?? [],
    facts: facts.output,
  };
}

function tryJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
