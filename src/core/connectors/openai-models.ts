import * as v from 'valibot';
import { isDay } from '../calendar';
import { type HttpAnswer, type HttpRequest } from '../http';
import { tryJson } from '../json';
import type { Access, ModelLife } from './connector';
import { below } from './exchange';

const Models = v.object({
  data: v.array(v.object({ id: v.string(), shutdown_date: v.nullish(v.string()) })),
});

/** OpenAI's list of models, with the day on which each is shut down (openai-openapi 2.3.0). */
export function askModels(access: Access): HttpRequest {
  return {
    url: below(access, '/models'),
    method: 'GET',
    headers: { Authorization: `Bearer ${access.key}` },
    timeoutSeconds: 30,
  };
}

/** Whether the chosen model is in the list, and until when. */
export function readModels(answer: HttpAnswer, { model }: Access): ModelLife {
  if (!answer.ok || answer.status !== 200) return { kind: 'unknown' };
  const parsed = v.safeParse(Models, tryJson(answer.body));
  if (!parsed.success || parsed.output.data.length === 0) return { kind: 'unknown' };
  const found = parsed.output.data.find(({ id }) => id === model);
  if (found === undefined) return { kind: 'gone' };
  const ends = found.shutdown_date ?? '';
  return { kind: 'there', ends: isDay(ends) ? ends : undefined };
}
