import { addDays, type Day } from '../calendar';
import { cut, type ProblemDetails } from '../problem';
import type { ModelLife } from './connector';

/** How long before its end a model is spoken of. */
const WARNED_DAYS = 90;

/** What a person should know of the chosen model's life today; undefined where nothing. */
export function lifeProblem(
  model: string,
  service: string,
  life: ModelLife,
  today: Day,
): ProblemDetails | undefined {
  const where = { tab: 'Settings', column: 'Model', value: model };
  if (life.kind === 'gone') {
    return {
      ...where,
      code: 'model-gone',
      sentence: `${service} does not have the model “${cut(model)}” any more.`,
      remedy: 'Choose another Model; until then letters are written without AI.',
    };
  }
  if (life.kind === 'unknown' || life.ends === undefined) return undefined;
  if (life.ends > addDays(today, WARNED_DAYS)) return undefined;
  return {
    ...where,
    code: 'model-ends',
    sentence: `The model “${cut(model)}” ends on ${life.ends}.`,
    remedy: 'Choose another one before that day.',
  };
}
