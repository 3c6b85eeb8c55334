import * as v from 'valibot';
import { dayOf } from '../core/calendar';
import { accessTo, serviceFor } from '../core/connectors';
import { lifeProblem } from '../core/connectors/life';
import { fingerprint } from '../core/identity';
import { tryJson } from '../core/json';
import { locate } from '../core/problem';
import type { Services } from '../services';
import type { JobResult } from './job';
import { STATE } from './state';

type ModelServices = Pick<Services, 'sheets' | 'http' | 'state' | 'vault' | 'clock'>;

/** What the service said last: on which day, of which model, by which key and address. */
const Said = v.object({
  day: v.string(),
  of: v.string(),
  life: v.variant('kind', [
    v.object({ kind: v.literal('there'), ends: v.optional(v.string()) }),
    v.object({ kind: v.literal('gone') }),
    v.object({ kind: v.literal('unknown') }),
  ]),
});

/** Asks once a day whether the chosen model stays, and tells of one that is gone or going. */
export function checkModel(services: ModelServices): JobResult {
  const { sheets, http, state, vault, clock } = services;
  const { settings } = sheets.settings();
  const service = serviceFor(settings);
  const key = service && vault.get(service.secret);
  if (service === undefined || key === undefined) return { done: '' };
  const access = accessTo(service, settings, key);
  const today = dayOf(clock.now(), sheets.zone());
  const of = fingerprint(JSON.stringify(access));
  const before = v.safeParse(Said, tryJson(state.get(STATE.model) ?? ''));
  const isFresh = before.success && before.output.day === today && before.output.of === of;
  let life = isFresh ? before.output.life : undefined;
  if (life === undefined) {
    const writer = service.open(access);
    const [answer] = http.batch([writer.askLife()]);
    life = writer.readLife(answer ?? { ok: false, error: 'no answer' });
    state.set(STATE.model, JSON.stringify({ day: today, of, life }));
  }
  const { kind } = life;
  const known = kind === 'there' ? { kind, ends: life.ends } : { kind };
  const problem = lifeProblem(settings.model, service.title, known, today);
  return { done: '', ...(problem === undefined ? {} : { problem: locate(problem) }) };
}
